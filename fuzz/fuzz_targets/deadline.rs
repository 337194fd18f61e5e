//! A phrase with a term, the day of an order and a measure, a line for each: the days make sense, the places too.
#![no_main]

use libfuzzer_sys::fuzz_target;
use prikaz::deadline::{Kind, Setting, read};
use prikaz::read::{date, span};

fuzz_target!(|text: &str| {
    let mut lines = text.split('\n');
    let phrase = lines.next().unwrap_or_default();
    let term = lines.next().and_then(span);
    let order = lines.next().and_then(date);
    let reading = read(phrase, &Setting { term, order, measure: lines.next() });
    if let (Some(start), Some(end)) = (reading.start, reading.end) {
        assert!(start <= end, "{start} is after {end}");
    }
    for one in &reading.occurrences {
        assert!(one.start <= one.end, "{one:?}");
    }
    assert!(reading.occurrences.is_sorted_by_key(|one| one.start), "{:?}", reading.occurrences);
    assert!(reading.kind != Kind::Unknown || reading.occurrences.is_empty());
    for doubt in &reading.doubts {
        assert!(phrase.get(doubt.words()).is_some(), "{doubt:?}");
        assert!(!doubt.sentence(phrase).is_empty());
    }
});
