//! Places: where one stands and how the program is named.

use super::random::Random;
use super::scene::Scene;
use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

pub fn change(scene: &mut Scene, random: &mut Random) -> Option<String> {
    let name: OsString = scene.program.file_name()?.into();
    let in_region = |path: &Path| Path::new("район").join(path);
    let (here, targets, said): (_, Vec<OsString>, &str) = match random.below(18) {
        0 => (scene.root.clone(), vec![in_region(Path::new(&name)).into()], "from above"),
        1 => (scene.root.clone(), vec![], "from above without a name"),
        2 => (scene.program.clone(), vec![], "from the program's folder"),
        3 => (scene.program.clone(), vec![".".into()], "from the program's folder as «.»"),
        4 => (scene.root.join("чужое"), vec![Path::new("../район").join(&name).into()], "from beside"),
        5 => {
            let below = scene.program.join("вложенная");
            fs::create_dir(&below).ok()?;
            (below, vec!["..".into()], "from below")
        }
        6 => (scene.root.join("чужое"), vec![scene.program.clone().into()], "by its absolute path"),
        7 => {
            let path = Path::new(&name).join("..").join(&name);
            (scene.region.clone(), vec![path.into()], "through «..»")
        }
        8 => {
            symlink("район", scene.root.join("ссылка")).ok()?;
            let path = Path::new("ссылка").join(&name);
            (scene.root.clone(), vec![path.into()], "through a link")
        }
        9 => {
            symlink("район", scene.root.join("ссылка")).ok()?;
            (scene.root.join("ссылка"), vec![name.clone()], "standing behind a link")
        }
        10 | 11 => (scene.region.clone(), vec![scene.named_from_here(&scene.main()?)], "by its main file"),
        12 => (scene.region.clone(), vec![], "from the region without a name"),
        13 => {
            let main = scene.named_from_here(&scene.main()?);
            (scene.region.clone(), vec![scene.named_from_here(&scene.program), main], "twice")
        }
        14 => (scene.program.clone(), vec!["программа.yaml".into()], "from its folder by its main file"),
        15 => (scene.region.clone(), vec!["ШКОЛЫ".into()], "in capitals"),
        16 => {
            let text = scene.files(&[".md", ".yaml"]).last()?.clone();
            (scene.region.clone(), vec![scene.named_from_here(&text)], "by another file of it")
        }
        _ => {
            fs::create_dir_all(scene.root.join(".git")).ok()?;
            (scene.program.clone(), vec![], "from its folder in a repository above")
        }
    };
    // Another program beside the one that is asked for is nobody's concern.
    scene.told = scene.told.filter(|told| *told != "a misnamed program file");
    scene.here = here;
    scene.targets = Some(targets);
    Some(said.to_owned())
}
