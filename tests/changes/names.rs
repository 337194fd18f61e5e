//! Names: of the main file, of parts, of the municipality's, of folders; hostile ones.

use super::folder::{copy, put};
use super::random::Random;
use super::scene::Scene;
use super::support::GOOD;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

const MAINS: [&str; 12] = [
    "Программа.yaml",
    "ПРОГРАММА.yaml",
    "програма.yaml",
    "программа.YAML",
    "программа.Yml",
    "программа.yaml.txt",
    "программа.yam",
    "программa.yaml",
    "программа .yaml",
    " программа.yaml",
    "программы.yaml",
    "Program.yaml",
];

const MUNICIPALITIES: [&str; 8] = [
    "Муниципалитет.yaml",
    "муниципалитет.YAML",
    "муниципалитеты.yaml",
    "муниципалитет.yaml.txt",
    "муницыпалитет.yaml",
    "муниципалитет .yaml",
    "Municipality.yaml",
    "муниципалитет.ymal",
];

/// Names that nobody means well with, or that somebody might have by chance.
pub const HOSTILE: [&str; 22] = [
    "::error::взлом",
    "а\n::error file=secret.yaml,line=1::подделка\nб",
    "\u{1b}[2J\u{1b}[1;1Hзамечаний нет\u{1b}[8m",
    "имя\rдругое",
    "таб\tв имени",
    "\u{202e}оборот",
    "с пробелом",
    " пробел впереди",
    "пробел сзади ",
    "точка.",
    "кавычка\"и'ещё",
    "100% #1",
    "-rf",
    "--out",
    "приказ.docx",
    "программа.docx",
    "con",
    "звёздочка*и?",
    "й",
    "\u{7f}удалено",
    "\u{85}строка",
    "[[ид]] <b>х</b>",
];

pub fn change(scene: &mut Scene, random: &mut Random) -> Option<String> {
    match random.below(13) {
        0 => {
            let name = random.pick(&MAINS);
            fs::rename(scene.main()?, scene.program.join(name)).ok()?;
            scene.told = Some("a misnamed program file");
            Some(format!("the program file is called {name:?}"))
        }
        1 => {
            let name = random.pick(&MAINS);
            put(&scene.region.join("другая").join(name), GOOD);
            scene.targets = Some(vec![".".into()]);
            scene.told = Some("a misnamed program file");
            Some(format!("a further program whose file is called {name:?}, all programs of the region"))
        }
        2 => {
            let name = random.pick(&MUNICIPALITIES);
            let above = scene.region.join("муниципалитет.yaml");
            let old = if above.exists() { above } else { scene.program.join("муниципалитет.yaml") };
            fs::rename(&old, old.with_file_name(name)).ok()?;
            scene.told = Some("a misnamed municipality file");
            Some(format!("the municipality file is called {name:?}"))
        }
        3 => {
            let parts = scene.files(&[".yaml"]);
            let parts: Vec<_> = parts.iter().filter(|path| scene.main().as_ref() != Some(path)).collect();
            let part = *(!parts.is_empty()).then(|| random.of(&parts))?;
            let ending = random.pick(&["ymal", "yam", "yаml", "YAML", "yaml ", "yaml.txt", "yml.bak"]);
            let new = part.with_extension(ending);
            fs::rename(part, &new).ok()?;
            if *ending != *"yml.bak" {
                scene.told = Some("a misnamed part");
            }
            Some(format!("a YAML file is called {:?}", new.file_name()?))
        }
        4 | 5 => {
            let name = random.pick(&HOSTILE);
            let new = scene.region.join(name);
            fs::rename(&scene.program, &new).ok()?;
            scene.program = new;
            Some(format!("the folder of the program is called {name:?}"))
        }
        6 => {
            let name = random.pick(&HOSTILE);
            let ending = random.pick(&[".yaml", ".md", ".YAML", ".yaml.txt", ".ymal"]);
            put(&scene.program.join(format!("{name}{ending}")), "неизвестный ключ: \"значение\n");
            Some(format!("a broken file {name:?}{ending} beside the program"))
        }
        7 => {
            let name = random.pick(&HOSTILE).trim().replace(['\n', '\r', '\t'], "_");
            put(&scene.program.join(format!("{name}.md")), "Текст с [ссылкой](javascript:alert(1)).\n");
            scene.section("Приложение", &format!("{name}.md"))?;
            Some(format!("a text named {name:?}.md"))
        }
        8 => {
            let (on_disk, written) = *random.of(&[
                ("Йод.md", "Йод.md"),
                ("Йод.md", "Йод.md"),
                ("Отчёт.md", "отчёт.md"),
                ("отчет.MD", "отчет.md"),
                ("отчет .md", "отчет.md"),
                (".отчет.md", ".отчет.md"),
            ]);
            put(&scene.program.join(on_disk), "Текст приложения.\n");
            scene.section("Приложение", written)?;
            Some(format!("a text on disk as {on_disk:?} and named {written:?}"))
        }
        9 => {
            let name = random.pick(&["Школы", "школЫ", "школы ", "школы.", "шкoлы"]);
            copy(&scene.program, &scene.region.join(name));
            scene.targets = Some(vec![".".into()]);
            Some(format!("the same program once more as {name:?}"))
        }
        10 => {
            let name = random.pick(&["out", "target", "node_modules", ".скрытая", "CON", "aux.txt"]);
            let new = scene.region.join(name);
            fs::rename(&scene.program, &new).ok()?;
            scene.program = new;
            Some(format!("the folder of the program is called {name:?}"))
        }
        11 => {
            let name: &OsStr = OsStr::from_bytes(b"\xd0\xff.yaml");
            put(&scene.program.join(name), "цели: []\n");
            Some("a file whose name is not UTF-8".to_owned())
        }
        _ => {
            let long = "д".repeat(120);
            let new = scene.region.join(&long);
            fs::rename(&scene.program, &new).ok()?;
            scene.program = new;
            assert!(Path::new(&long).is_relative());
            Some("the folder of the program has a name of 120 letters".to_owned())
        }
    }
}
