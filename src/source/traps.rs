//! What YAML takes without a word but not as meant: a decimal comma inside brackets, a `#` that cuts a text, a
//! no-break space for an indent.

use crate::diagnostic::{FileId, Finding, Findings, Place};

/// Watches the plain scalars of a file go by.
pub struct Traps<'a> {
    file: FileId,
    text: &'a str,
    /// The plain scalar before, if it stood in brackets.
    previous: Option<(usize, usize)>,
    /// Numbers cut by their comma, from the first digit to the last.
    numbers: Vec<(usize, usize)>,
    /// The `#` that cut a text, each with where the text began.
    cuts: Vec<(usize, usize)>,
    /// The no-break spaces before a text.
    spaces: Vec<(usize, usize)>,
}

impl<'a> Traps<'a> {
    /// Nothing seen so far.
    pub fn new(file: FileId, text: &'a str) -> Self {
        Self { file, text, previous: None, numbers: Vec::new(), cuts: Vec::new(), spaces: Vec::new() }
    }

    /// A plain scalar; if it is the second half of a number, gives the first half.
    pub fn plain(&mut self, start: usize, end: usize, in_brackets: bool) -> Option<(usize, usize)> {
        self.look_for_cut(start, end);
        let text = &self.text[start..end];
        if text.starts_with(char::is_whitespace) {
            self.spaces.push((start, end - text.trim_start().len()));
        }
        let previous = self.previous.replace((start, end));
        if !in_brackets {
            self.previous = None;
            return None;
        }
        let (first, half) = previous?;
        let digit_before = self.text[first..half].ends_with(|c: char| c.is_ascii_digit());
        let digit_after = self.text[start..end].starts_with(|c: char| c.is_ascii_digit());
        if self.text.get(half..start) != Some(",") || !digit_before || !digit_after {
            return None;
        }
        match self.numbers.last_mut() {
            Some(number) if number.1 == half => number.1 = end,
            _ => self.numbers.push((first, end)),
        }
        Some((first, half))
    }

    /// An empty value, which a `#` may have made empty.
    pub fn empty(&mut self, at: usize) {
        self.look_for_cut(at, at);
    }

    /// Reports what was seen; says whether the tree can be believed: no-break spaces for an indent tear it apart.
    pub fn finish(self, findings: &mut Findings) -> bool {
        let is_indent = |at: usize| {
            let line = self.text[..at].rfind('\n').map_or(0, |newline| newline + 1);
            self.text[line..at].chars().all(|sign| sign == ' ' || sign == '-')
        };
        let torn = self.spaces.iter().find(|(start, _)| is_indent(*start)).copied();
        let spaces: Vec<_> = self.spaces.iter().filter(|(start, _)| !is_indent(*start)).copied().chain(torn).collect();
        for (start, end) in self.numbers {
            let number = &self.text[start..end];
            let message = format!("запятая в «{number}» внутри скобок разделяет значения");
            findings.push(Finding::error("decimal-comma", Place::new(self.file, start, end), message).help(format!(
                "возьмите число в кавычки: \"{number}\"; если это разные значения, поставьте после запятой пробел"
            )));
        }
        for (start, end) in spaces {
            let message = "неразрывный пробел вместо обычного: для YAML это буква, а не отступ";
            findings.push(
                Finding::error("no-break-space", Place::new(self.file, start, end), message)
                    .help("удалите его и наберите обычные пробелы: он попал сюда при копировании"),
            );
        }
        for (start, sign) in self.cuts {
            let line = self.text[sign..].find('\n').map_or(self.text.len(), |length| sign + length);
            let end = sign + self.text[sign..line].trim_end().len();
            let place = Place::new(self.file, sign, end);
            findings.push(
                Finding::warning("text-cut-by-comment", place, "знак «#» обрезал текст: дальше — комментарий").help(
                    format!(
                        "возьмите текст в кавычки: \"{}\"; если это комментарий, поставьте после «#» пробел",
                        &self.text[start..end].trim_start().replace('"', "\\\"")
                    ),
                ),
            );
        }
        torn.is_none()
    }

    /// A comment is written with a blank after its sign; a letter or a digit there belongs to the text.
    fn look_for_cut(&mut self, start: usize, end: usize) {
        let rest = &self.text[end..];
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let mut next = rest[blanks..].chars();
        if blanks > 0 && next.next() == Some('#') && next.next().is_some_and(char::is_alphanumeric) {
            self.cuts.push((start, end + blanks));
        }
    }
}
