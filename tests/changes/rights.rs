//! Rights: what may not be read or written, and odd modes that must stay.

use super::random::Random;
use super::scene::{Scene, Step};
use std::fs;

pub fn change(scene: &mut Scene, random: &mut Random) -> Option<String> {
    scene.nobody = true;
    let (path, mode, told) = match random.below(14) {
        0 => (scene.main()?, 0o444, false),
        1 => (scene.main()?, *random.of(&[0o600, 0o640, 0o664, 0o777, 0o755]), false),
        2 => (scene.main()?, *random.of(&[0o000, 0o200]), true),
        3 => (scene.text(random)?, 0o000, true),
        4 => (scene.text(random)?, *random.of(&[0o444, 0o600]), false),
        5 => (scene.program.clone(), 0o555, false),
        6 => (scene.program.clone(), *random.of(&[0o000, 0o311]), true),
        7 => (scene.here.clone(), 0o555, false),
        8 => {
            fs::create_dir_all(scene.out()).ok()?;
            (scene.out(), *random.of(&[0o555, 0o000]), false)
        }
        9 => {
            fs::create_dir_all(scene.papers()).ok()?;
            (scene.papers(), *random.of(&[0o555, 0o000]), false)
        }
        10 => {
            fs::create_dir_all(scene.here.join(".prikaz")).ok()?;
            (scene.here.join(".prikaz"), *random.of(&[0o555, 0o000]), false)
        }
        11 => {
            let secret = scene.region.join("закрыто");
            fs::create_dir_all(&secret).ok()?;
            (secret, 0o000, false)
        }
        12 => {
            fs::create_dir_all(scene.papers()).ok()?;
            fs::write(scene.papers().join("приказ.docx"), "мое").ok()?;
            (scene.papers().join("приказ.docx"), *random.of(&[0o444, 0o000]), false)
        }
        _ => (scene.program.clone(), *random.of(&[0o700, 0o2775, 0o1777]), false),
    };
    if scene.modes.iter().any(|(other, _)| *other == path) {
        return None;
    }
    if told {
        scene.told = Some("a file that may not be read");
    }
    scene.steps.push(Step::Fix);
    let said = format!("{:?} has the mode {mode:o}", path.strip_prefix(&scene.root).unwrap());
    scene.modes.push((path, mode));
    Some(said)
}
