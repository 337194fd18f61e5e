//! Names of files that were probably meant as those of a program, a municipality or a part and are written otherwise.

use super::{MAIN, MUNICIPALITY, is_searched, join, shown};
use crate::limits;
use crate::source::load;
use camino::{Utf8Path, Utf8PathBuf};
use std::path::Path;
use strsim::osa_distance;
use unicode_normalization::UnicodeNormalization;
use walkdir::WalkDir;

/// How many letters a name may be away from the right one.
const SLIPS: usize = 2;

/// Letters that look like Latin ones.
const TWINS: [(char, char); 12] = [
    ('а', 'a'),
    ('в', 'b'),
    ('е', 'e'),
    ('к', 'k'),
    ('м', 'm'),
    ('н', 'h'),
    ('о', 'o'),
    ('р', 'p'),
    ('с', 'c'),
    ('т', 't'),
    ('у', 'y'),
    ('х', 'x'),
];

/// A file that is not read because of its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misnamed {
    /// The file.
    pub path: Utf8PathBuf,
    /// What was meant.
    pub right: Right,
}

/// What the name of a file was meant to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// This one.
    Name(&'static str),
    /// Any with this ending.
    Ending(&'static str),
}

/// How a name is like one of those wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// It is the same but for case, form of letters, blanks or ending.
    Same(&'static str),
    /// Some letters are others.
    Near(&'static str),
}

impl Likeness {
    /// The name that was meant.
    pub fn right(self) -> &'static str {
        match self {
            Self::Same(right) | Self::Near(right) => right,
        }
    }
}

/// How a name is like that of a program file.
pub fn main(name: &str) -> Option<Likeness> {
    likeness(name, [MAIN[0], MAIN[1]])
}

/// How a name is like that of a municipality file.
pub fn municipality(name: &str) -> Option<Likeness> {
    likeness(name, [MUNICIPALITY[0], MUNICIPALITY[1]]).filter(|_| stem(&folded(name)).is_some())
}

fn likeness(name: &str, wanted: [&'static str; 2]) -> Option<Likeness> {
    // Most files have quite other names.
    if name.starts_with('.') || wanted.iter().all(|right| first(right) != first(name)) {
        return None;
    }
    let folded = folded(name);
    // A text file of another name is no matter of ours, so that this likeness is never the same.
    let (stem, is_text) = match stem(&folded) {
        Some(stem) => (stem, false),
        None => (folded.strip_suffix(".txt")?.trim_end(), true),
    };
    let far = |right: &&str| osa_distance(stem, &folded_stem(right));
    let right = wanted.into_iter().min_by_key(far).filter(|right| far(right) <= SLIPS)?;
    Some(if far(&right) == 0 && !is_text { Likeness::Same(right) } else { Likeness::Near(right) })
}

/// Whether a name is that of a YAML file but for its ending: «показатели.YAML», «показатели.ymal».
pub fn is_misnamed(name: &str) -> bool {
    let is_yaml = matches!(Utf8Path::new(name).extension(), Some("yaml" | "yml"));
    !is_yaml && !name.starts_with('.') && may_be(name) && stem(&folded(name)).is_some()
}

/// Whether a name is that of a text in Markdown but for its ending: «приказ.MD», «приказ.md.txt».
pub fn is_misnamed_text(name: &str) -> bool {
    let folded = folded(name);
    let rest = folded.trim_end_matches(['.', ' ']);
    let rest = rest.strip_suffix(".txt").unwrap_or(rest).trim_end();
    let ending = rest.rsplit_once('.').map_or("", |(_, ending)| ending.trim());
    let is_right = Utf8Path::new(name).extension() == Some("md");
    !is_right && !name.starts_with('.') && matches!(ending, "md" | "mdown" | "mkd" | "markdown")
}

/// Whether a name may be like one of those wanted, which few names of other files are.
pub fn may_be(name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or(name).trim_start();
    ending.is_empty() || ending.starts_with(['y', 'Y', 'у', 'У']) || ending.trim_end().eq_ignore_ascii_case("txt")
}

/// A name in lower case, its letters composed and those that look like Latin ones Latin.
fn folded(name: &str) -> String {
    name.trim().nfc().flat_map(char::to_lowercase).map(twin).collect()
}

/// The first letter of a folded name.
fn first(name: &str) -> Option<char> {
    name.trim_start().chars().next()?.to_lowercase().next().map(twin)
}

fn twin(letter: char) -> char {
    TWINS.iter().find(|(own, _)| *own == letter).map_or(letter, |(_, latin)| *latin)
}

fn folded_stem(right: &str) -> String {
    folded(right.trim_end_matches(".yaml"))
}

/// What stands before the endings of YAML: «программа» of «программа.yaml.txt».
fn stem(folded: &str) -> Option<&str> {
    let mut rest = folded.trim_end_matches(['.', ' ']);
    rest = rest.strip_suffix(".txt").unwrap_or(rest).trim_end();
    let mut found = None;
    while let Some((before, _)) = rest.rsplit_once('.').filter(|(_, ending)| is_ending(ending.trim())) {
        rest = before.trim_end();
        found = Some(rest);
    }
    found
}

/// Whether an ending is «yaml» or «yml» but for a letter; copies of editors end in other signs.
fn is_ending(ending: &str) -> bool {
    let near = |right: &str| osa_distance(ending, right) <= 1;
    ending.starts_with('y') && ending.chars().all(char::is_alphanumeric) && (near("yaml") || near("yml"))
}

/// The first file whose name is like that of a program file, as the user would name it, and how to rename it.
pub fn file(here: &Utf8Path, root: &Utf8Path) -> Option<(Utf8PathBuf, &'static str)> {
    let start = if root == "." { here.to_owned() } else { here.join(root) };
    let walk = WalkDir::new(&start).sort_by_file_name().into_iter().filter_entry(is_searched);
    walk.flatten().filter(|entry| entry.file_type().is_file()).find_map(|entry| {
        let path = Utf8Path::from_path(entry.path())?;
        let right = main(path.file_name()?)?.right();
        let folder = path.parent().map(|folder| shown(folder, &start, root))?;
        let place = if path == start { root.to_owned() } else { join(&folder, path.file_name()?) };
        Some((place, right))
    })
}

/// The program file whose card a file holds: a key of its name with more below it.
pub fn card(path: &Path) -> Option<&'static str> {
    let bytes = load::read(Utf8Path::from_path(path)?, limits::FILE_SIZE).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    let is_card = |right: &&str, line: &str| {
        let rest =
            line.strip_prefix(right.trim_end_matches(".yaml")).and_then(|rest| rest.trim_start().strip_prefix(':'));
        rest.is_some_and(|rest| {
            rest.trim().is_empty() || rest.starts_with([' ', '\t']) && rest.trim().starts_with(['#', '{', '&'])
        })
    };
    let lines = text.trim_start_matches('\u{feff}').lines();
    lines.into_iter().find_map(|line| MAIN[..2].iter().copied().find(|right| is_card(right, line)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_like_others() {
        let right = "программа.yaml";
        for name in [
            "Программа.yaml",
            "ПРОГРАММА.YAML",
            "программа.yaml.txt",
            "программа.yaml.yaml",
            "программа .yaml",
            "программа.yaml ",
            "программа.yaml.",
            "прогрaммa.yaml",
            "программа.уаml",
            "программа.ymal",
            "программа.yam",
        ] {
            assert_eq!(main(name), Some(Likeness::Same(right)), "{name}");
        }
        for name in ["програма.yml", "программы.yaml", "программа.txt", "программа1.yaml"]
        {
            assert_eq!(main(name), Some(Likeness::Near(right)), "{name}");
        }
        assert_eq!(main("Program.yaml"), Some(Likeness::Same("program.yaml")));
        for name in ["progress.yaml", "программа.md", ".программа.YAML", "docker-compose.yaml", "программа.docx"]
        {
            assert_eq!(main(name), None, "{name}");
        }
        assert_eq!(municipality("Муниципалитет.yaml"), Some(Likeness::Same("муниципалитет.yaml")));
        assert_eq!(municipality("муниципалитеты.yaml"), Some(Likeness::Near("муниципалитет.yaml")));
        assert_eq!(municipality("мкдокс.yaml"), None);
    }

    #[test]
    fn endings_are_like_that_of_yaml() {
        for name in ["а.YAML", "а.ymal", "а.yam", "а.yаml", "а.yaml ", "а.yaml.txt", "а.Yml", "а.yaml."] {
            assert!(is_misnamed(name), "{name}");
        }
        for name in
            ["а.yaml", "а.yml", "а.yaml~", "а.txt", "а.xml", "а.eml", "а.toml", ".а.YAML", "а.yaml.bak", "y", "а.md"]
        {
            assert!(!is_misnamed(name), "{name}");
        }
    }
}
