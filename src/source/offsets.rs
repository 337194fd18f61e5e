//! Turns the scanner's positions, which count characters, into byte offsets.

/// The byte offsets of a text's characters; each is looked for from the one before, which is mostly near.
pub struct Offsets<'a> {
    text: &'a str,
    /// The number of a character.
    character: usize,
    /// The byte at which it begins.
    byte: usize,
}

impl<'a> Offsets<'a> {
    /// At the beginning of a text.
    pub fn new(text: &'a str) -> Self {
        Self { text, character: 0, byte: 0 }
    }

    /// The byte at which the character of this number begins; the end of the text if there is none.
    pub fn byte(&mut self, character: usize) -> usize {
        let bytes = self.text.as_bytes();
        // A character has a byte at least.
        while let missing @ 1.. = character.saturating_sub(self.character)
            && let Some(next @ [_, ..]) = bytes.get(self.byte + 1..)
        {
            let next = &next[..missing.min(next.len()).min(usize::from(u8::MAX))];
            self.byte += next.len();
            self.character += usize::from(next.iter().map(|byte| u8::from(*byte & 0xc0 != 0x80)).sum::<u8>());
        }
        if self.character < character && self.byte < bytes.len() {
            self.byte = bytes.len();
            self.character += 1;
        }
        while self.character > character {
            self.byte -= 1;
            self.character -= usize::from(self.text.is_char_boundary(self.byte));
        }
        self.byte
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_has_its_byte() {
        let text = "я1".repeat(100);
        let mut offsets = Offsets::new(&text);
        for (number, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(offsets.byte(number), byte);
        }
        let bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).collect();
        for number in (0..bytes.len()).rev().step_by(7) {
            assert_eq!(offsets.byte(number), bytes[number]);
        }
        assert_eq!(offsets.byte(200), text.len());
        assert_eq!(offsets.byte(1000), text.len());
        assert_eq!(offsets.byte(199), text.len() - 1);
        for (at, byte) in [(7, bytes[7]), (150, bytes[150]), (149, bytes[149]), (1000, text.len()), (198, bytes[198])] {
            assert_eq!(offsets.byte(at), byte);
        }
        assert_eq!(Offsets::new("").byte(0), 0);
    }
}
