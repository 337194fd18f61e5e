//! What systems make of the names of files.

use unicode_normalization::UnicodeNormalization;

/// Whether Windows gives no file this name: it is that of a device, whatever follows after a full stop.
pub fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = ["COM", "LPT"].iter().filter_map(|device| stem.strip_prefix(device));
    let mut ports = numbered.filter(|number| number.chars().count() == 1);
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(&stem.as_str())
        || ports.any(|number| number.contains(|digit: char| "0123456789¹²³".contains(digit)))
}

/// A path as systems see it that do not tell cases and forms of letters apart, nor look at stops at the end of a name.
pub fn folded(path: &str) -> String {
    let part = |part: &str| part.trim_end_matches(['.', ' ']).nfc().flat_map(char::to_lowercase).nfc().collect();
    path.split('/').map(part).collect::<Vec<String>>().join("/")
}
