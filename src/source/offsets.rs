//! Turns the scanner's positions, which count characters, into byte offsets.

/// Every so many characters the byte offset is remembered.
const STEP: usize = 32;

/// The byte offsets of a text's characters.
pub struct Offsets<'a> {
    text: &'a str,
    marks: Vec<usize>,
}

impl<'a> Offsets<'a> {
    /// Walks the text once.
    pub fn new(text: &'a str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut left = 0;
        for (at, byte) in text.bytes().enumerate() {
            if begins(byte) {
                if left == 0 {
                    marks.push(at);
                    left = STEP;
                }
                left -= 1;
            }
        }
        Self { text, marks }
    }

    /// The byte at which the character of this number begins; the end of the text if there is none.
    pub fn byte(&self, character: usize) -> usize {
        let Some(start) = self.marks.get(character / STEP) else { return self.text.len() };
        let rest = &self.text.as_bytes()[*start..];
        let mut starts = rest.iter().enumerate().filter(|(_, byte)| begins(**byte));
        starts.nth(character % STEP).map_or(self.text.len(), |(at, _)| start + at)
    }
}

/// Whether a character begins with this byte.
fn begins(byte: u8) -> bool {
    byte & 0xc0 != 0x80
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
