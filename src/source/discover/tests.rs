//! Folders made on the disk, searched from one of them.

use super::*;

struct Disk(tempfile::TempDir);

impl Disk {
    fn new(files: &[&str]) -> Self {
        let disk = Self(tempfile::tempdir().unwrap());
        for file in files {
            let path = disk.path().join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::File::create(path).unwrap();
        }
        disk
    }

    fn path(&self) -> Utf8PathBuf {
        Utf8Path::from_path(self.0.path()).unwrap().canonicalize_utf8().unwrap()
    }

    fn find(&self, here: &str, paths: &[&str]) -> Result<Vec<Folder>, Failure> {
        let paths: Vec<Utf8PathBuf> = paths.iter().map(Utf8PathBuf::from).collect();
        discover_from(&super::above::absolute(&self.path(), here.into()), &paths)
    }

    fn names(&self, here: &str, paths: &[&str]) -> Vec<(String, String)> {
        let folders = self.find(here, paths).unwrap();
        folders.into_iter().map(|folder| (folder.path.into_string(), folder.name)).collect()
    }
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(path, name)| ((*path).to_owned(), (*name).to_owned())).collect()
}

#[test]
fn a_program_has_its_parts_and_inherits_from_above() {
    let disk = Disk::new(&[
        "municipality.yaml",
        "templates/order.md",
        "programs/муниципалитет.yaml",
        "programs/a/программа.yaml",
        "programs/a/показатели.yaml",
        "programs/a/дорожная карта.yml",
        "programs/a/муниципалитет.yaml",
        "programs/a/модель.md",
        "programs/a/шаблоны/order.md",
    ]);
    let folders = disk.find(".", &["./programs/"]).unwrap();
    let strings = |paths: &[Utf8PathBuf]| paths.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(folders.len(), 1);
    assert_eq!(folders[0].path, "programs/a");
    assert_eq!(folders[0].main, "programs/a/программа.yaml");
    assert_eq!(strings(&folders[0].parts), ["programs/a/дорожная карта.yml", "programs/a/показатели.yaml"]);
    assert_eq!(
        strings(&folders[0].municipality),
        ["programs/a/муниципалитет.yaml", "programs/муниципалитет.yaml", "municipality.yaml"]
    );
    assert_eq!(strings(&folders[0].templates), ["programs/a/шаблоны", "templates"]);
    assert_eq!(folders[0].name, "a");
}

#[test]
fn the_repository_is_the_limit_above() {
    let disk = Disk::new(&["municipality.yaml", "repo/.git/HEAD", "repo/municipality.yaml", "repo/p/a/program.yaml"]);
    let find = |here: &str, path: &str| disk.find(here, &[path]).unwrap().remove(0);
    assert_eq!(find("repo/p", ".").municipality, ["../municipality.yaml"]);
    assert_eq!(find("repo/p/a", ".").main, "program.yaml");
    assert_eq!(find("repo/p/a", ".").municipality, ["../../municipality.yaml"]);
    assert_eq!(find(".", "repo").municipality, ["repo/municipality.yaml"]);
    let absolute = disk.path().join("repo/p");
    assert_eq!(find("repo", absolute.as_str()).municipality, [disk.path().join("repo/municipality.yaml")]);
}

#[test]
fn without_a_repository_the_searched_folder_is_the_limit_elsewhere() {
    let disk = Disk::new(&["municipality.yaml", "p/municipality.yaml", "p/a/program.yaml", "work/x.md"]);
    let folder = disk.find("work", &["../p"]).unwrap().remove(0);
    assert_eq!(folder.main, "../p/a/program.yaml");
    assert_eq!(folder.municipality, ["../p/municipality.yaml"]);
}

#[test]
fn every_program_is_found_once_and_named_apart() {
    let disk = Disk::new(&[
        "x/saratov/program.yaml",
        "y/saratov/program.yaml",
        "y/deep/perm/программа.yml",
        "y/.hidden/program.yaml",
        "y/out/program.yaml",
        "y/empty/part.yaml",
    ]);
    assert_eq!(
        disk.names(".", &["x", "y", "./x/saratov/program.yaml"]),
        pairs(&[("x/saratov", "x/saratov"), ("y/deep/perm", "deep/perm"), ("y/saratov", "y/saratov")])
    );
    assert_eq!(disk.names("y/deep/perm", &["программа.yml"]), pairs(&[(".", "perm")]));
    assert_eq!(disk.names("y/deep", &["."]), pairs(&[("perm", "perm")]));
    assert_eq!(disk.names(".", &["y/empty/../deep"]), pairs(&[("y/empty/../deep/perm", "perm")]));
}

#[test]
fn a_shared_file_stands_for_the_programs_below_it() {
    let disk = Disk::new(&["municipality.yaml", "a/program.yaml", "b/program.yaml", "b/текст.md", "b/c/program.yaml"]);
    assert_eq!(disk.names(".", &["municipality.yaml"]), pairs(&[("a", "a"), ("b", "b"), ("b/c", "b/c")]));
    assert_eq!(disk.names(".", &["b/текст.md"]), pairs(&[("b", "b")]));
}

#[test]
fn what_is_not_there_is_a_failure() {
    let disk = Disk::new(&["a/b.yaml"]);
    assert!(matches!(disk.find(".", &["нет"]), Err(Failure::NoSuchPath(path)) if path == "нет"));
    assert!(matches!(disk.find(".", &["a"]), Err(Failure::NoPrograms { alike: None, .. })));
}

#[test]
fn a_file_named_almost_right_is_pointed_out() {
    for name in ["Программа.yaml", "ПРОГРАММА.YAML", "программа.yaml.txt", "программа.yaml.yaml", "програма.yml"]
    {
        let disk = Disk::new(&[&format!("a/b/{name}"), "a/показатели.yaml"]);
        let failure = disk.find(".", &["a"]).unwrap_err();
        let said = format!("есть похожий файл a/b/{name} — переименуйте его в программа.yaml");
        assert!(failure.to_string().contains(&said), "{failure}");
    }
    let disk = Disk::new(&["a/Program.yaml"]);
    assert!(disk.find("a", &["."]).unwrap_err().to_string().contains("переименуйте его в program.yaml"));
}

#[test]
fn a_second_program_file_is_no_part_of_the_first() {
    let disk = Disk::new(&["a/program.yaml", "a/программа.yaml", "a/программа.yml"]);
    let folder = disk.find(".", &["a"]).unwrap().remove(0);
    assert_eq!((folder.main.as_str(), folder.parts.len()), ("a/program.yaml", 0));
    assert_eq!(folder.rivals, ["a/программа.yaml", "a/программа.yml"]);
}

#[test]
fn files_that_are_almost_named_as_parts_are_known() {
    let disk = Disk::new(&["a/program.yaml", "a/б.YAML", "a/в.yaml.txt", "a/г.txt", "a/.д.YML", "a/е.yml"]);
    let folder = disk.find(".", &["a"]).unwrap().remove(0);
    let misnamed: Vec<&str> = folder.misnamed.iter().map(|file| file.path.as_str()).collect();
    assert_eq!((misnamed, folder.parts.len()), (vec!["a/б.YAML", "a/в.yaml.txt"], 1));
}

#[cfg(unix)]
#[test]
fn links_are_followed_but_not_in_a_circle() {
    use std::os::unix::fs::symlink;
    let disk = Disk::new(&["real/a/program.yaml", "p/readme.md"]);
    symlink(disk.path().join("real"), disk.path().join("p/link")).unwrap();
    symlink(disk.path().join("nowhere"), disk.path().join("p/dead.yaml")).unwrap();
    assert_eq!(disk.names(".", &["p"]), pairs(&[("p/link/a", "link/a")]));
    assert_eq!(disk.names(".", &["."]), pairs(&[("p/link/a", "p/link/a")]));
    symlink(disk.path(), disk.path().join("p/circle")).unwrap();
    assert!(matches!(disk.find(".", &["p"]), Err(Failure::LinkCycle(path)) if path.starts_with("p/circle")));
    assert!(matches!(disk.find(".", &["/dev/null"]), Err(Failure::NotAFile(_))));
}
