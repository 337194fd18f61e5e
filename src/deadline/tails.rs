//! The clauses that fix no day themselves: other documents, events, requests, explanations in brackets.

use super::cursor::Cursor;
use super::lexicon::{is_nameless, is_plan, unit};
use super::phrase::Clause;
use super::words::Sign;

impl Cursor<'_> {
    /// «постоянно», «по мере необходимости», «по запросу».
    pub(super) fn open(&mut self) -> Option<Clause> {
        let start = self.at;
        let always = ["постоянн", "регулярн", "систематическ", "непрерывн", "бессрочн", "незамедлительн", "немедленн"];
        if self.eat_stem(&always) || self.eat_all("на постоянной основе") {
            return Some(Clause::Open(self.since(start)));
        }
        let request = ["обращени", "запрос", "требовани", "заявк", "потребност", "необходимост", "согласовани"];
        let measure = self.eat_all("по мере") && self.word(0).is_some();
        let asked = measure || self.eat_all("при необходимости") || (self.eat(&["по"]) && self.eat_stem(&request));
        asked.then(|| {
            self.tail();
            Clause::Open(self.since(start))
        })
    }

    /// «по плану СОИРО», «в соответствии с графиком …», «в сроки, установленные …», «в рамках Плана …».
    pub(super) fn external(&mut self) -> Option<Clause> {
        let start = self.at;
        let sure = self.eat(&["согласно"]) || self.eat_all("в соответствии с") || self.eat_all("в соответствии со");
        let terms = !sure && self.attempt(Self::fixed_terms).is_some();
        let plan = |cursor: &Self| (0..3).any(|ahead| cursor.word(ahead).is_some_and(is_plan));
        if !sure && !terms && !((self.eat(&["по"]) || self.eat_all("в рамках")) && plan(self)) {
            return None;
        }
        let from = self.at;
        let named = self.tail() && self.names(from);
        (self.at > from || terms).then(|| Clause::External { named, words: self.since(start) })
    }

    /// «в сроки, установленные».
    fn fixed_terms(&mut self) -> Option<()> {
        self.eat(&["в", "во"]);
        if !self.eat_stem(&["срок"]) {
            return None;
        }
        self.eat_sign(&Sign::Comma);
        let fixed = ["установлен", "определен", "утвержден", "указан", "предусмотрен", "назначен"];
        self.eat_stem(&fixed).then_some(())
    }

    /// «после проведения ВПР», «по итогам …», «в течение 10 дней со дня …», «за 2 недели до экзамена», «в каникулы».
    pub(super) fn event(&mut self) -> Option<Clause> {
        let start = self.at;
        if self.attempt(Self::free_days).is_some() || self.attempt(Self::days_counted).is_some() {
            self.tail();
            return Some(Clause::Event(self.since(start)));
        }
        let heads = [
            "по итогам",
            "по результатам",
            "по окончании",
            "по завершении",
            "в ходе",
            "в рамках",
            "во время",
            "со дня",
            "с момента",
            "в день",
            "в дни",
            "до начала",
            "до проведения",
            "накануне",
            "после",
            "перед",
        ];
        let counted = self.attempt(|cursor| {
            let _ = (cursor.eat_all("не позднее") || cursor.eat_all("не менее")) && cursor.eat(&["чем"]);
            let within = cursor.eat_all("в течение") || cursor.eat_all("через") || cursor.eat_all("за");
            let number = cursor.attempt(Self::small);
            cursor.eat_stem(&["рабоч", "календарн", "учебн"]);
            cursor.take(unit).filter(|_| within)?;
            // «в течение месяца после …»: without a number it is counted from what follows.
            let counts = ["после", "со", "с", "до"];
            (number.is_some() || cursor.word(0).is_some_and(|word| counts.contains(&word))).then_some(())
        });
        if counted.is_none() && !heads.iter().any(|head| self.eat_all(head)) {
            return None;
        }
        let from = self.at;
        self.tail();
        (self.at > from).then(|| Clause::Event(self.since(start)))
    }

    /// «в каникулы», «каникулярное время», «в учебные дни».
    fn free_days(&mut self) -> Option<()> {
        let _ = self.eat_all("во время") || self.eat_all("в период") || self.eat_all("в дни") || self.eat(&["в", "на"]);
        if self.eat_stem(&["учебн", "рабоч", "выходн"]) {
            return self.eat(&["дни", "время"]).then_some(());
        }
        self.eat_stem(&["школьн"]);
        if !self.eat_stem(&["каникул"]) {
            return None;
        }
        self.eat(&["время", "период", "дни"]);
        Some(())
    }

    /// «в 3-дневный срок», «в недельный срок».
    fn days_counted(&mut self) -> Option<()> {
        self.eat(&["в"]).then_some(())?;
        if self.attempt(Self::small).is_some() {
            self.eat_sign(&Sign::Dash);
        }
        let counted = |word: &str| ["дневный", "недельный", "месячный"].iter().any(|end| word.ends_with(end));
        (self.eat_if(counted) && self.eat(&["срок"])).then_some(())
    }

    /// Clauses in brackets.
    pub(super) fn brackets(&mut self) -> Option<Vec<Clause>> {
        if !self.eat_sign(&Sign::Open) {
            return None;
        }
        let inner = self.clauses().ok()?;
        self.eat_sign(&Sign::Close).then_some(inner)
    }

    /// An explanation in brackets.
    pub(super) fn aside(&mut self) -> Option<Clause> {
        let start = self.at;
        if !self.eat_sign(&Sign::Open) {
            return None;
        }
        let mut depth = 1;
        while depth > 0 {
            depth += i32::from(self.peek(0)? == &Sign::Open) - i32::from(self.peek(0)? == &Sign::Close);
            self.at += 1;
        }
        Some(Clause::Aside(self.since(start)))
    }

    /// Takes words up to what can be read as clauses again; whether there were any.
    fn tail(&mut self) -> bool {
        let from = self.at;
        while !matches!(self.peek(0), None | Some(Sign::Open | Sign::Close)) {
            if self.at > from && !self.trial && self.before() != Some("от") && self.reads_on() {
                break;
            }
            self.at += 1;
        }
        self.at > from
    }

    /// Whether the rest can be read as clauses.
    fn reads_on(&self) -> bool {
        let mut rest = Self { tokens: self.tokens, at: self.at, trial: true };
        rest.clauses().is_ok_and(|found| !found.is_empty())
    }

    /// Whether a word since a token names a document.
    fn names(&self, from: usize) -> bool {
        self.tokens[from..self.at].iter().any(|token| {
            let word = if let Sign::Word(word) = &token.kind { !is_nameless(word) } else { false };
            word || matches!(token.kind, Sign::Number { .. } | Sign::Date { .. })
        })
    }
}
