//! Words that differ by a slip of the keyboard, or by an ending.

use std::str::Chars;

/// Whether two words differ by one slip: a letter too many, too few, of another kind, or two that changed places.
pub fn is_slip(one: &str, other: &str) -> bool {
    if one.len().abs_diff(other.len()) > char::MAX_LEN_UTF8 {
        return false;
    }
    let (one, other) = without_common(one, other);
    let mut letters = (one.chars(), other.chars());
    let two = |letters: &mut Chars<'_>| (letters.next(), letters.next(), letters.next());
    match (two(&mut letters.0), two(&mut letters.1)) {
        ((Some(_), None, None), (None | Some(_), None, None)) | ((None, None, None), (Some(_), None, None)) => true,
        ((Some(a), Some(b), None), (Some(c), Some(d), None)) => a == d && b == c,
        _ => false,
    }
}

/// Two words without the letters that both begin with, and then without those that both end with.
fn without_common<'t>(one: &'t str, other: &'t str) -> (&'t str, &'t str) {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other);
    let begin = same.map(|(letter, _)| letter.len_utf8()).sum::<usize>();
    let (one, other) = (&one[begin..], &other[begin..]);
    let same = one.chars().rev().zip(other.chars().rev()).take_while(|(one, other)| one == other);
    let end = same.map(|(letter, _)| letter.len_utf8()).sum::<usize>();
    (&one[..one.len() - end], &other[..other.len() - end])
}

/// Whether two words differ at their ends only, as forms of one word do.
pub fn is_ending(one: &str, other: &str) -> bool {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    same + 2 >= one.chars().count().min(other.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_slip_is_a_distance_of_one(one in "[а-в]{0,6}", other in "[а-в]{0,6}") {
            prop_assert_eq!(is_slip(&one, &other), strsim::osa_distance(&one, &other) == 1);
        }
    }
}
