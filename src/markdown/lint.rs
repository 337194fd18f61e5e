//! What Markdown does in silence and a writer of official papers does not expect.

use std::ops::Range;

use pulldown_cmark::Event;

use super::items;
use super::reader::Reader;
use crate::diagnostic::{Finding, Place};
use crate::limits;

/// How much of an address is told.
const SHOWN: usize = 100;

impl Reader<'_> {
    /// Looks for marks that were meant as markup and stayed text.
    pub(super) fn lint_text(&mut self, text: &str, range: &Range<usize>) {
        if self.text.get(range.clone()) != Some(text) {
            if let Some(character) = text.chars().find(|own| !"\t\n".contains(*own) && limits::is_forbidden(*own)) {
                self.findings.push(forbidden_character(self.place(range), character));
            }
            return;
        }
        // A delimiter that stayed text comes letter by letter.
        let joined = |reader: &Self| match reader.peek() {
            Some((Event::Text(next), after)) => text == "*" && after.start == range.end && next.starts_with('*'),
            _ => false,
        };
        if !self.escaped(range.start) && (text.starts_with("**") || joined(self)) {
            let place = self.place(&(range.start..range.start + 2));
            self.findings.push(
                Finding::warning("stray-emphasis", place, "звёздочки «**» остались в тексте")
                    .help("уберите пробел между «**» и словом: «**Срок:** 2024», а не «**Срок: **2024»"),
            );
        }
        let rest = &self.text[range.start..];
        if rest.starts_with("[^")
            && !self.escaped(range.start)
            && let Some(end) = rest.find(']')
            && !rest[..end].contains(char::is_whitespace)
        {
            let place = self.place(&(range.start..range.start + end + 1));
            let label = rest[2..end].to_owned();
            self.findings.push(footnote_without_text(place, &label));
        }
    }

    /// Looks for a product of numbers, «2*3*4», whose asterisks Markdown takes for emphasis.
    pub(super) fn lint_product(&mut self, range: &Range<usize>) {
        let digit = |sign: char| sign.is_ascii_digit();
        let Some(factor) = self.text[range.clone()].strip_prefix('*') else { return };
        if self.text[..range.start].ends_with(digit) && factor.trim_start_matches('*').starts_with(digit) {
            let place = self.place(range);
            self.findings.push(
                Finding::warning("lost-asterisk", place, "звёздочки между числами не печатаются: это знаки Markdown")
                    .help("для умножения напишите «×», для самой звёздочки – «\\*»"),
            );
        }
    }

    /// Looks for items that are joined into one paragraph: «а) …» under «а) …» is no list in Markdown.
    pub(super) fn lint_soft_break(&mut self, at: usize) {
        let line = self.text[at..].lines().next().unwrap_or_default();
        let begin = line.trim_start();
        if begin.starts_with('|') && begin.trim_end().ends_with('|') && begin.trim_end().len() > 1 {
            // The first row of what was meant as a table; a paragraph that begins with one is reported as a whole.
            let row = at + (line.len() - begin.len());
            self.rows_in_text.push(row..row + begin.trim_end().len());
        }
        let mark = match begin.chars().next() {
            Some(bullet) if items::BULLETS.contains(&bullet) => &begin[..bullet.len_utf8()],
            _ => begin.split_ascii_whitespace().next().unwrap_or_default(),
        };
        if is_item_mark(mark) {
            let start = at + (line.len() - begin.len());
            let place = self.place(&(start..start + mark.len()));
            self.findings.push(
                Finding::warning("joined-items", place, format!("строка «{mark}» слилась с предыдущей в один абзац"))
                    .help("оставьте перед ней пустую строку"),
            );
        }
    }

    pub(super) fn unused_notes(&mut self) {
        let unused: Vec<_> = self.notes.iter().filter(|(label, _)| !self.used_notes.contains(*label)).collect();
        let unused: Vec<_> = unused.into_iter().map(|(label, at)| (label.clone(), *at)).collect();
        for (label, at) in unused {
            self.jump(at);
            if let Some((_, range)) = self.peek() {
                let message = format!("на сноску «{label}» в тексте нет ссылки");
                self.findings.push(
                    Finding::warning("unused-footnote", self.place(&range), message)
                        .help(format!("поставьте «[^{label}]» там, где нужна сноска, или удалите её текст")),
                );
            }
        }
    }

    /// Looks for lines `[слово]: …` that Markdown takes for the address of a link and does not print.
    pub(super) fn unused_links(&mut self) {
        for (label, range) in std::mem::take(&mut self.links) {
            if !self.used_links.contains(&label.to_lowercase()) {
                let message = format!("строка «[{label}]: …» не печатается: Markdown считает её адресом ссылки");
                self.findings.push(
                    Finding::warning("lost-line", self.place(&range), message)
                        .help("поставьте перед скобкой обратную косую черту: «\\[»"),
                );
            }
        }
    }
}

/// «а)», «•», «1.1.», «2)», «10.»: what begins an item of a Russian paper. A number with a full stop at the end of a
/// sentence may begin a line by chance, so whole numbers need a bracket.
fn is_item_mark(mark: &str) -> bool {
    if mark.starts_with(items::BULLETS) {
        return true;
    }
    let mut letters = mark.chars();
    if let (Some(letter), Some(')'), None) = (letters.next(), letters.next(), letters.next()) {
        return letter.is_alphanumeric();
    }
    if let Some(number) = mark.strip_suffix(')') {
        return !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    }
    let number = mark.strip_suffix('.').unwrap_or_default();
    number.contains('.')
        && number.split('.').all(|part| !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit()))
        && number.split('.').count() <= 4
}

/// The finding of a character that may stand in no text, written as a reference: `&#x202E;`.
fn forbidden_character(place: Place, character: char) -> Finding {
    Finding::error("control-character", place, format!("в тексте {}", limits::name_forbidden(character)))
        .help("удалите его запись «&#…;»")
}

pub(super) fn printed_rule(place: Place) -> Finding {
    Finding::warning("printed-rule", place, "линия в официальной бумаге не печатается")
        .help("удалите строку; новую страницу начинает новый раздел или приложение")
}

pub(super) fn underlined_heading(place: Place) -> Finding {
    Finding::warning("underlined-heading", place, "черта под текстом превратила его в заголовок")
        .help("если нужен заголовок, начните строку с «## »; если нет, удалите черту")
}

pub(super) fn indented_code(place: Place) -> Finding {
    Finding::error("indented-code", place, "четыре пробела в начале строки превращают текст в код")
        .help("уберите отступ")
}

pub(super) fn fenced_code(place: Place) -> Finding {
    Finding::error("fenced-code", place, "строка из «```» или «~~~» превращает текст в код").help("удалите эту строку")
}

pub(super) fn code_in_text(place: Place) -> Finding {
    Finding::warning("code-in-text", place, "обратные кавычки не печатаются").help("поставьте кавычки-ёлочки: «…»")
}

pub(super) fn raw_html(place: Place) -> Finding {
    Finding::warning("raw-html", place, "тег HTML печатается как простой текст")
        .help("уберите тег; из тегов понятен только «<br>», новая строка")
}

pub(super) fn broken_table(place: Place) -> Finding {
    Finding::error("broken-table", place, "таблица прервана пустой строкой или осталась без шапки")
        .help("удалите пустую строку внутри таблицы; под шапкой нужна строка «| --- | --- |»")
}

pub(super) fn year_as_list(place: Place, year: u64) -> Finding {
    Finding::warning("year-as-list", place, format!("«{year}.» в начале строки превращает текст в пункт списка"))
        .help(format!("если это не пункт, поставьте обратную косую черту: «{year}\\.»"))
}

pub(super) fn picture(place: Place) -> Finding {
    Finding::error("picture-in-text", place, "картинка в тексте не печатается")
        .help("удалите её; печатается только подпись к картинке")
}

pub(super) fn link_to_nowhere(place: Place) -> Finding {
    Finding::warning("link-to-nowhere", place, "у ссылки нет адреса").help("допишите адрес: «[текст](https://…)»")
}

/// The finding of an address that a paper does not link to: what is clicked in a signed paper opens a site, a letter or
/// a call and nothing else.
pub(super) fn unlinked_address(place: Place, address: &str) -> Finding {
    let shown: String = address.chars().take(SHOWN).collect();
    let rest = if shown.len() < address.len() { "…" } else { "" };
    let help = if address.starts_with("www.") {
        format!("допишите начало: «https://{shown}{rest}»")
    } else {
        "начните адрес сайта с «https://», почту с «mailto:», телефон с «tel:» или оставьте одни слова без скобок"
            .to_owned()
    };
    let message = format!("адрес «{shown}{rest}» не стал ссылкой: напечатаны только её слова");
    Finding::warning("unlinked-address", place, message).help(help)
}

pub(super) fn directive_inside(place: Place) -> Finding {
    Finding::error("misplaced-directive", place, "указание стоит внутри текста и не выполняется")
        .help("поставьте его отдельной строкой вне списков и таблиц; заметку для себя начните с «#»: «<!-- # … -->»")
}

pub(super) fn hidden_comment(place: Place) -> Finding {
    Finding::warning("hidden-comment", place, "пометка в документ не попадёт")
        .help("если это заметка для себя, начните её с «#»: «<!-- # … -->»")
}

pub(super) fn footnote_without_text(place: Place, label: &str) -> Finding {
    Finding::error("footnote-without-text", place, format!("у сноски «{label}» нет текста"))
        .help(format!("добавьте в конец отдельной строкой: «[^{label}]: текст сноски»"))
}

pub(super) fn too_many_brackets(place: Place) -> Finding {
    let message = format!("в одном абзаце открыто больше {} скобок", limits::BRACKETS);
    Finding::error("too-many-brackets", place, message).help("закройте скобки или удалите лишние")
}

pub(super) fn repeated_footnote(place: Place, label: &str) -> Finding {
    Finding::error("too-many-copies", place, format!("сноска «{label}» названа слишком много раз"))
        .help("оставьте одну сноску, а в других местах сошлитесь на неё словами")
}

pub(super) fn footnote_in_footnote(place: Place) -> Finding {
    Finding::error("footnote-in-footnote", place, "сноска внутри сноски не печатается")
        .help("перенесите её текст в саму сноску")
}

pub(super) fn unclosed_comment(place: Place) -> Finding {
    Finding::error("unclosed-comment", place, "пометка «<!--» не закрыта: она забрала весь текст после себя")
        .help("закройте её знаками «-->»")
}
