//! Markdown for a comment in a merge request: a table of the programs, the findings folded below.

use super::entry::Spot;
use super::run::{Checked, Run};
use super::summary::summary_of_run;
use super::words::{LEVELS, one_line, russian};
use crate::diagnostic::plural::count;
use crate::diagnostic::{Finding, Level};

/// GitHub takes no comment of more characters than 65536; some are left for a text around the report.
const LIMIT: usize = 60_000;

/// What the table of programs may take of it.
const TABLE_LIMIT: usize = 20_000;

/// The heading, the table and the findings of each program; cut, with a line that says so, before it grows too long for
/// a comment.
pub fn markdown(run: &Run<'_>) -> String {
    let mut page = Page { text: String::new(), left: LIMIT };
    page.push(&format!("## Проверка программ\n\n**Итог:** {}\n", escaped(&summary_of_run(run))));
    table(&mut page, run);
    let mut shown = 0;
    for program in run.programs.iter().filter(|program| !program.findings.is_empty()) {
        let numbers = LEVELS.map(|level| format!("{} {}", short(level), program.findings.count(level)));
        let head = format!("\n<details><summary>{} — {}</summary>\n\n", html(program.title), numbers.join(", "));
        if !page.push_before(&head, CLOSE) {
            break;
        }
        shown += program.findings.iter().take_while(|finding| page.push_before(&item(finding, program), CLOSE)).count();
        page.push(CLOSE);
    }
    let all: usize = LEVELS.iter().map(|level| run.count(*level)).sum();
    if shown < all {
        let left = count(all - shown, ["сообщение", "сообщения", "сообщений"]);
        page.push(&format!("\n**Показано не всё: не поместилось {left}.** Полный список печатает `prikaz check`.\n"));
    }
    page.text
}

const CLOSE: &str = "\n</details>\n";

/// A text that may grow by so many characters.
struct Page {
    text: String,
    left: usize,
}

impl Page {
    fn push(&mut self, part: &str) {
        self.left = self.left.saturating_sub(part.chars().count());
        self.text.push_str(part);
    }

    /// Adds a part if there is room for it and for what must follow.
    fn push_before(&mut self, part: &str, rest: &str) -> bool {
        let fits = part.chars().count() + rest.chars().count() <= self.left;
        if fits {
            self.push(part);
        }
        fits
    }
}

/// A row a program, as many as there is room for.
fn table(page: &mut Page, run: &Run<'_>) {
    if run.programs.is_empty() {
        return;
    }
    page.push("\n| Программа | Паспорт | Ошибки | Предупреждения | Замечания |\n| --- | --- | ---: | ---: | ---: |\n");
    for (index, program) in run.programs.iter().enumerate() {
        let passport = program.passport.map_or("—".to_owned(), |(filled, wanted)| format!("{filled} из {wanted}"));
        let [errors, warnings, notes] = LEVELS.map(|level| program.findings.count(level));
        page.push(&format!("| {} | {passport} | {errors} | {warnings} | {notes} |\n", escaped(program.title)));
        if LIMIT - page.left > TABLE_LIMIT && index + 1 < run.programs.len() {
            let left = count(run.programs.len() - index - 1, ["программа", "программы", "программ"]);
            page.push(&format!("\nВ таблицу не поместились: {left}.\n"));
            return;
        }
    }
}

fn item(finding: &Finding, program: &Checked<'_>) -> String {
    let spot = Spot::of_finding(finding, program);
    let line = spot.span.map(|(start, _)| format!(":{}", start.line)).unwrap_or_default();
    let help = finding.help.as_ref().map(|help| format!("<br>Что сделать: {}", escaped(help))).unwrap_or_default();
    format!(
        "- **{}** {} — {} ({}){help}\n",
        russian(finding.level),
        code(&format!("{}{line}", spot.shown())),
        escaped(&finding.message),
        code(finding.name),
    )
}

fn short(level: Level) -> &'static str {
    match level {
        Level::Error => "ошибок",
        Level::Warning => "предупреждений",
        Level::Note => "замечаний",
    }
}

/// Text that Markdown, its tables and the references of services («@имя», «#1») leave as it is.
fn escaped(text: &str) -> String {
    let mut safe = String::new();
    for c in one_line(text).chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' => safe.extend(['\\', c]),
            c => safe.push_str(&html_char(c)),
        }
        part(&mut safe, c);
    }
    safe
}

/// Text within an HTML element, where Markdown does not apply.
fn html(text: &str) -> String {
    let mut safe = String::new();
    for c in one_line(text).chars() {
        safe.push_str(&html_char(c));
        part(&mut safe, c);
    }
    safe
}

fn html_char(c: char) -> String {
    match c {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '"' => "&quot;".to_owned(),
        c => c.to_string(),
    }
}

/// An empty comment parts the sign of a reference from what it would refer to, so that nobody is called.
fn part(safe: &mut String, c: char) {
    if matches!(c, '@' | '#' | '!' | '%' | '$' | '&' | '~') {
        safe.push_str("<!-- -->");
    }
}

/// A code span, its fence longer than any run of backticks within.
fn code(text: &str) -> String {
    let text = one_line(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

#[cfg(test)]
mod tests {
    use super::{code, escaped, markdown};
    use crate::report::testing::{awkward, clean, empty, is_plain, many};

    #[test]
    fn the_form_is_fixed() {
        assert_eq!(
            awkward(markdown),
            r"## Проверка программ

**Итог:** в 3 программах найдено: 3 ошибки, 3 предупреждения, 1 замечание, 2 под исключениями, 5 учтено ранее (файл учёта)

| Программа | Паспорт | Ошибки | Предупреждения | Замечания |
| --- | --- | ---: | ---: | ---: |
| Программа \| &lt;i&gt;«Юг»&lt;/i&gt; и \`север\` | 11 из 13 | 2 | 3 | 1 |
| Вторая программа | — | 1 | 0 | 0 |
| Третья программа | — | 0 | 0 | 0 |

<details><summary>Программа | &lt;i&gt;«Юг»&lt;/i&gt; и `север` — ошибок 2, предупреждений 3, замечаний 1</summary>

- **ошибка** `programs/Округ, «Южный» 100%/program.yaml:1` — плохо: 100%<!-- -->, «a\|b» &lt;script&gt;alert(1)&lt;/script&gt; \`код\` &quot;кавычки&quot; вторая строка (`no-unit`)<br>Что сделать: поправьте \*это\* \[здесь\](x), см. @<!-- -->user и #<!-- -->1
- **предупреждение** `programs/Округ, «Южный» 100%/тексты/раздел 1.md:1` — слово {0} на двух строках (`odd-word`)
- **предупреждение** `programs/Округ, «Южный» 100%/program.yaml:2` — одно и то же (`odd-word`)
- **предупреждение** `programs/Округ, «Южный» 100%/program.yaml:3` — одно и то же (`odd-word`)
- **замечание** `programs/Округ, «Южный» 100%/program.yaml` — без места\\u{1b}\[31m\\u{0} и без правила (`stray`)
- **ошибка** `programs/Округ, «Южный» 100%/тексты/раздел 1.md:3` — в конце файла (`no-unit`)

</details>

<details><summary>Вторая программа — ошибок 1, предупреждений 0, замечаний 0</summary>

- **ошибка** `programs/b/program.yaml:1` — у показателя нет единицы (`no-unit`)<br>Что сделать: добавьте «единица»

</details>
"
        );
        assert_eq!(
            clean(markdown),
            "\
## Проверка программ

**Итог:** замечаний нет

| Программа | Паспорт | Ошибки | Предупреждения | Замечания |
| --- | --- | ---: | ---: | ---: |
| Чистая программа | — | 0 | 0 | 0 |
"
        );
        assert_eq!(empty(markdown), "## Проверка программ\n\n**Итог:** замечаний нет\n");
        assert!(is_plain(&awkward(markdown)));
    }

    #[test]
    fn a_comment_takes_it_and_what_is_missing_is_said() {
        let report = many(3000, markdown);
        assert!(report.chars().count() < 65_536);
        assert_eq!(report.matches("<details>").count(), report.matches("</details>").count());
        let shown = report.matches("\n- **").count();
        assert!(shown > 100);
        assert!(report.contains(&format!("Показано не всё: не поместилось {}", 3000 - shown)), "{shown}");
    }

    #[test]
    fn user_text_stays_text() {
        assert_eq!(escaped("a|b <i> `c` *d* [e](f) @g"), r"a\|b &lt;i&gt; \`c\` \*d\* \[e\](f) @<!-- -->g");
        assert_eq!(code("a`b``"), "``` a`b`` ```");
    }
}
