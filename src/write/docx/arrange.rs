//! Mends what docx-rs wrote: children in schema order, repeated head rows, ids and descriptions of pictures, the
//! number at a note, special hyphens; and leaves out what says nothing.

use quick_xml::Reader;
use quick_xml::Writer;
use quick_xml::events::{BytesStart, Event};

use super::ledger::{RowEntry, Side};
use super::order;

/// The run that begins a note: its number and a space.
const NOTE_NUMBER: &[u8] = br#"<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>"#;

/// The part with all its elements in order and the marks of its side set.
pub(super) fn arrange(xml: &str, side: &Side) -> Vec<u8> {
    let mut reader = Reader::from_str(xml);
    let mut pass = Pass {
        writer: Writer::new(Vec::with_capacity(xml.len())),
        open: Vec::new(),
        rows: side.rows.iter(),
        descriptions: side.descriptions.iter().enumerate(),
        repeat_row: false,
        number_note: false,
    };
    loop {
        let event = reader.read_event().expect("docx-rs writes well-formed XML");
        if event == Event::Eof {
            return pass.writer.into_inner();
        }
        pass.event(event);
    }
}

/// An element whose end has not been read.
struct Open {
    /// Where its start tag begins in the output.
    start: usize,
    /// Where its content begins.
    content: usize,
    /// The order of its children, if they have one, and its children so far.
    children: Option<(&'static [&'static str], Vec<Child>)>,
}

/// A child whose place matters.
struct Child {
    /// Its place in the order.
    rank: usize,
    /// Where it begins in the output.
    start: usize,
}

struct Pass<'a> {
    writer: Writer<Vec<u8>>,
    open: Vec<Open>,
    rows: std::slice::Iter<'a, RowEntry>,
    descriptions: std::iter::Enumerate<std::slice::Iter<'a, String>>,
    repeat_row: bool,
    number_note: bool,
}

impl Pass<'_> {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(start) => self.start(&start),
            Event::Empty(start) => {
                self.start(&start);
                self.end(start.name().as_ref());
            }
            Event::End(end) => self.end(end.name().as_ref()),
            Event::Text(text) => self.text(&text),
            other @ (Event::GeneralRef(_)
            | Event::Decl(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::Eof) => self.write(other),
        }
    }

    fn start(&mut self, start: &BytesStart<'_>) {
        let position = self.position();
        let name = start.name();
        if let Some(Open { children: Some((order, children)), .. }) = self.open.last_mut() {
            children.push(Child { rank: order::rank(order, name.as_ref()), start: position });
        }
        let mut straight = "";
        match name.as_ref() {
            b"w:p" => self.tag(&BytesStart::new("w:p")),
            b"w:gridCol" => self.tag(&without_type(start)),
            b"wp:docPr" => {
                let described = self.described();
                self.tag(&described);
            }
            b"w:tr" => {
                let entry = self.rows.next().expect("each row is entered in the ledger");
                self.repeat_row = matches!(entry, RowEntry::Built { repeated: true });
                self.tag(start);
                if let RowEntry::Straight(xml) = entry {
                    straight = xml;
                }
            }
            b"w:footnote" => {
                self.number_note = start.attributes().flatten().all(|attribute| attribute.key.as_ref() != b"w:type");
                self.tag(start);
            }
            _ => self.tag(start),
        }
        let children = order::children_of(name.as_ref()).map(|order| (order, Vec::new()));
        self.open.push(Open { start: position, content: self.position(), children });
        self.writer.get_mut().extend_from_slice(straight.as_bytes());
    }

    fn end(&mut self, name: &[u8]) {
        let open = self.open.pop().expect("every end tag has a start tag");
        if name == b"w:trPr" && std::mem::take(&mut self.repeat_row) {
            self.writer.get_mut().extend_from_slice(b"<w:tblHeader/>");
            // Of what docx-rs writes into a row nothing comes after the mark, so it may stand at the end.
        }
        if let Some((_, children)) = open.children {
            sort(self.writer.get_mut(), &children);
        }
        if self.position() > open.content {
            self.close(name);
        } else if matches!(name, b"w:pPr" | b"w:rPr" | b"w:trPr" | b"w:tcPr" | b"w:tblBorders") {
            self.drop_since(open.start);
        } else {
            // The element is empty: its start tag becomes the whole of it.
            let out = self.writer.get_mut();
            out.pop();
            out.extend_from_slice(b"/>");
        }
        if name == b"w:pPr" && std::mem::take(&mut self.number_note) {
            self.writer.get_mut().extend_from_slice(NOTE_NUMBER);
        }
    }

    fn text(&mut self, text: &[u8]) {
        let text = std::str::from_utf8(text).expect("docx-rs writes UTF-8");
        // Fonts lack these characters; Word has elements for them.
        let text = text
            .replace('\u{2011}', "</w:t><w:noBreakHyphen/><w:t xml:space=\"preserve\">")
            .replace('\u{ad}', "</w:t><w:softHyphen/><w:t xml:space=\"preserve\">");
        self.writer.get_mut().extend_from_slice(text.as_bytes());
    }

    /// The properties of the next picture: an id of its own, and its description for those who cannot see it.
    fn described(&mut self) -> BytesStart<'static> {
        let (index, description) = self.descriptions.next().expect("each picture is entered in the ledger");
        let number = (index + 1).to_string();
        let name = format!("Рисунок {number}");
        BytesStart::new("wp:docPr").with_attributes([
            ("id", number.as_str()),
            ("name", name.as_str()),
            ("descr", description.as_str()),
        ])
    }

    fn drop_since(&mut self, start: usize) {
        self.writer.get_mut().truncate(start);
        if let Some(Open { children: Some((_, children)), .. }) = self.open.last_mut() {
            children.retain(|child| child.start < start);
        }
    }

    /// A start tag, without the space that docx-rs leaves at its end.
    fn tag(&mut self, start: &[u8]) {
        let out = self.writer.get_mut();
        out.push(b'<');
        out.extend_from_slice(start.trim_ascii_end());
        out.push(b'>');
    }

    fn close(&mut self, name: &[u8]) {
        let out = self.writer.get_mut();
        out.extend_from_slice(b"</");
        out.extend_from_slice(name);
        out.push(b'>');
    }

    fn write(&mut self, event: Event<'_>) {
        self.writer.write_event(event).expect("a vector takes all that is written");
    }

    fn position(&self) -> usize {
        self.writer.get_ref().len()
    }
}

/// Brings the children at the end of the output into the order of their ranks.
fn sort(out: &mut Vec<u8>, children: &[Child]) {
    if children.is_sorted_by_key(|child| child.rank) {
        return;
    }
    let ends = children.iter().skip(1).map(|child| child.start).chain([out.len()]);
    let mut pieces: Vec<(usize, Vec<u8>)> =
        children.iter().zip(ends).map(|(child, end)| (child.rank, out[child.start..end].to_vec())).collect();
    pieces.sort_by_key(|(rank, _)| *rank);
    out.truncate(children[0].start);
    for (_, piece) in pieces {
        out.extend_from_slice(&piece);
    }
}

/// A column of the grid without the attribute that the schema does not know.
fn without_type(start: &BytesStart<'_>) -> BytesStart<'static> {
    let kept = start.attributes().flatten().filter(|attribute| attribute.key.as_ref() != b"w:type");
    BytesStart::new("w:gridCol").with_attributes(kept).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{RowEntry, Side, arrange};

    fn arranged(xml: &str, side: &Side) -> String {
        String::from_utf8(arrange(xml, side)).unwrap()
    }

    #[test]
    fn children_come_into_schema_order_and_empty_properties_go() {
        let xml = r#"<w:p w14:paraId="1"><w:pPr><w:rPr /><w:jc w:val="left"/><w:keepNext /><w:pStyle w:val="A"/></w:pPr><w:r><w:rPr /><w:t>а</w:t></w:r></w:p>"#;
        assert_eq!(
            arranged(xml, &Side::default()),
            r#"<w:p><w:pPr><w:pStyle w:val="A"/><w:keepNext/><w:jc w:val="left"/></w:pPr><w:r><w:t>а</w:t></w:r></w:p>"#
        );
    }

    #[test]
    fn rows_are_repeated_as_the_ledger_says() {
        let rows = [true, false].map(|repeated| RowEntry::Built { repeated }).to_vec();
        let side = Side { rows, ..Side::default() };
        let xml = "<w:tr><w:trPr /></w:tr><w:tr><w:trPr><w:cantSplit /></w:trPr></w:tr>";
        assert_eq!(
            arranged(xml, &side),
            "<w:tr><w:trPr><w:tblHeader/></w:trPr></w:tr><w:tr><w:trPr><w:cantSplit/></w:trPr></w:tr>"
        );
    }

    #[test]
    fn pictures_get_a_number_and_an_escaped_description() {
        let side = Side { descriptions: vec!["Герб «А» & \"Б\"".to_owned()], ..Side::default() };
        assert_eq!(
            arranged(r#"<wp:docPr id="1" name="Figure" />"#, &side),
            r#"<wp:docPr id="1" name="Рисунок 1" descr="Герб «А» &amp; &quot;Б&quot;"/>"#
        );
    }

    #[test]
    fn a_firm_hyphen_is_an_element_of_its_own() {
        assert_eq!(
            arranged("<w:t>1\u{2011}я</w:t>", &Side::default()),
            "<w:t>1</w:t><w:noBreakHyphen/><w:t xml:space=\"preserve\">я</w:t>"
        );
    }
}
