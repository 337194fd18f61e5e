//! From a piece to another, and lists of them.

use super::cursor::Cursor;
use super::phrase::{Part, Piece, Stretch, Years};
use super::words::Sign;

impl Cursor<'_> {
    /// A list: «октябрь, декабрь», «Сентябрь/ апрель», «октябрь 2020, апрель 2021».
    pub(super) fn stretches(&mut self) -> Option<Vec<Stretch>> {
        let mut found = self.stretch()?;
        while let Some(next) = self.attempt(|cursor| {
            let joined = cursor.eat_sign(&Sign::Comma) || cursor.eat_sign(&Sign::Slash) || cursor.eat(&["и"]);
            if joined {
                cursor.eat(&["в", "во"]);
                cursor.stretch()
            } else {
                None
            }
        }) {
            found.extend(next);
        }
        share_years(&mut found);
        Some(found)
    }

    /// A piece, or two with a dash between them.
    fn stretch(&mut self) -> Option<Vec<Stretch>> {
        let mut pieces = self.pieces()?;
        if pieces.len() == 1
            && let Some(last) = self.attempt(|cursor| if cursor.eat_sign(&Sign::Dash) { cursor.pieces() } else { None })
        {
            let [last] = <[Piece; 1]>::try_from(last).ok()?;
            return Some(vec![join(pieces.remove(0), last)?]);
        }
        Some(pieces.into_iter().map(alone).collect())
    }

    /// «с 1 по 15 сентября», «с сентября 2021 по май 2022»; stands behind «с».
    pub(super) fn between(&mut self) -> Option<Stretch> {
        self.attempt(|cursor| {
            let start = cursor.at;
            let day = cursor.attempt(|cursor| {
                let day = cursor.small()?;
                cursor.eat_till().then_some(day)
            });
            if let Some(day) = day {
                let mut last = cursor.one()?;
                last.part.first = (last.part.first.0, day);
                last.words = cursor.since(start);
                let good = last.part.first.0 == last.part.last.0 && !last.part.crosses() && day > 0;
                return good.then(|| Stretch::of(last));
            }
            let first = cursor.one()?;
            if !cursor.eat_till() {
                return None;
            }
            cursor.eat_stem(&["конец", "конца"]);
            join(first, cursor.one()?)
        })
    }

    fn eat_till(&mut self) -> bool {
        self.eat(&["по", "до"]) || self.eat_sign(&Sign::Dash)
    }

    fn one(&mut self) -> Option<Piece> {
        let [piece] = <[Piece; 1]>::try_from(self.pieces()?).ok()?;
        Some(piece)
    }
}

/// A piece as a stretch; consecutive school years are from the first to the last.
fn alone(piece: Piece) -> Stretch {
    match &piece.years {
        Years::Named(years) if years.len() > 1 && piece.part.is_year() => {
            let of = |year| Piece { years: Years::Named(vec![year]), ..piece.clone() };
            Stretch { first: of(years[0]), last: Some(of(years[years.len() - 1])), backwards: false }
        }
        Years::Named(_) | Years::Unsaid | Years::Each { .. } => Stretch::of(piece),
    }
}

/// From a piece to another; a year that stands with one of them is that of both.
fn join(first: Piece, last: Piece) -> Option<Stretch> {
    let one = |years: &Years| matches!(years, Years::Named(years) if years.len() == 1);
    let both = |years: Years| {
        let part = Part { first: first.part.first, last: last.part.last };
        let words = first.words.start..last.words.end;
        Piece { part, years, words, taken: first.taken.or(last.taken) }
    };
    let calendar = |years: &Years| matches!(years, Years::Named(years) if years.iter().all(|year| !year.school));
    match (&first.years, &last.years) {
        (Years::Named(_), Years::Named(_)) if one(&first.years) && one(&last.years) => {
            Some(Stretch { first, last: Some(last), backwards: false })
        }
        (Years::Unsaid, years) if !first.part.is_year() => {
            let piece = both(years.clone());
            let backwards = calendar(years) && piece.part.crosses();
            Some(Stretch { first: piece, last: None, backwards })
        }
        (years, Years::Unsaid) => Some(Stretch::of(both(years.clone()))),
        (Years::Each { .. }, Years::Each { .. }) => {
            // «январь текущего года – март следующего года» would be more than a year.
            Some(Stretch::of(both(last.years.clone()))).filter(|stretch| stretch.first.part.crosses())
        }
        (Years::Named(_) | Years::Each { .. } | Years::Unsaid, _) => None,
    }
}

/// A year at the end of a list is that of the months before it: «октябрь, ноябрь 2020».
fn share_years(found: &mut [Stretch]) {
    let mut shared = Years::Unsaid;
    let mut next: Option<Part> = None;
    for stretch in found.iter_mut().rev() {
        let own = &mut stretch.first;
        if own.years == Years::Unsaid && shared != Years::Unsaid && !own.part.is_year() {
            own.years = shared.clone();
            let calendar = matches!(&shared, Years::Named(years) if years.iter().all(|year| !year.school));
            stretch.backwards |= calendar && next.is_some_and(|next| next.first < own.part.first);
        }
        let lends = stretch.last.is_none() && !own.part.is_year();
        shared = if lends { own.years.clone() } else { Years::Unsaid };
        next = lends.then_some(own.part);
    }
}
