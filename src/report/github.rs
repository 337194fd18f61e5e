//! Annotations of GitHub Actions: workflow commands that put a finding next to its line.

use super::entry::{Entry, entries};
use super::run::Run;
use crate::diagnostic::Level;
use crate::visible;
use std::fmt::Write;

/// One `::error file=…,line=…::message` a finding. GitHub drops columns that lie on different lines, so they are given
/// for findings on one line only.
pub fn github(run: &Run<'_>) -> String {
    entries(run).iter().map(|entry| command(entry, run)).collect()
}

fn command(entry: &Entry<'_>, run: &Run<'_>) -> String {
    let level = match entry.finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    };
    let mut line = format!("::{level} file={},line={}", property(&entry.spot.shown()), entry.spot.line());
    let mut write = |part: std::fmt::Arguments<'_>| line.write_fmt(part).expect("a string takes all that is written");
    if let Some((start, end)) = entry.spot.span {
        write(format_args!(",endLine={}", end.line));
        if start.line == end.line {
            write(format_args!(",col={},endColumn={}", start.column, end.column));
        }
    }
    let name = entry.finding.name;
    let title = run.rule(name).map_or_else(|| name.to_owned(), |rule| format!("{} [{name}]", rule.title));
    let help = entry.finding.help.as_ref().map(|help| format!("\nЧто сделать: {help}")).unwrap_or_default();
    let message = data(&format!("{}{help}", entry.finding.message));
    write(format_args!(",title={}::{message}\n", property(&title)));
    line
}

/// What stands after `::`.
fn data(text: &str) -> String {
    visible::text(&text.replace("\r\n", "\n")).replace('%', "%25").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::github;
    use crate::report::testing::{awkward, clean, empty};

    #[test]
    fn a_finding_is_a_command() {
        assert_eq!(
            awkward(github),
            r#"::error file=programs/Округ%2C «Южный» 100%25/program.yaml,line=1,endLine=1,col=12,endColumn=15,title=у показателя нет единицы измерения [no-unit]::плохо: 100%25, «a|b» <script>alert(1)</script> `код` "кавычки"%0Aвторая строка%0AЧто сделать: поправьте *это* [здесь](x), см. @user и #1
::warning file=programs/Округ%2C «Южный» 100%25/тексты/раздел 1.md,line=1,endLine=2,title=слово не из словаря [odd-word]::слово {0} на двух строках
::warning file=programs/Округ%2C «Южный» 100%25/program.yaml,line=2,endLine=2,col=1,endColumn=5,title=слово не из словаря [odd-word]::одно и то же
::warning file=programs/Округ%2C «Южный» 100%25/program.yaml,line=3,endLine=3,col=1,endColumn=5,title=слово не из словаря [odd-word]::одно и то же
::notice file=programs/Округ%2C «Южный» 100%25/program.yaml,line=1,title=stray::без места\u{1b}[31m\u{0} и без правила
::error file=programs/Округ%2C «Южный» 100%25/тексты/раздел 1.md,line=3,endLine=3,col=1,endColumn=1,title=у показателя нет единицы измерения [no-unit]::в конце файла
::error file=programs/b/program.yaml,line=1,endLine=1,col=1,endColumn=2,title=у показателя нет единицы измерения [no-unit]::у показателя нет единицы%0AЧто сделать: добавьте «единица»
"#
        );
        assert_eq!(empty(github) + &clean(github), "");
    }
}
