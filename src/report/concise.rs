//! One line a finding, as compilers print: for editors, `grep` and logs.

use super::entry::entries;
use super::run::Run;
use super::words::{one_line, russian};

/// `path:line:column: ошибка [rule]: message`, the column in characters; without a place the path alone.
pub fn concise(run: &Run<'_>) -> String {
    let mut report = String::new();
    for entry in entries(run) {
        let position = entry.spot.span.map(|(start, _)| format!(":{}:{}", start.line, start.column));
        let line = format!(
            "{}{}: {} [{}]: {}\n",
            entry.spot.shown(),
            position.unwrap_or_default(),
            russian(entry.finding.level),
            entry.finding.name,
            one_line(&entry.finding.message),
        );
        report.push_str(&line);
    }
    report
}

#[cfg(test)]
mod tests {
    use super::concise;
    use crate::report::testing::{awkward, clean, empty};

    #[test]
    fn a_finding_is_a_line() {
        assert_eq!(
            awkward(concise),
            r#"programs/Округ, «Южный» 100%/program.yaml:1:12: ошибка [no-unit]: плохо: 100%, «a|b» <script>alert(1)</script> `код` "кавычки" вторая строка
programs/Округ, «Южный» 100%/тексты/раздел 1.md:1:17: предупреждение [odd-word]: слово {0} на двух строках
programs/Округ, «Южный» 100%/program.yaml:2:1: предупреждение [odd-word]: одно и то же
programs/Округ, «Южный» 100%/program.yaml:3:1: предупреждение [odd-word]: одно и то же
programs/Округ, «Южный» 100%/program.yaml: замечание [stray]: без места\u{1b}[31m\u{0} и без правила
programs/Округ, «Южный» 100%/тексты/раздел 1.md:3:1: ошибка [no-unit]: в конце файла
programs/b/program.yaml:1:1: ошибка [no-unit]: у показателя нет единицы
"#
        );
        assert_eq!(empty(concise) + &clean(concise), "");
    }
}
