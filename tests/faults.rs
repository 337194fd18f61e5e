//! What may happen to a build: it is killed, the disk is full, something stands where a paper should be, a program changes
//! meanwhile, another build runs. Every paper is the old one or the new one whole, and the next build mends the rest.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may panic and writes its own folders")]
#![allow(clippy::print_stderr, reason = "how much was tried is told")]

#[path = "faults/region.rs"]
mod region;
mod support;

use std::fs;
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt, symlink};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use region::{Region, Version, files, papers, restore};
use support::{Run, prikaz};

const CACHE: &str = ".prikaz/build.cache";

/// `KILLS=200` kills more often.
#[test]
fn a_build_that_is_killed_leaves_every_paper_whole() {
    let kills: u32 = std::env::var("KILLS").map_or(40, |kills| kills.parse().unwrap());
    let region = Region::new(10);
    let (out, cache) = (files(&region.out()), files(&region.path().join(".prikaz")));
    let back = || {
        restore(&region.out(), &out);
        restore(&region.path().join(".prikaz"), &cache);
        region.write(Version::New);
    };
    let mut times: Vec<Duration> = (0..3)
        .map(|_| {
            back();
            time(|| assert_eq!(region.build().code, 0))
        })
        .collect();
    times.sort();
    let (mut landed, mut mixed, mut left) = (0, 0, 0);
    for kill in 0..kills {
        back();
        let mut build = region.command().spawn().unwrap();
        sleep(times[0] * kill / kills);
        build.kill().unwrap();
        landed += u32::from(build.wait().unwrap().signal().is_some());
        let new = region.is_whole();
        assert_eq!(papers(&region.out()).len(), 100, "a paper is lost");
        mixed += u32::from(new > 0 && new < 100);
        left += u32::from(!region.leftovers().is_empty());
        if kill % 8 == 0 || kill + 1 == kills {
            region.mends(Version::New);
        }
    }
    eprintln!(
        "{kills} builds of {:?}: {landed} killed, {mixed} between papers, {left} left a temporary file",
        times[1]
    );
    assert!(landed > kills / 4 && mixed > 0, "the kills come too late");
}

#[test]
fn temporary_files_of_a_killed_build_are_removed_even_when_nothing_is_to_be_written() {
    let region = Region::new(1);
    for path in ["out/программа-00/.prikaz-a1B2c3.tmp", ".prikaz/.prikaz-a1B2c3.tmp"] {
        fs::write(region.path().join(path), "полов").unwrap();
    }
    fs::write(region.out().join("программа-00/.prikaz-мой"), "чужое").unwrap();
    assert_eq!(region.build().code, 0);
    assert_eq!(region.leftovers(), ["программа-00/.prikaz-мой"]);
}

#[test]
fn a_file_that_may_not_grow_is_a_failure_and_the_old_one_stays() {
    let region = Region::new(3);
    let largest = papers(&region.out()).values().map(Vec::len).max().unwrap();
    for blocks in [0, (largest - 1) / 512] {
        region.mends(Version::Old);
        region.write(Version::New);
        let done = limited(&region, blocks);
        let all = papers(&region.out()).len();
        let new = region.is_whole();
        eprintln!("files of up to {blocks} blocks: {new} of {all} papers are new");
        assert!(done.code == 2 && all == 30 && new < 30, "{done:?}");
        assert!(done.err.contains("не удалось записать out/программа-0"), "{}", done.err);
        assert!(done.err.contains("освободите место и повторите команду: прежние файлы целы"), "{}", done.err);
        assert_eq!(region.leftovers(), Vec::<String>::new());
        region.mends(Version::New);
    }
}

#[test]
fn a_cache_that_has_no_room_hides_nothing() {
    let region = Region::new(20);
    let largest = papers(&region.out()).values().map(Vec::len).max().unwrap();
    let known = fs::read(region.path().join(CACHE)).unwrap();
    let blocks = largest.div_ceil(512);
    assert!(known.len() > blocks * 512, "the cache is larger than every paper");
    region.write(Version::New);
    let done = limited(&region, blocks);
    assert_eq!((done.code, region.is_whole()), (0, 200), "{done:?}");
    assert!(fs::read(region.path().join(CACHE)).unwrap() == known, "the old cache stays whole");
    assert_eq!(region.leftovers(), Vec::<String>::new());
    region.mends(Version::Old);
    region.mends(Version::New);
}

#[test]
fn a_full_disk_is_a_failure_and_the_old_papers_stay() {
    let region = Region::new(3);
    let disk = Disk { path: region.out() };
    let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=600k", "tmpfs"]).arg(&disk.path).output();
    if !mount.is_ok_and(|mount| mount.status.success()) {
        eprintln!("no small disk can be mounted here: files that may not grow stand for it");
        return;
    }
    region.mends(Version::Old);
    fs::write(region.out().join("полно"), vec![0; 1_000_000]).unwrap_err();
    region.write(Version::New);
    let done = region.build();
    assert_eq!((done.code, region.is_whole(), papers(&region.out()).len()), (2, 0, 30), "{done:?}");
    assert!(done.err.contains("на диске нет места; освободите место"), "{}", done.err);
    fs::remove_file(region.out().join("полно")).unwrap();
    region.mends(Version::New);
}

#[test]
fn an_output_folder_without_rights_is_a_failure() {
    let region = Region::new(1);
    region.write(Version::New);
    let program = region.out().join("программа-00");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o555)).unwrap();
    let done = as_nobody(&region, &["build", "."]);
    assert_eq!((done.code, region.is_whole()), (2, 0), "{done:?}");
    assert!(done.err.contains("нет прав доступа; закройте документ, если он открыт, и проверьте права"), "{done:?}");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    region.mends(Version::New);
}

#[test]
fn a_new_program_takes_no_folder_that_cannot_be_listed() {
    let region = Region::new(1);
    let folder = region.path().join("программа-00");
    let main = folder.join("программа.yaml");
    let before = fs::read(&main).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o333)).unwrap();
    let done = as_nobody(&region, &["new", "программа-00"]);
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(done.code, 2, "{done:?}");
    assert!(fs::read(&main).unwrap() == before);
}

#[test]
fn an_output_folder_that_is_taken_away_meanwhile_is_made_again_or_a_failure() {
    let region = Region::new(4);
    let (mut done, mut failed) = (0, 0);
    while_disturbed(
        || {
            sleep(Duration::from_millis(100));
            let _ = fs::remove_dir_all(region.out());
        },
        || {
            for _ in 0..5 {
                let run = prikaz(region.path(), &["build", ".", "--no-cache"]);
                assert!(run.code == 0 || run.err.contains("не удалось записать out"), "{run:?}");
                (done, failed) = if run.code == 0 { (done + 1, failed) } else { (done, failed + 1) };
            }
        },
    );
    eprintln!("the folder taken away again and again: {done} builds done, {failed} failed");
    region.mends(Version::New);
}

#[test]
fn a_folder_in_the_place_of_a_paper_is_a_failure() {
    let region = Region::new(1);
    let paper = region.out().join("программа-00/приказ.docx");
    fs::remove_file(&paper).unwrap();
    fs::create_dir(&paper).unwrap();
    let done = region.build();
    assert_eq!(done.code, 2);
    let said = "out/программа-00/приказ.docx: это папка, а не файл; переименуйте или удалите эту папку";
    assert!(done.err.contains(said), "{}", done.err);
    assert_eq!(region.leftovers(), Vec::<String>::new());
    fs::remove_dir(&paper).unwrap();
    region.mends(Version::New);
}

#[test]
fn a_link_in_the_place_of_a_paper_gives_way_and_what_it_leads_to_stays() {
    let region = Region::new(1);
    let (paper, strange) = (region.out().join("программа-00/приказ.docx"), region.path().join("чужое"));
    for missing in [false, true] {
        fs::write(&strange, "чужое").unwrap();
        fs::remove_file(&paper).unwrap();
        symlink(if missing { Path::new("нет такого") } else { &strange }, &paper).unwrap();
        region.mends(Version::New);
        assert!(fs::symlink_metadata(&paper).unwrap().is_file());
        assert_eq!(fs::read(&strange).unwrap(), "чужое".as_bytes());
    }
    // A link to an equal paper gives way as well, as soon as it is written at all.
    fs::rename(&paper, &strange).unwrap();
    symlink(&strange, &paper).unwrap();
    assert_eq!(prikaz(region.path(), &["build", ".", "--no-cache"]).code, 0);
    assert!(fs::symlink_metadata(&paper).unwrap().is_file());
}

#[test]
fn the_output_folder_may_be_a_link_but_the_folder_of_a_program_may_not_lead_out() {
    let region = Region::new(1);
    let elsewhere = tempfile::tempdir().unwrap();
    fs::remove_dir_all(region.out()).unwrap();
    symlink(elsewhere.path(), region.out()).unwrap();
    region.write(Version::New);
    assert_eq!(region.build().code, 0);
    assert!(papers(elsewhere.path()) == *region.of(Version::New));
    fs::remove_file(region.out()).unwrap();
    fs::create_dir(region.out()).unwrap();
    let target = elsewhere.path().join("программа-00");
    fs::write(target.join(".prikaz-a1B2c3.tmp"), "чужое").unwrap();
    symlink(&target, region.out().join("программа-00")).unwrap();
    let before = files(elsewhere.path());
    region.write(Version::Old);
    let done = region.build();
    assert_eq!(done.code, 2);
    assert!(done.err.contains("out/программа-00 — ссылка на другую папку; удалите ссылку"), "{}", done.err);
    assert!(files(elsewhere.path()) == before, "nothing is written or removed there");
    fs::remove_file(region.out().join("программа-00")).unwrap();
    region.mends(Version::New);
}

#[test]
fn a_pipe_or_a_device_is_neither_waited_for_nor_replaced() {
    let region = Region::new(1);
    let (paper, cache) = (region.out().join("программа-00/приказ.docx"), region.path().join(CACHE));
    for path in [&paper, &cache] {
        fs::remove_file(path).unwrap();
        assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    }
    let done = region.build();
    assert_eq!(done.code, 2);
    assert!(done.err.contains("out/программа-00/приказ.docx: это не обычный файл"), "{}", done.err);
    assert!(fs::metadata(&paper).unwrap().file_type().is_fifo());
    fs::remove_file(&paper).unwrap();
    symlink("/dev/null", &paper).unwrap();
    assert!(region.build().err.contains("это не обычный файл"));
    fs::remove_file(&paper).unwrap();
    region.mends(Version::New);
    assert!(fs::metadata(&cache).unwrap().file_type().is_fifo(), "a build goes without its cache");
}

#[test]
fn programs_that_change_meanwhile_get_papers_of_one_version_each() {
    let region = Region::new(4);
    let mut version = Version::Old;
    let change = || {
        version = if version == Version::Old { Version::New } else { Version::Old };
        region.write(version);
    };
    while_disturbed(change, || {
        for _ in 0..15 {
            assert_eq!(region.build().code, 0);
            region.is_of_one_version();
        }
    });
    for version in [Version::New, Version::Old, Version::New] {
        region.mends(version);
    }
}

#[test]
fn builds_at_once_into_one_folder_leave_whole_papers() {
    let region = Region::new(4);
    let other = tempfile::tempdir().unwrap();
    region::write(other.path(), 4, Version::Old);
    for round in 0..4 {
        region.write(if round % 2 == 0 { Version::New } else { Version::Old });
        let elsewhere = || {
            let mut command = region.command();
            command.current_dir(other.path()).arg("--out").arg(region.out());
            command
        };
        let commands = [region.command(), region.command(), elsewhere(), region.command(), elsewhere()];
        let builds: Vec<Child> = commands.into_iter().map(|mut command| command.spawn().unwrap()).collect();
        for mut build in builds {
            assert_eq!(build.wait().unwrap().code(), Some(0));
            region.is_whole();
        }
        assert_eq!(region.leftovers(), Vec::<String>::new());
        // Whose papers lay there is told by the first build that follows.
        region.build();
        region.mends(if round < 2 { Version::New } else { Version::Old });
    }
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// Does the work while a thread disturbs it all the time.
fn while_disturbed(mut disturb: impl FnMut() + Send, work: impl FnOnce()) {
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(Ordering::Relaxed) {
                disturb();
                sleep(Duration::from_millis(7));
            }
        });
        let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work));
        over.store(true, Ordering::Relaxed);
        done.unwrap();
    });
}

/// A build whose files may not grow over so many blocks of 512 bytes.
fn limited(region: &Region, blocks: usize) -> Run {
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" build .");
    let mut command = Command::new("sh");
    command.current_dir(region.path()).args(["-c", &script, env!("CARGO_BIN_EXE_prikaz")]);
    run(command)
}

/// A run by someone whom rights keep out, as they do not keep out root.
fn as_nobody(region: &Region, arguments: &[&str]) -> Run {
    if fs::metadata(region.path()).unwrap().uid() != 0 {
        return prikaz(region.path(), arguments);
    }
    fs::set_permissions(region.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let program = region.path().join("prikaz");
    // Copied by another process: a test that forks meanwhile would keep the copy open for writing.
    assert!(Command::new("cp").arg(env!("CARGO_BIN_EXE_prikaz")).arg(&program).status().unwrap().success());
    let mut command = Command::new(program);
    command.current_dir(region.path()).args(arguments).uid(65534).gid(65534);
    run(command)
}

fn run(mut command: Command) -> Run {
    let done = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: done.status.code().unwrap(), out: text(done.stdout), err: text(done.stderr) }
}

/// A disk that is taken away at the end.
struct Disk {
    path: PathBuf,
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.path).output();
    }
}
