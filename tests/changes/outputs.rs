//! Outputs: where papers, reports and the baseline go, and what lies there.

use super::folder::put;
use super::random::Random;
use super::scene::{Scene, Step};
use std::fs;

pub fn change(scene: &mut Scene, random: &mut Random) -> Option<String> {
    let program = scene.program.clone();
    let said = match random.below(29) {
        0 | 1 => {
            scene.out = Some(scene.named_from_here(program.parent()?));
            "--out is the folder of the program's folder"
        }
        2 => {
            named_text(scene, random)?;
            scene.out = Some(scene.named_from_here(program.parent()?));
            "--out is the folder of the program's folder, in which a text has a paper's name"
        }
        3 => {
            scene.out = Some(scene.named_from_here(&program));
            "--out is the program's folder"
        }
        4 => {
            scene.out = Some("..".into());
            "--out is above"
        }
        5 => {
            scene.out = Some(scene.named_from_here(&program.join("бумаги")));
            "--out is below the program"
        }
        6 => {
            scene.out = Some("../чужое".into());
            "--out is beside"
        }
        7 => {
            scene.out = Some(scene.named_from_here(&program.join("../out2")));
            "--out has «..» in it"
        }
        8 => {
            let name = random.pick(&["приказ.docx", "программа.md", "дорожная-карта.docx", "приказ.md"]);
            put(&scene.papers().join(name).join("мое.txt"), "мое\n");
            return Some(format!("{name} is a folder"));
        }
        9 => {
            put(&scene.out(), "мое\n");
            "the output folder is a file"
        }
        10 => {
            put(&scene.papers(), "мое\n");
            "the folder of papers is a file"
        }
        11 | 12 => {
            named_text(scene, random)?;
            let text = scene.files(&["программа.md", "приказ.md"]).first()?.clone();
            let kind = random.pick(&["markdown", "json", "protocol", "text"]);
            scene.steps.push(Step::Report(vec![(kind, text)]));
            "a report over a text of the program"
        }
        13 => {
            let path = scene.here.join("отчет.txt");
            scene.steps.push(Step::Report(vec![("json", path.clone()), ("markdown", path)]));
            "two reports into one file"
        }
        14 => {
            scene.steps.push(Step::Report(vec![("json", scene.main()?)]));
            "a report over the program file"
        }
        15 => {
            let new = program.join("программа.YML");
            put(&new, "мое\n");
            scene.steps.push(Step::Report(vec![("json", new)]));
            "a report over a YAML file in capitals"
        }
        16 => {
            let text = scene.files(&[".md", ".png"]).first()?.clone();
            scene.steps.push(Step::Baseline(text));
            "a baseline over a file of the program"
        }
        17 => {
            scene.steps.push(Step::Baseline(scene.main()?));
            "a baseline over the program file"
        }
        18 | 19 => {
            scene.steps.push(Step::Edit(random.below(10)));
            scene.steps.push(Step::Edit(random.below(10)));
            "papers are edited by hand"
        }
        20 => {
            scene.steps.push(Step::Edit(random.below(10)));
            scene.steps.push(Step::Rebuild);
            "a paper is edited by hand and the program changes"
        }
        21 | 22 => {
            let name = random.pick(&["приказ.docx", "программа.md", "дорожная-карта.docx", "паспорт.md"]);
            put(&scene.papers().join(name), "сделано руками\n");
            return Some(format!("{name} made by hand lies in the output folder"));
        }
        23 => {
            let name = random.pick(&["мой приказ.docx", "заметки.txt", ".prikaz-мой", "фото.jpg", "программа.yaml"]);
            put(&scene.papers().join(name), "мое\n");
            return Some(format!("{name} lies in the output folder"));
        }
        24 => {
            scene.steps.push(Step::Report(vec![("json", scene.here.join("нет/такой/папки/отчет.json"))]));
            "a report into a new folder"
        }
        25 => {
            scene.steps.push(Step::Report(vec![("json", program.clone())]));
            "a report over a folder"
        }
        26 => {
            scene.steps.push(Step::Report(vec![("protocol", scene.papers().join("приказ.docx"))]));
            "a report over a paper"
        }
        27 => {
            scene.steps.push(Step::New(program.clone()));
            scene.steps.push(Step::New(scene.here.join("новая/программа")));
            "new over the program"
        }
        _ => {
            let link = scene.here.join("отчет-ссылка.json");
            std::os::unix::fs::symlink("../чужое/важное.txt", &link).ok()?;
            scene.steps.push(Step::Report(vec![("json", link)]));
            "a report over a link to a file of the user"
        }
    };
    Some(said.to_owned())
}

/// A text of the program that is called as a paper is.
fn named_text(scene: &Scene, random: &mut Random) -> Option<()> {
    let name = random.pick(&["программа.md", "приказ.md"]);
    fs::write(scene.program.join(name), "Исходный текст раздела.\n").ok()?;
    scene.section("Приложение", name)
}
