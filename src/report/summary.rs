//! The last lines of a run: how much was found.

use super::run::{Checked, Run};
use super::words::{LEVELS, one_line};
use crate::diagnostic::plural::{count, form};
use serde::{Deserialize, Serialize};

/// How many findings of each level there are, in how many programs.
fn summary(errors: usize, warnings: usize, notes: usize, programs: usize) -> String {
    let counts = [errors, warnings, notes];
    let found = if counts == [0; 3] {
        "замечаний нет".to_owned()
    } else {
        format!("найдено: {}", counted(counts))
    };
    if programs > 1 {
        format!("в {programs} {} {found}", form(programs, ["программе", "программах", "программах"]))
    } else {
        found
    }
}

/// «3 ошибки, 1 предупреждение»: the numbers of the levels from the worst that are not zero.
pub(super) fn counted(numbers: [usize; 3]) -> String {
    let forms = [
        ["ошибка", "ошибки", "ошибок"],
        ["предупреждение", "предупреждения", "предупреждений"],
        ["замечание", "замечания", "замечаний"],
    ];
    let found = numbers.into_iter().zip(forms).filter(|(number, _)| *number > 0);
    found.map(|(number, forms)| count(number, forms)).collect::<Vec<_>>().join(", ")
}

/// How much was found in a program, or in all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Tally {
    title: String,
    passport: Option<(usize, usize)>,
    /// How many findings of each level there are, from the worst.
    pub(super) counts: [usize; 3],
    pub(super) excused: usize,
    baselined: usize,
}

impl Tally {
    /// That of a program.
    pub(super) fn of(program: &Checked<'_>) -> Self {
        Self {
            title: one_line(program.title),
            passport: program.passport,
            counts: LEVELS.map(|level| program.findings.count(level)),
            excused: program.excused,
            baselined: program.baselined,
        }
    }

    /// «Программа …: паспорт заполнен на 11 из 13, ошибок 4, …».
    pub(super) fn line(&self) -> String {
        let passport = self.passport.map(|(filled, wanted)| format!("паспорт заполнен на {filled} из {wanted}, "));
        let [errors, warnings, notes] = self.counts;
        format!(
            "{}: {}ошибок {errors}, предупреждений {warnings}, замечаний {notes}{}",
            self.title,
            passport.unwrap_or_default(),
            hidden(self.excused, self.baselined),
        )
    }

    /// «в 3 программах найдено: 5 ошибок, 12 предупреждений».
    pub(super) fn line_of_all(tallies: &[Self]) -> String {
        let total = |part: fn(&Self) -> usize| tallies.iter().map(part).sum::<usize>();
        let [errors, warnings, notes] = [0, 1, 2].map(|level| tallies.iter().map(|tally| tally.counts[level]).sum());
        let hidden = hidden(total(|tally| tally.excused), total(|tally| tally.baselined));
        format!("{}{hidden}", summary(errors, warnings, notes, tallies.len()))
    }
}

/// The last line of a run.
pub(super) fn summary_of_run(run: &Run<'_>) -> String {
    Tally::line_of_all(&run.programs.iter().map(Tally::of).collect::<Vec<_>>())
}

/// What stands under exceptions and what is in the baseline, when there is any.
pub(super) fn hidden(excused: usize, baselined: usize) -> String {
    let excused = match excused {
        0 => String::new(),
        number => format!(", {number} под {}", form(number, ["исключением", "исключениями", "исключениями"])),
    };
    let baselined = if baselined > 0 {
        format!(", {baselined} учтено ранее (файл учёта)")
    } else {
        String::new()
    };
    excused + &baselined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::{awkward, clean, empty};

    #[test]
    fn only_what_was_found_is_counted() {
        assert_eq!(summary(3, 1, 0, 1), "найдено: 3 ошибки, 1 предупреждение");
        assert_eq!(summary(0, 0, 5, 1), "найдено: 5 замечаний");
        assert_eq!(summary(0, 0, 0, 1), "замечаний нет");
        assert_eq!(summary(0, 0, 0, 21), "в 21 программе замечаний нет");
        assert_eq!(summary(1, 0, 0, 2), "в 2 программах найдено: 1 ошибка");
    }

    #[test]
    fn what_is_not_listed_is_counted_too() {
        assert_eq!(
            awkward(summary_of_run),
            "в 3 программах найдено: 3 ошибки, 3 предупреждения, 1 замечание, 2 под исключениями, \
             5 учтено ранее (файл учёта)"
        );
        assert_eq!(empty(summary_of_run), "замечаний нет");
        assert_eq!(
            awkward(|run| run.programs.iter().map(|program| Tally::of(program).line()).collect::<Vec<_>>().join("\n")),
            "Программа | <i>«Юг»</i> и `север`: паспорт заполнен на 11 из 13, ошибок 2, предупреждений 3, \
             замечаний 1, 2 под исключениями, 5 учтено ранее (файл учёта)\n\
             Вторая программа: ошибок 1, предупреждений 0, замечаний 0\n\
             Третья программа: ошибок 0, предупреждений 0, замечаний 0"
        );
        assert_eq!(
            clean(|run| Tally::of(&run.programs[0]).line()),
            "Чистая программа: ошибок 0, предупреждений 0, замечаний 0"
        );
    }
}
