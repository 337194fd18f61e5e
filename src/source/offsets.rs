//! Turns the scanner's positions, which count characters, into byte offsets.

/// Every so many characters the byte offset is remembered.
const STEP: usize = 64;

/// The byte offsets of a text's characters.
pub struct Offsets<'a> {
    text: &'a str,
    marks: Vec<usize>,
}

impl<'a> Offsets<'a> {
    /// Walks the text once.
    pub fn new(text: &'a str) -> Self {
        Self { text, marks: text.char_indices().map(|(at, _)| at).step_by(STEP).collect() }
    }

    /// The byte at which the character of this number begins; the end of the text if there is none.
    pub fn byte(&self, character: usize) -> usize {
        let Some(start) = self.marks.get(character / STEP) else { return self.text.len() };
        let rest = &self.text[*start..];
        rest.char_indices().nth(character % STEP).map_or(self.text.len(), |(at, _)| start + at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_has_its_byte() {
        let text = "я1".repeat(100);
        let offsets = Offsets::new(&text);
        for (number, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(offsets.byte(number), byte);
        }
        assert_eq!(offsets.byte(200), text.len());
        assert_eq!(offsets.byte(1000), text.len());
        assert_eq!(Offsets::new("").byte(0), 0);
    }
}
