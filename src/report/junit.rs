//! `JUnit` XML: the rules as tests, for services that show tests.
//!
//! A test is a rule applied to a program, so that a service can tell what broke and what was mended since the last run:
//! the names of tests do not change when lines move. An error fails its test. Warnings and notes are output of a test
//! that passed: to skip a test would say that nobody looked.

use super::entry::Spot;
use super::run::{Checked, Run};
use super::words::{one_line, russian};
use crate::diagnostic::{Finding, Level};
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

/// One suite a program, one test a rule; without times. Ends with a newline.
///
/// # Panics
/// Never: a string takes all XML that is written.
pub fn junit(run: &Run<'_>) -> String {
    let mut report = Report::new("prikaz");
    let names = run.rule_names();
    for program in run.programs {
        let folder = class(program);
        let mut suite = TestSuite::new(folder.clone());
        let applied = names
            .iter()
            .filter(|name| run.rule(name).is_some() || program.findings.iter().any(|finding| finding.name == **name));
        suite.add_test_cases(applied.map(|name| test(name, &folder, run, program)));
        if suite.test_cases.is_empty() {
            suite.add_test_case(case("check", &folder, TestCaseStatus::success()));
        }
        report.add_test_suite(suite);
    }
    let xml = report.to_string().expect("a string takes all XML that is written");
    xml.trim_end().to_owned() + "\n"
}

fn test(name: &str, folder: &str, run: &Run<'_>, program: &Checked<'_>) -> TestCase {
    let found: Vec<&Finding> = program.findings.iter().filter(|finding| finding.name == name).collect();
    let text: String = found.iter().map(|finding| lines(finding, program)).collect();
    let title = run.rule(name).map_or_else(|| name.to_owned(), |rule| format!("{name}: {}", one_line(rule.title)));
    let errors: Vec<_> = found.iter().filter(|finding| finding.level == Level::Error).collect();
    let Some(first) = errors.first() else {
        let mut passed = case(&title, folder, TestCaseStatus::success());
        if !text.is_empty() {
            passed.set_system_out(text);
        }
        return passed;
    };
    let more = if errors.len() > 1 { format!(" (и ещё {})", errors.len() - 1) } else { String::new() };
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
    status.set_type(name).set_message(format!("{}{more}", one_line(&first.message))).set_description(text);
    case(&title, folder, status)
}

/// GitLab and Jenkins group tests by their class, which is the program here.
fn case(name: &str, folder: &str, status: TestCaseStatus) -> TestCase {
    let mut case = TestCase::new(name, status);
    case.set_classname(folder);
    case
}

/// The folder of the program: without the extension of its file, at whose dot Jenkins would cut.
fn class(program: &Checked<'_>) -> String {
    let spot = Spot::of_program(program);
    let path = spot.shown();
    path.rsplit_once('/').map_or(&*path, |(folder, _)| folder).to_owned()
}

/// A finding with its line, and below it what to do.
fn lines(finding: &Finding, program: &Checked<'_>) -> String {
    let spot = Spot::of_finding(finding, program);
    let help = finding.help.as_ref().map(|help| format!("  что сделать: {}\n", one_line(help))).unwrap_or_default();
    format!("{}:{}: {}: {}\n{help}", spot.shown(), spot.line(), russian(finding.level), one_line(&finding.message))
}

#[cfg(test)]
mod tests {
    use super::junit;
    use crate::report::testing::{awkward, clean, empty, is_plain};

    #[test]
    fn the_form_is_fixed() {
        assert_eq!(
            clean(junit),
            r#"<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="prikaz" tests="3" skipped="0" failures="0" errors="0">
    <testsuite name="programs/a" tests="3" skipped="0" errors="0" failures="0">
        <testcase name="no-unit: у показателя нет единицы измерения" classname="programs/a"/>
        <testcase name="odd-word: слово не из словаря" classname="programs/a"/>
        <testcase name="never-found: то, чего нет" classname="programs/a"/>
    </testsuite>
</testsuites>
"#
        );
        let report = awkward(junit);
        let first = report.split_once("failures=\"1\">\n").unwrap().1;
        assert_eq!(
            first.split_inclusive("</testsuite>\n").next().unwrap(),
            r#"        <testcase name="no-unit: у показателя нет единицы измерения" classname="programs/Округ, «Южный» 100%">
            <failure message="плохо: 100%, «a|b» &lt;script&gt;alert(1)&lt;/script&gt; `код` &quot;кавычки&quot; вторая строка (и ещё 1)" type="no-unit">programs/Округ, «Южный» 100%/program.yaml:1: ошибка: плохо: 100%, «a|b» &lt;script&gt;alert(1)&lt;/script&gt; `код` &quot;кавычки&quot; вторая строка
  что сделать: поправьте *это* [здесь](x), см. @user и #1
programs/Округ, «Южный» 100%/тексты/раздел 1.md:3: ошибка: в конце файла
</failure>
        </testcase>
        <testcase name="odd-word: слово не из словаря" classname="programs/Округ, «Южный» 100%">
            <system-out>programs/Округ, «Южный» 100%/тексты/раздел 1.md:1: предупреждение: слово {0} на двух строках
programs/Округ, «Южный» 100%/program.yaml:2: предупреждение: одно и то же
programs/Округ, «Южный» 100%/program.yaml:3: предупреждение: одно и то же
</system-out>
        </testcase>
        <testcase name="never-found: то, чего нет" classname="programs/Округ, «Южный» 100%"/>
        <testcase name="stray" classname="programs/Округ, «Южный» 100%">
            <system-out>programs/Округ, «Южный» 100%/program.yaml:1: замечание: без места\u{1b}[31m\u{0} и без правила
</system-out>
        </testcase>
    </testsuite>
"#
        );
        assert!(!report.split_once("programs/b").unwrap().1.contains("stray"));
        assert!(is_plain(&empty(junit)) && is_plain(&awkward(junit)));
    }
}
