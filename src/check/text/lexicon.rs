//! The words met so far: what a word is by itself is found out once.

use super::form::{Form, Key};
use super::interner::Interner;
use std::cell::{Ref, RefCell};

/// So many words are kept for the next program: more than a language has in common use.
const KEPT: usize = 1 << 16;

/// Words with their forms. Keys are compared with those of the same lexicon only.
#[derive(Debug, Default)]
pub struct Lexicon(RefCell<Known>);

#[derive(Debug, Default)]
struct Known {
    words: Interner,
    /// The forms of the words.
    forms: Vec<Form>,
    /// The strings of the keys.
    strings: Interner,
}

thread_local! {
    static LEXICON: Lexicon = Lexicon::default();
}

impl Lexicon {
    /// Does something with the lexicon of this thread.
    pub fn lend<T>(borrow: impl FnOnce(&Self) -> T) -> T {
        LEXICON.with(|lexicon| {
            if lexicon.0.borrow().words.len() > KEPT {
                lexicon.0.take();
            }
            borrow(lexicon)
        })
    }

    /// The form of a word.
    pub fn form(&self, word: &str) -> Form {
        let Known { words, forms, strings } = &mut *self.0.borrow_mut();
        let number = words.number(word) as usize;
        if number == forms.len() {
            forms.push(Form::of(word, strings));
        }
        forms[number]
    }

    /// The key of a string.
    pub fn key(&self, text: &str) -> Key {
        Key(self.0.borrow_mut().strings.number(text))
    }

    /// The string of a key.
    pub fn text(&self, key: Key) -> Ref<'_, str> {
        Ref::map(self.0.borrow(), |known| known.strings.text(key.0))
    }
}

#[cfg(test)]
mod tests {
    use super::super::form::Traits;
    use super::super::words::{is_function, stem};
    use super::*;

    #[test]
    fn a_form_is_what_the_word_is() {
        let lexicon = Lexicon::default();
        for word in ["Программы", "партнёрства", "для", "РОО", "2021", "x", "Рособрнадзором", "Для"]
        {
            for _ in 0..2 {
                let form = lexicon.form(word);
                assert_eq!(*lexicon.text(form.stem), stem(word));
                assert_eq!(*lexicon.text(form.lower), word.to_lowercase());
                assert_eq!(form.is(Traits::FUNCTION), is_function(&word.to_lowercase()), "{word}");
                assert_eq!(usize::from(form.letters), word.chars().count());
            }
        }
        assert_eq!(lexicon.form("партнёрства").folded, lexicon.key("партнерства"));
        assert_eq!(lexicon.form("Программы").stem, lexicon.form("программа").stem);
    }
}
