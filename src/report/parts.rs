//! Whether the reports that are joined are all parts of one check.

use std::collections::BTreeSet;

/// How many missing parts are named.
const NAMED: usize = 5;

/// The parts that were seen; reports of a whole check are none.
#[derive(Debug, Default)]
pub(super) struct Parts {
    seen: Vec<(usize, usize)>,
}

impl Parts {
    /// Adds «3/10»; what is wrong with it is one Russian line.
    pub(super) fn add(&mut self, written: &str) -> Result<(), String> {
        let part = written.split_once('/').and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
        let part = part.filter(|(number, of)| (1..=*of).contains(number));
        self.seen.push(part.ok_or_else(|| format!("часть «{written}» непонятна"))?);
        Ok(())
    }

    /// Whether each part is there once, if any is; what is wrong is one Russian line.
    pub(super) fn are_all(&self) -> Result<(), String> {
        let Some((_, of)) = self.seen.first().copied() else { return Ok(()) };
        if let Some((_, other)) = self.seen.iter().find(|(_, other)| *other != of) {
            return Err(format!("отчёты разных проверок: одни части из {of}, другие из {other}"));
        }
        let mut numbers = BTreeSet::new();
        if let Some((number, _)) = self.seen.iter().find(|(number, _)| !numbers.insert(*number)) {
            return Err(format!("отчёт части {number} из {of} назван дважды"));
        }
        let missing: Vec<String> = (1..=of)
            .filter(|number| !numbers.contains(number))
            .take(NAMED + 1)
            .map(|number| number.to_string())
            .collect();
        match missing.as_slice() {
            [] => Ok(()),
            [one] => Err(format!("нет отчёта части {one} из {of}")),
            [named @ .., _] if missing.len() > NAMED => {
                Err(format!("нет отчётов частей {} и других из {of}", named.join(", ")))
            }
            all => Err(format!("нет отчётов частей {} из {of}", all.join(", "))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(parts: &[&str]) -> Result<(), String> {
        let mut all = Parts::default();
        parts.iter().try_for_each(|part| all.add(part))?;
        all.are_all()
    }

    #[test]
    fn every_part_is_there_once() {
        assert_eq!(joined(&[]), Ok(()));
        assert_eq!(joined(&["2/3", "1/3", "3/3"]), Ok(()));
        assert_eq!(joined(&["1/3", "2/3"]), Err("нет отчёта части 3 из 3".to_owned()));
        assert_eq!(joined(&["2/4", "1/4"]), Err("нет отчётов частей 3, 4 из 4".to_owned()));
        assert_eq!(
            joined(&["1/99999999999"]),
            Err("нет отчётов частей 2, 3, 4, 5, 6 и других из 99999999999".to_owned())
        );
        assert_eq!(joined(&["1/2", "1/2"]), Err("отчёт части 1 из 2 назван дважды".to_owned()));
        assert_eq!(joined(&["1/2", "2/3"]), Err("отчёты разных проверок: одни части из 2, другие из 3".to_owned()));
        for wrong in ["", "3", "4/3", "0/3", "а/б"] {
            assert_eq!(joined(&[wrong]), Err(format!("часть «{wrong}» непонятна")));
        }
    }
}
