//! Federal acts that programs of education cite, with their true dates, numbers and titles.

use super::{Kind, normal_title};
use jiff::civil::Date;
use std::sync::LazyLock;

/// A federal act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Federal {
    /// What kind of act it is.
    pub kind: Kind,
    /// The day it was signed.
    pub date: Date,
    /// Its number.
    pub number: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its title by which others are compared with it.
    pub normal: String,
}

/// The table of federal acts.
pub static FEDERAL: LazyLock<Vec<Federal>> =
    LazyLock::new(|| include_str!("federal.tsv").lines().skip(1).map(row).collect());

/// A row of the table.
fn row(line: &'static str) -> Federal {
    let fields: Vec<&str> = line.split('\t').collect();
    let [kind, date, number, title] = fields[..] else { panic!("four fields in «{line}»") };
    let kind = match kind {
        "закон" => Kind::Law,
        "указ" => Kind::Decree,
        "постановление" => Kind::Resolution,
        "распоряжение" => Kind::Direction,
        "приказ" => Kind::Order,
        other => panic!("a known kind instead of «{other}»"),
    };
    let date = date.parse().unwrap_or_else(|_| panic!("a date in «{line}»"));
    Federal { kind, date, number, title, normal: normal_title(title) }
}

#[cfg(test)]
mod tests {
    use super::FEDERAL;
    use std::collections::BTreeSet;

    #[test]
    fn the_table_is_whole_and_names_no_act_twice() {
        let acts: BTreeSet<_> = FEDERAL.iter().map(|act| (act.date, act.number)).collect();
        assert_eq!(acts.len(), FEDERAL.len());
        assert!(FEDERAL.iter().all(|act| !act.title.is_empty()));
    }
}
