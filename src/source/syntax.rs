//! Says in Russian what the scanner says in English, and what to do about the frequent causes.

use crate::diagnostic::{FileId, Finding, Place};

/// What the tree knows of the point at which the scanner stopped.
pub struct Surroundings {
    /// The last scalar before it.
    pub last_scalar: Option<(usize, usize)>,
    /// The innermost bracket that is open.
    pub open_bracket: Option<usize>,
}

/// A fault in words: where it is to be shown, what it is, what to do.
struct Fault {
    place: (usize, usize),
    message: String,
    help: Option<String>,
    related: Option<((usize, usize), &'static str)>,
}

/// The finding for a message of the scanner at an offset.
pub fn finding(file: FileId, text: &str, info: &str, at: usize, around: &Surroundings) -> Finding {
    let fault = explain(&Spot { text, at }, info, around);
    let place = |(start, end)| Place::new(file, start, end);
    let name = if info == "recursion limit exceeded" { "nested-too-deep" } else { "yaml-syntax" };
    let mut finding = Finding::error(name, place(fault.place), fault.message);
    finding.help = fault.help;
    if let Some((related, label)) = fault.related {
        finding = finding.also(place(related), label);
    }
    finding
}

/// A point of the text and its line.
struct Spot<'a> {
    text: &'a str,
    at: usize,
}

impl Spot<'_> {
    fn line_start(&self) -> usize {
        self.text[..self.at].rfind('\n').map_or(0, |at| at + 1)
    }

    fn line_end(&self) -> usize {
        self.text[self.at..].find('\n').map_or(self.text.len(), |length| self.at + length)
    }

    /// What stands on the line before the point.
    fn before(&self) -> &str {
        &self.text[self.line_start()..self.at]
    }

    /// Whether a tab is among the blanks at the beginning of the line.
    fn is_tabbed(&self) -> bool {
        self.before().chars().take_while(|c| c.is_whitespace()).any(|c| c == '\t')
    }

    /// Whether nothing follows but blanks.
    fn is_at_end(&self) -> bool {
        self.text[self.at..].trim().is_empty()
    }

    /// A no-break space among the blanks at the beginning of the line.
    fn no_break_space(&self) -> Option<(usize, usize)> {
        let line = &self.text[self.line_start()..self.line_end()];
        let at = line[..line.len() - line.trim_start().len()].find('\u{a0}')?;
        Some((self.line_start() + at, self.line_start() + at + '\u{a0}'.len_utf8()))
    }

    /// The dash that begins a line without a blank after it, though a key follows: «-ид: курсы».
    fn tight_dash(&self) -> Option<(usize, usize)> {
        let line = &self.text[self.line_start()..self.line_end()];
        let start = self.line_start() + (line.len() - line.trim_start().len());
        let rest = line.trim_start().strip_prefix('-')?;
        (rest.starts_with(char::is_alphabetic) && rest.contains(':'))
            .then(|| (start, self.line_start() + line.trim_end().len()))
    }

    fn character(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    /// The character at the point; at the end of a line nothing.
    fn here(&self) -> (usize, usize) {
        let width = self.character().filter(|c| *c != '\n').map_or(0, char::len_utf8);
        (self.at, self.at + width)
    }

    /// From the point to the end of the line.
    fn rest(&self) -> (usize, usize) {
        (self.at, self.at + self.text[self.at..self.line_end()].trim_end().len())
    }

    /// The last line above the point that is neither blank nor a comment.
    fn line_above(&self) -> (usize, usize) {
        let mut end = self.line_start();
        while end > 0 {
            let start = self.text[..end - 1].rfind('\n').map_or(0, |at| at + 1);
            let line = &self.text[start..end - 1];
            if !line.trim().is_empty() && !line.trim_start().starts_with('#') {
                return (start + line.len() - line.trim_start().len(), start + line.trim_end().len());
            }
            end = start;
        }
        self.here()
    }
}

/// What the scanner says of lines that do not fit together.
const STRUCTURE: [&str; 5] = [
    "while parsing a block mapping, did not find expected key",
    "while parsing a block collection, did not find expected '-' indicator",
    "mapping values are not allowed in this context",
    "simple key expect ':'",
    "simple key expected",
];

fn explain(spot: &Spot, info: &str, around: &Surroundings) -> Fault {
    if let Some(bracket) = around.open_bracket
        && (info.contains("flow") || info == "illegal placement of ':' indicator" || spot.is_at_end())
    {
        return in_brackets(spot, info, bracket);
    }
    let above = Spot { text: spot.text, at: spot.line_above().0 };
    let around_here = [Some(spot), Some(&above).filter(|_| STRUCTURE.contains(&info))].into_iter().flatten();
    if let Some(place) = around_here.into_iter().find_map(Spot::no_break_space) {
        let help = "удалите его и наберите обычные пробелы: он попал сюда при копировании";
        return fault(place, "неразрывный пробел вместо обычного: для YAML это буква, а не отступ", help);
    }
    let last = around.last_scalar.map(|(start, _)| Spot { text: spot.text, at: start });
    let tight = [Some(spot), last.as_ref(), Some(&above)].into_iter().flatten().find_map(Spot::tight_dash);
    if let Some(place) = tight.filter(|_| STRUCTURE.contains(&info)) {
        return fault(place, "после «-» в начале пункта нет пробела", "поставьте пробел: «- ид: курсы»");
    }
    match info {
        "while parsing a block mapping, did not find expected key"
        | "while parsing a block collection, did not find expected '-' indicator"
            if spot.is_tabbed() =>
        {
            tab(spot)
        }
        "mapping values are not allowed in this context" => second_colon(spot, around),
        "simple key expect ':'" | "simple key expected" => line_without_colon(spot),
        "while parsing a block mapping, did not find expected key" => misplaced_line(spot),
        "while parsing a block collection, did not find expected '-' indicator" => fault(
            spot.rest(),
            "среди пунктов списка стоит строка без «- »",
            "поставьте в начале строки «- » или выровняйте её под ключами того пункта, к которому она относится",
        ),
        _ => plain_words(spot, info),
    }
}

fn fault(place: (usize, usize), message: impl Into<String>, help: &str) -> Fault {
    Fault { place, message: message.into(), help: Some(help.into()), related: None }
}

/// A fault between brackets: on the line of the bracket something else is wrong, below it the bracket was forgotten.
fn in_brackets(spot: &Spot, info: &str, bracket: usize) -> Fault {
    let (open, close) = if spot.text[bracket..].starts_with('{') { ("{", "}") } else { ("[", "]") };
    let same_line = spot.line_start() <= bracket;
    match spot.character() {
        _ if info.starts_with("':' may not precede") => no_blank_after_colon(spot, spot.rest()),
        Some(':') if same_line => colon_inside(spot),
        Some(other @ ('}' | ']')) if !close.contains(other) => fault(
            spot.here(),
            format!("скобка «{open}» закрыта другой скобкой: «{other}»"),
            &format!("замените её на «{close}»"),
        ),
        Some(other) if same_line && other != '\n' => fault(
            spot.here(),
            "между значениями в скобках нет запятой",
            "поставьте запятую, а если это текст, возьмите его в кавычки",
        ),
        _ => Fault {
            related: Some((spot.here(), "до этого места скобки нет")),
            ..fault(
                (bracket, bracket + 1),
                format!("скобка «{open}» не закрыта"),
                &format!("поставьте «{close}» в конце"),
            )
        },
    }
}

fn colon_inside(spot: &Spot) -> Fault {
    fault(
        spot.here(),
        "двоеточие с пробелом внутри текста без кавычек",
        "возьмите всё значение в кавычки: 'текст: продолжение'",
    )
}

/// A `: ` where none may be: in a text without quotes, or in a line that went on with the text above.
fn second_colon(spot: &Spot, around: &Surroundings) -> Fault {
    let line = spot.line_start();
    let key = line + spot.before().len() - spot.before().trim_start().len();
    match around.last_scalar {
        Some((start, _)) if start < line && spot.is_tabbed() => tab(spot),
        Some((start, _)) if start < line => {
            let above = Spot { text: spot.text, at: start };
            let whole = above.rest();
            let written = &spot.text[whole.0..whole.1];
            if written.contains(':') && above.before().trim().is_empty() {
                return no_blank_after_colon(spot, whole);
            }
            let message = "строка сдвинута вправо и стала продолжением текста над ней";
            let help = "выровняйте её под соседними ключами, а если это текст, возьмите его весь в кавычки";
            Fault { related: Some((whole, "этот текст")), ..fault((key, spot.at + 1), message, help) }
        }
        _ => colon_inside(spot),
    }
}

fn line_without_colon(spot: &Spot) -> Fault {
    let (start, end) = spot.line_above();
    if spot.text[start..end].contains(':') {
        return no_blank_after_colon(spot, (start, end));
    }
    fault(
        (start, end),
        "строка не похожа ни на «ключ: значение», ни на «- пункт»",
        "поставьте после ключа двоеточие с пробелом, а продолжение текста сдвиньте вправо",
    )
}

fn misplaced_line(spot: &Spot) -> Fault {
    let before = spot.before().trim();
    if spot.character() == Some(':') {
        return no_blank_after_colon(spot, spot.rest());
    }
    if before == "-" || spot.text[spot.at..].starts_with("- ") {
        let start = if before == "-" { spot.line_start() + spot.before().find('-').unwrap_or(0) } else { spot.at };
        return fault(
            (start, spot.rest().1),
            "пункт списка стоит среди ключей",
            "выровняйте «- » под другими пунктами списка, ниже ключа, к которому он относится",
        );
    }
    if before.is_empty() {
        return fault(
            spot.rest(),
            "отступ строки не такой, как у строк рядом",
            "выровняйте строку пробелами ровно под соседними ключами",
        );
    }
    fault(spot.rest(), "после значения стоит лишний текст", "возьмите всё значение в кавычки")
}

fn no_blank_after_colon(spot: &Spot, place: (usize, usize)) -> Fault {
    if spot.text[place.0..place.1].contains(":\u{A0}") {
        let help = "удалите его и наберите обычный пробел: он попал сюда при копировании";
        return fault(place, "после двоеточия стоит неразрывный пробел", help);
    }
    fault(place, "после двоеточия нет пробела", "поставьте после двоеточия пробел: «срок: 2021»")
}

const QUOTE: &str = "возьмите всё значение в кавычки";
const TABS: &str = "замените табуляцию пробелами: по два на уровень";

fn plain_words(spot: &Spot, info: &str) -> Fault {
    let start_sign = || {
        let sign = spot.character().map_or_else(String::new, String::from);
        fault(spot.here(), format!("значение не может начинаться со знака «{sign}»"), QUOTE)
    };
    match info {
        "while parsing node, found unknown anchor" => {
            fault(spot.rest(), "значение не может начинаться со знака «*»: это ссылка на другое место", QUOTE)
        }
        "while scanning an anchor or alias, did not find expected alphabetic or numeric character"
        | "while parsing a node, did not find expected node content"
        | "the handle wasn't declared"
        | "invalid global tag character" => start_sign(),
        _ if info.starts_with("unexpected character") => start_sign(),
        _ if info.contains(" tag") || info.contains("TAG") => start_sign(),
        "invalid indentation in quoted scalar"
        | "while scanning a quoted scalar, found unexpected end of stream"
        | "while scanning a quoted scalar, found unexpected document indicator" => fault(
            spot.rest(),
            "кавычка не закрыта",
            "закройте кавычку в конце значения; следующие строки длинного текста сдвиньте вправо",
        ),
        "invalid trailing content after double-quoted scalar" => fault(
            spot.rest(),
            "после закрывающей кавычки стоит ещё текст",
            "замените кавычки внутри текста на «ёлочки» и возьмите в кавычки всё значение",
        ),
        _ if info.contains("invalid Unicode character escape code") => fault(
            spot.rest(),
            "запись «\\u…» или «\\U…» не означает никакого знака",
            "удалите её и наберите нужный знак или возьмите значение в одинарные кавычки: 'текст'",
        ),
        _ if info.starts_with("while parsing a quoted scalar") => fault(
            backslash(spot),
            "знак «\\» в двойных кавычках — служебный",
            "возьмите значение в одинарные кавычки: 'текст'",
        ),
        "block sequence entries are not allowed in this context" | "\"-\" is only valid inside a block" => fault(
            spot.rest(),
            "«- » начинает список, а здесь стоит внутри строки",
            "начните список с новой строки под ключом, а если это тире, возьмите значение в кавычки",
        ),
        "plain scalar cannot start with '-' followed by ,[]{}" => start_sign(),
        "mapping keys are not allowed in this context" => {
            fault(spot.rest(), "значение не может начинаться с «? »", QUOTE)
        }
        "misplaced bracket" => fault(
            spot.here(),
            "закрывающая скобка без открывающей",
            "удалите её, а если это текст, возьмите его в кавычки",
        ),
        "comment intercepting the multiline text" => fault(
            spot.rest(),
            "комментарий стоит посреди текста из нескольких строк",
            "перенесите комментарий выше текста, а если это текст, возьмите его в кавычки",
        ),
        "while scanning a block scalar, did not find expected comment or line break" => fault(
            spot.rest(),
            "текст после «|» или «>» начат на той же строке",
            "начните текст со следующей строки с отступом",
        ),
        "wrongly indented line in block scalar" => fault(
            spot.rest(),
            "первая строка текста сдвинута меньше, чем нужно",
            "выровняйте все строки текста одинаково, глубже ключа",
        ),
        _ if info.starts_with("while scanning a block scalar") => {
            fault(spot.rest(), "после «|» или «>» стоит неверный отступ", "уберите цифру после знака")
        }
        "did not find expected <document start>" | "did not find expected <document-start>" => {
            fault(spot.rest(), "строка стоит левее первой строки файла", "уберите пробелы перед первым ключом файла")
        }
        "invalid content after document end marker" => {
            fault(spot.rest(), "после конца документа «...» стоит текст", "удалите строку «...»")
        }
        "':' must be followed by a valid YAML whitespace" | "'-' must be followed by a valid YAML whitespace" => {
            fault(spot.here(), "после «:» или «-» стоит табуляция", "замените табуляцию одним пробелом")
        }
        _ if info.contains("tab") => tab(spot),
        "invalid indentation" | "invalid indentation for anchor" => {
            fault(spot.rest(), "неверный отступ строки", "выровняйте строку пробелами под соседними")
        }
        "recursion limit exceeded" => fault(spot.here(), "слишком много вложенных скобок", "проверьте скобки"),
        "a byte order mark must not appear inside a document" => {
            fault(spot.here(), "невидимый знак U+FEFF посреди файла", "удалите его")
        }
        "unexpected eof" | "did not find expected next token" | "unexpected end of plain scalar" => {
            fault(spot.here(), "файл обрывается на полуслове", "допишите последнюю строку")
        }
        _ if info.contains("directive") => {
            fault(spot.rest(), "строка не может начинаться со знака «%»: это служебная строка", QUOTE)
        }
        _ => Fault {
            place: spot.here(),
            message: format!("строка не по правилам YAML (разбор: {info})"),
            help: Some("проверьте отступы, кавычки и двоеточия рядом".into()),
            related: None,
        },
    }
}

/// The first backslash in quotation marks that begins no sign known to YAML.
fn backslash(spot: &Spot) -> (usize, usize) {
    let (start, end) = spot.rest();
    let mut signs = spot.text[start..end].char_indices();
    while let Some((at, sign)) = signs.next() {
        if sign == '\\' && !signs.next().is_some_and(|(_, next)| "0abt\tnvfre \"/\\N_LPxuU".contains(next)) {
            return (start + at, start + at + 1);
        }
    }
    (start, end)
}

/// Shows the tab itself, which stands on this line or on one of the next.
fn tab(spot: &Spot) -> Fault {
    let start = spot.line_start();
    let place = spot.text[start..].find('\t').map_or(spot.here(), |at| (start + at, start + at + 1));
    fault(place, "табуляция вместо пробелов", TABS)
}

#[cfg(test)]
#[path = "syntax_tests.rs"]
mod tests;
