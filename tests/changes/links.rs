//! Links: soft and hard, inside and outside, circles, in the places of our own files.

use super::folder::put;
use super::random::Random;
use super::scene::Scene;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

pub fn change(scene: &mut Scene, random: &mut Random) -> Option<String> {
    let outside = scene.root.join("чужое");
    let said = match random.below(27) {
        0 | 1 => {
            let shared = scene.region.join("общее/главная.yml.txt");
            shift(&scene.main()?, &shared)?;
            "the program file is a link to a shared one"
        }
        2 => {
            shift(&scene.main()?, &outside.join("главная.yaml"))?;
            "the program file is a link out of the region"
        }
        3 => {
            let text = random.of(&scene.files(&[".md", ".yaml"])).clone();
            shift(&text, &scene.region.join("общее/текст.txt"))?;
            "a file of the program is a link to a shared one"
        }
        4 => {
            symlink("../../чужое/важное.md", scene.program.join("чужой.md")).ok()?;
            scene.section("Приложение", "чужой.md")?;
            "a text is a link out of the region"
        }
        5 => {
            symlink("нет такого.md", scene.program.join("пропал.md")).ok()?;
            scene.section("Приложение", "пропал.md")?;
            scene.told = Some("a text that is not there");
            "a text is a link to nothing"
        }
        6 => {
            symlink("круг.md", scene.program.join("круг.md")).ok()?;
            scene.section("Приложение", "круг.md")?;
            scene.told = Some("a text that is not there");
            "a text is a link to itself"
        }
        7 => {
            let real = scene.region.join("настоящая");
            fs::rename(&scene.program, &real).ok()?;
            symlink("настоящая", &scene.program).ok()?;
            "the folder of the program is a link within the region"
        }
        8 => {
            let real = outside.join("настоящая");
            fs::rename(&scene.program, &real).ok()?;
            symlink("../чужое/настоящая", &scene.program).ok()?;
            "the folder of the program is a link out of the region"
        }
        9 => {
            symlink("..", scene.program.join("вверх")).ok()?;
            "a link to the folder above lies in the program"
        }
        10 => {
            symlink("../чужое", scene.here.join(".prikaz")).ok()?;
            ".prikaz is a link out of the region"
        }
        11 => {
            put(&scene.here.join(".gitignore"), "свое\n");
            symlink(".", scene.here.join(".prikaz")).ok()?;
            ".prikaz is a link to the region"
        }
        12 => {
            let name = random.pick(&[".gitignore", "build.cache"]);
            fs::create_dir(scene.here.join(".prikaz")).ok()?;
            symlink(format!("../../чужое/{name}"), scene.here.join(".prikaz").join(name)).ok()?;
            put(&outside.join("build.cache"), "чужая память");
            return Some(format!(".prikaz/{name} is a link out of the region"));
        }
        13 => {
            put(&scene.here.join(".prikaz/.gitignore"), "мое\n");
            put(&scene.here.join(".prikaz/заметки.txt"), "мое\n");
            ".prikaz holds files of the user"
        }
        14 => {
            put(&scene.here.join(".prikaz"), "мой файл\n");
            ".prikaz is a file"
        }
        15 => {
            symlink("../чужое", scene.here.join("out")).ok()?;
            "out is a link out of the region"
        }
        16 => {
            symlink(&scene.program, scene.here.join("out")).ok()?;
            "out is a link to the program"
        }
        17 => {
            symlink(".", scene.here.join("out")).ok()?;
            "out is a link to the region"
        }
        18 => {
            symlink("нет такой", scene.here.join("out")).ok()?;
            "out is a link to nothing"
        }
        19 => {
            let papers = scene.papers();
            fs::create_dir_all(papers.parent()?).ok()?;
            symlink(random.of(&[outside.as_path(), scene.program.as_path()]), &papers).ok()?;
            "the folder of papers is a link to a folder of the user"
        }
        20 => {
            fs::create_dir_all(scene.papers()).ok()?;
            let name = random.pick(&["приказ.docx", "программа.md"]);
            symlink(outside.join("важное.txt"), scene.papers().join(name)).ok()?;
            return Some(format!("{name} is a link to a file of the user"));
        }
        21 => {
            fs::create_dir_all(scene.papers()).ok()?;
            let name = random.pick(&["приказ.docx", "программа.md", "приказ.md"]);
            fs::hard_link(outside.join("важное.txt"), scene.papers().join(name)).ok()?;
            return Some(format!("{name} is a hard link of a file of the user"));
        }
        22 => {
            fs::create_dir(scene.region.join("общее")).ok()?;
            fs::hard_link(scene.main()?, scene.region.join("общее/копия.txt")).ok()?;
            "the program file has a second name (hard link)"
        }
        23 => {
            let old = scene.files(&["муниципалитет.yaml"]).first()?.clone();
            shift(&old, &outside.join("муниципалитет.yaml"))?;
            "the municipality file is a link out of the region"
        }
        24 => {
            fs::create_dir(scene.program.join(".x")).ok()?;
            symlink(&outside, scene.program.join(".x/y")).ok()?;
            scene.section("Приложение", ".x/y/важноe.md")?;
            "a text behind a link in a hidden folder"
        }
        25 => {
            let place = scene.program.join(random.pick(&["труба.yaml", "труба.md", "шаблоны"]));
            Command::new("mkfifo").arg(&place).status().ok().filter(std::process::ExitStatus::success)?;
            let _ = scene.section("Приложение", "труба.md");
            return Some(format!("a pipe as {:?}", place.file_name()?));
        }
        _ => {
            let real = scene.region.join("шаблоны-общие");
            put(&real.join("order.md"), "");
            symlink(
                random.of(&[Path::new("../шаблоны-общие"), Path::new("../../чужое")]),
                scene.program.join("шаблоны"),
            )
            .ok()?;
            "the folder of templates is a link"
        }
    };
    Some(said.to_owned())
}

/// Moves a file and leaves a link.
fn shift(file: &Path, to: &Path) -> Option<()> {
    fs::create_dir_all(to.parent()?).ok()?;
    fs::rename(file, to).ok()?;
    symlink(to, file).ok()
}
