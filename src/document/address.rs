//! Addresses that a paper may link to: sites, mail and telephones, and nothing that a click would open or run unasked.

use crate::limits;
use std::fmt::Write;

/// How long a part of the name of a site may be.
const LABEL: usize = 63;

/// An address outside the paper. There is none of another scheme, so no writer can print one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    written: String,
}

impl Address {
    /// The address, if a paper may link to it.
    pub fn new(written: &str) -> Option<Self> {
        let written = written.trim();
        let (scheme, rest) = written.split_once(':')?;
        let fits = match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" => rest.strip_prefix("//").is_some_and(|rest| is_host(split_site(rest).0)),
            "mailto" => rest.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty()),
            "tel" => rest.contains(|sign: char| sign.is_ascii_digit()),
            _ => false,
        };
        (fits && !written.contains(limits::is_forbidden)).then(|| Self { written: written.to_owned() })
    }

    /// The address as it was written.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The address as a URI (RFC 3986).
    ///
    /// # Panics
    /// Never: an address begins with its scheme.
    pub fn uri(&self) -> String {
        let (scheme, rest) = self.written.split_once(':').expect("an address has a scheme");
        let mut uri = scheme.to_ascii_lowercase() + ":";
        match rest.strip_prefix("//") {
            Some(rest) => {
                let (site, path) = split_site(rest);
                let labels: Vec<String> = site.split('.').map(label).collect();
                uri.push_str("//");
                uri.push_str(&labels.join("."));
                encode(path, &mut uri);
            }
            None if uri == "tel:" => encode(&rest.replace(char::is_whitespace, ""), &mut uri),
            None => encode(rest, &mut uri),
        }
        uri
    }
}

/// The name and the port of a site, and what follows.
fn split_site(rest: &str) -> (&str, &str) {
    rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()))
}

/// Whether this is the name of a site, perhaps with a port.
fn is_host(site: &str) -> bool {
    let (host, port) = site.split_once(':').unwrap_or((site, "80"));
    let is_label = |label: &str| {
        let is_sign = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_');
        (1..=LABEL).contains(&label.chars().count()) && label.chars().all(is_sign)
    };
    let host = host.strip_suffix('.').unwrap_or(host);
    host.split('.').all(is_label) && !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit())
}

/// Writes what follows the site: every character that a URI has no place for by its bytes.
fn encode(text: &str, uri: &mut String) {
    let mut fragment = false;
    for (at, character) in text.char_indices() {
        let kept = match character {
            '%' => text.as_bytes().get(at + 1..at + 3).is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit)),
            '#' => !std::mem::replace(&mut fragment, true),
            _ => character.is_ascii_alphanumeric() || "-._~:/?@!$&'()*+,;=".contains(character),
        };
        if kept {
            uri.push(character);
        } else {
            for byte in character.encode_utf8(&mut [0; 4]).bytes() {
                write!(uri, "%{byte:02X}").expect("a string takes all that is written");
            }
        }
    }
}

/// A part of the name of a site, as its registry has it: «пример» is `xn--e1afmkfd` (RFC 3492).
fn label(written: &str) -> String {
    if written.is_ascii() {
        return written.to_owned();
    }
    let letters: Vec<u32> = written.to_lowercase().chars().map(u32::from).collect();
    let mut label: String =
        letters.iter().filter_map(|letter| char::from_u32(*letter).filter(char::is_ascii)).collect();
    let basic = u32::try_from(label.len()).unwrap_or(u32::MAX);
    if basic > 0 {
        label.push('-');
    }
    let (mut next, mut delta, mut bias, mut done) = (128_u32, 0_u32, 72_u32, basic);
    while let Some(least) = letters.iter().copied().filter(|letter| *letter >= next).min() {
        delta = delta.saturating_add((least - next).saturating_mul(done + 1));
        for letter in &letters {
            if *letter < least {
                delta = delta.saturating_add(1);
            } else if *letter == least {
                digits(delta, bias, &mut label);
                bias = adapted(delta, done + 1, done == basic);
                (delta, done) = (0, done + 1);
            }
        }
        (delta, next) = (delta.saturating_add(1), least + 1);
    }
    format!("xn--{label}")
}

/// Writes a number in digits whose base depends on those before.
fn digits(mut number: u32, bias: u32, label: &mut String) {
    // The letters are the small digits here.
    let letter = |value: u32| char::from_digit(if value < 26 { value + 10 } else { value - 26 }, 36);
    for base in (36..).step_by(36) {
        let least = (base - bias.min(base)).clamp(1, 26);
        if number < least {
            label.extend(letter(number));
            return;
        }
        label.extend(letter(least + (number - least) % (36 - least)));
        number = (number - least) / (36 - least);
    }
}

/// The bias for the next number.
fn adapted(delta: u32, count: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / 700 } else { delta / 2 };
    delta += delta / count;
    let mut bias = 0;
    while delta > 35 * 26 / 2 {
        delta /= 35;
        bias += 36;
    }
    bias + 36 * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn sites_mail_and_telephones_alone_are_linked_to() {
        for written in [
            "javascript:alert(1)",
            "vbscript:x",
            "data:text/html,x",
            "file:///etc/passwd",
            "file://evil/share",
            "smb://evil/x",
            "ms-word:ofe|u|http://evil/x.docx",
            "\\\\evil\\share",
            "//evil/share",
            "C:\\путь\\файл.docx",
            "график.md",
            "../../x.docx",
            "#место",
            "раздел:5",
            "www.site.ru",
            "",
            "https:",
            "https:site.ru",
            "http://",
            "https:///x",
            "https://[::1]/",
            "https://a..b/",
            "https://a b/",
            "https://школа№5.ru/",
            "https://кто@site.ru",
            "https://site.ru:x/",
            "https://site.ru/\u{202e}x",
            "mailto:",
            "mailto:@",
            "tel:нет",
        ] {
            assert_eq!(Address::new(written), None, "{written}");
        }
    }

    #[test]
    fn an_address_is_a_valid_uri() {
        for (written, uri) in [
            ("https://site.ru/100%", "https://site.ru/100%25"),
            ("https://site.ru/a%20b%zz", "https://site.ru/a%20b%25zz"),
            (
                "HTTP://Site.ru:8080/a b?x=<1>&y=\"{2}\"#a#b",
                "http://Site.ru:8080/a%20b?x=%3C1%3E&y=%22%7B2%7D%22#a%23b",
            ),
            (
                "https://пример.рф/закон?год=1",
                "https://xn--e1afmkfd.xn--p1ai/%D0%B7%D0%B0%D0%BA%D0%BE%D0%BD?%D0%B3%D0%BE%D0%B4=1",
            ),
            ("https://Школа-5.site.ru", "https://xn---5-6kc3bfr2e.site.ru"),
            ("https://президент.рф", "https://xn--d1abbgf6aiiy.xn--p1ai"),
            ("https://bücher.example/[x]|\\^`", "https://xn--bcher-kva.example/%5Bx%5D%7C%5C%5E%60"),
            (
                "mailto:отдел@site.ru?subject=Письмо",
                "mailto:%D0%BE%D1%82%D0%B4%D0%B5%D0%BB@site.ru?subject=%D0%9F%D0%B8%D1%81%D1%8C%D0%BC%D0%BE",
            ),
            ("tel:+7 (800) 555-35-35", "tel:+7(800)555-35-35"),
        ] {
            assert_eq!(Address::new(written).unwrap().uri(), uri);
        }
    }
}
