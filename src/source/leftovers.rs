//! What git leaves in the place of a text: marks of a merge that is not finished, the path of a link, a pointer.

use super::garbled;
use memchr::memmem;
use std::ops::Range;

/// How the pointer begins that Git LFS keeps in the place of a file.
const POINTER: &str = "version https://git-lfs.github.com/spec/v1";

/// The marks of a conflict; those that divide it stand in texts too, as underlines and in tables, and tell nothing.
const CONFLICT: [&str; 2] = ["<<<<<<<", ">>>>>>>"];

/// How long the path of a link may be in bytes.
const PATH: usize = 400;

/// What stands in the place of the whole text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StandIn {
    /// The pointer of Git LFS.
    Pointer,
    /// The path that a symbolic link leads to.
    Path,
}

/// Whether a text may hold anything of this, or question marks for letters.
pub(super) fn may_be(bytes: &[u8]) -> bool {
    bytes.len() < PATH
        || bytes.starts_with(POINTER.as_bytes())
        || [CONFLICT[0], CONFLICT[1], garbled::MARKS].iter().any(|mark| memmem::find(bytes, mark.as_bytes()).is_some())
}

/// What bytes are in the place of a text or a picture, if they are.
pub(super) fn stand_in(bytes: &[u8]) -> Option<StandIn> {
    if bytes.starts_with(POINTER.as_bytes()) {
        return Some(StandIn::Pointer);
    }
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.len() < PATH)?.trim();
    (!text.contains('\n') && is_path(text)).then_some(StandIn::Path)
}

/// Whether a line is the path of a file of ours and no sentence that names one.
fn is_path(line: &str) -> bool {
    let file = [".md", ".yaml", ".yml", ".png"].iter().any(|end| line.to_lowercase().ends_with(end));
    let outside = line.starts_with("./") || line.starts_with("../");
    let words = line.contains([':', '(', '"', '«', '<', '>', '|', '*', '[', '{']) || line.starts_with(['-', '#']);
    file && !words && (outside || line.contains('/') || !line.contains(' '))
}

/// The first mark of a merge that is not finished.
pub(super) fn conflict(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    text.split('\n').find_map(|line| {
        let mark = line.trim();
        let at = start + (line.len() - line.trim_start().len());
        start += line.len() + 1;
        let is = |sign: &&str| mark.strip_prefix(*sign).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        CONFLICT.iter().any(is).then_some(at..at + mark.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_git_leaves_in_the_place_of_a_file_is_known() {
        let pointer = format!("{POINTER}\noid sha256:4d7a\nsize 12345\n");
        assert_eq!(stand_in(pointer.as_bytes()), Some(StandIn::Pointer));
        for path in ["../общее/раздел 1.md", "раздел.md\n", "тексты/цели.MD", "./a.yaml", "../../эмблема.png"]
        {
            assert_eq!(stand_in(path.as_bytes()), Some(StandIn::Path), "{path}");
        }
        for text in ["см. раздел.md", "Файл: раздел.md", "- раздел.md", "Текст.\nраздел.md", "часть.docx", "", "# a.md"]
        {
            assert_eq!(stand_in(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn marks_of_a_merge_are_known_wherever_they_stand() {
        let found = |text: &'static str| conflict(text).map(|range| &text[range]);
        let text = "а: >-\n  <<<<<<< HEAD\n  текст\n  ||||||| 3fa2b1c\n  =======\n  другой\n  >>>>>>> ветка\n";
        assert_eq!(found(text), Some("<<<<<<< HEAD"));
        assert_eq!(found("а: >-\n  текст\n  =======\n  другой\n  >>>>>>> ветка\n"), Some(">>>>>>> ветка"));
        for text in [
            "а: |\n  Задачи\n  =======\n  Текст\n",
            "# =======\nа: б\n# <<<<<<< >>>>>>>\n",
            "Заголовок\n=======\n\n||||||| а |\n",
            "<<<<<<<<< и >>>>>>>\n<<<<<<<слово\n",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
