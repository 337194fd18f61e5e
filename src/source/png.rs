//! Pictures: the bytes of a PNG and its size in pixels.

use super::{digest, load};
use crate::diagnostic::{Files, Finding, Place};
use camino::Utf8Path;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A picture that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Png {
    /// The file as it is.
    pub bytes: Vec<u8>,
    /// The width in pixels.
    pub width: u32,
    /// The height in pixels.
    pub height: u32,
}

/// Reads a picture named at a place; what is no whole PNG is a finding there.
pub fn load_png(path: &Utf8Path, place: Place, files: &mut Files) -> Result<Png, Finding> {
    let bytes = load::read(path).map_err(|unread| unread.finding(path, place))?;
    files.saw(path, digest(&bytes));
    let Some((width, height)) = size(&bytes) else {
        return Err(Finding::error("not-a-png", place, format!("«{path}» — не картинка PNG"))
            .help("откройте картинку в редакторе и сохраните её как PNG"));
    };
    if !bytes.windows(4).rev().take(1024).any(|part| part == b"IEND") {
        return Err(Finding::error("not-a-png", place, format!("картинка «{path}» оборвана: у неё нет конца"))
            .help("скопируйте файл заново"));
    }
    Ok(Png { bytes, width, height })
}

/// Width and height from the first chunk, which the format demands to be IHDR.
fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let rest = bytes.strip_prefix(SIGNATURE)?.strip_prefix(b"\0\0\0\x0dIHDR")?;
    let width = u32::from_be_bytes(rest.get(0..4)?.try_into().ok()?);
    let height = u32::from_be_bytes(rest.get(4..8)?.try_into().ok()?);
    (width > 0 && height > 0).then_some((width, height))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Files;

    #[test]
    fn size_is_read_and_a_stranger_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = Utf8Path::from_path(folder.path()).unwrap().join("герб.png");
        let mut files = Files::default();
        let place = Place::new(files.add("a.yaml", ""), 0, 0);
        let good = [SIGNATURE, b"\0\0\0\x0dIHDR\0\0\0\x40\0\0\0\x20\x08\x02\0\0\0crc_\0\0\0\0IENDcrc_"].concat();
        std::fs::File::create(&path).unwrap();
        assert_eq!(load_png(&path, place, &mut files).unwrap_err().name, "not-a-png");
        put(&path, &good[..30]);
        assert!(load_png(&path, place, &mut files).unwrap_err().message.contains("оборвана"));
        put(&path, &good);
        let png = load_png(&path, place, &mut files).unwrap();
        assert_eq!((png.width, png.height), (64, 32));
        assert_eq!(files.digests().last(), Some((path.as_path(), digest(&good))));
    }

    fn put(path: &Utf8Path, bytes: &[u8]) {
        std::io::Write::write_all(&mut std::fs::File::create(path).unwrap(), bytes).unwrap();
    }
}
