//! Pictures: the bytes of a PNG and its size in pixels.

use super::leftovers::{self, StandIn};
use super::{digest_at, load};
use crate::diagnostic::{Files, Finding, Place, with_slashes};
use crate::limits;
use crate::visible;
use camino::Utf8Path;
use png::{Decoder, DecodingError};
use std::io::Cursor;

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

/// Reads a picture named at a place; what is no whole PNG of a bearable size is a finding there.
pub fn load_png(path: &Utf8Path, place: Place, files: &mut Files) -> Result<Png, Finding> {
    let bytes = load::read(path, limits::PICTURE_SIZE).map_err(|unread| {
        files.miss();
        unread.finding(path, place)
    })?;
    files.saw(path, digest_at(path, &bytes));
    let path = with_slashes(path.as_str());
    let shown = visible::name(&path);
    let said = |message: String, help: &str| Err(Finding::error("not-a-png", place, message).help(help));
    match size(&bytes) {
        Ok((width, height)) if width.max(height) > limits::PICTURE_SIDE => {
            let limit = limits::PICTURE_SIDE;
            let message = format!("картинка «{shown}» больше {limit} точек в ширину или в высоту: {width} × {height}");
            Err(Finding::error("picture-too-large", place, message).help("уменьшите её в редакторе"))
        }
        Ok(_) if !is_whole(&bytes) => said(
            format!("картинка «{shown}» испорчена или оборвана: в файле не то, что обещает его начало"),
            "скопируйте файл заново или сохраните его в редакторе как PNG",
        ),
        Ok((width, height)) => Ok(Png { bytes, width, height }),
        Err(_) if leftovers::stand_in(&bytes) == Some(StandIn::Pointer) => said(
            format!("картинка «{shown}» не скачана: в файле только указатель Git LFS"),
            "скачайте файлы командой «git lfs pull»",
        ),
        Err(_) if leftovers::stand_in(&bytes) == Some(StandIn::Path) => said(
            format!("вместо картинки в файле «{shown}» только путь: ссылка на файл скачана как текст"),
            "положите вместо ссылки саму картинку",
        ),
        Err(_) => said(format!("«{shown}» — не картинка PNG"), "откройте картинку в редакторе и сохраните её как PNG"),
    }
}

/// Width and height as the file's beginning says.
fn size(bytes: &[u8]) -> Result<(u32, u32), DecodingError> {
    let mut decoder = Decoder::new(Cursor::new(bytes));
    decoder.read_header_info().map(png::Info::size)
}

/// Whether all rows of the picture are there, read one by one, and the end of the file.
fn is_whole(bytes: &[u8]) -> bool {
    let rows = || -> Result<(), DecodingError> {
        let mut reader = Decoder::new(Cursor::new(bytes)).read_info()?;
        while reader.next_row()?.is_some() {}
        reader.finish()
    };
    rows().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A black picture of these sides, and a file that says that it has others.
    fn picture(said: (u32, u32), (width, height): (u32, u32)) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&vec![0; (width * height) as usize]).unwrap();
        writer.finish().unwrap();
        let mut other = Vec::new();
        drop(png::Encoder::new(&mut other, said.0, said.1).write_header().unwrap());
        bytes[..33].copy_from_slice(&other[..33]);
        bytes
    }

    #[test]
    fn a_picture_must_be_what_it_says() {
        let folder = tempfile::tempdir().unwrap();
        let path = Utf8Path::from_path(folder.path()).unwrap().join("герб.png");
        let mut files = Files::default();
        let place = Place::new(files.add("a.yaml", ""), 0, 0);
        let mut load = |bytes: &[u8]| {
            std::io::Write::write_all(&mut std::fs::File::create(&path).unwrap(), bytes).unwrap();
            load_png(&path, place, &mut files).map(|png| (png.width, png.height)).map_err(|finding| finding.message)
        };
        let good = picture((64, 32), (64, 32));
        assert_eq!(load(&good), Ok((64, 32)));
        for cut in [good.len() - 1, good.len() - 20, 40] {
            assert!(load(&good[..cut]).is_err_and(|said| said.contains("оборвана")), "{cut}");
        }
        for strange in [&b""[..], b"\xFF\xD8\xFF\xE0", &good[..20]] {
            assert!(load(strange).is_err_and(|said| said.contains("не картинка PNG")));
        }
        assert!(load(&picture((64, 33), (64, 32))).is_err_and(|said| said.contains("испорчена")));
        assert!(load(&picture((1, 2_000_000_000), (64, 32))).is_err_and(|said| said.contains("1 × 2000000000")));
    }
}
