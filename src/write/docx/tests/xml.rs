//! A small XML tree to look at parts with.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An element with its attributes, its children and its text.
#[derive(Debug, Default, Clone)]
pub(super) struct Element {
    /// The name with its prefix.
    pub(super) name: String,
    /// The attributes in their order.
    pub(super) attributes: Vec<(String, String)>,
    /// The children in their order.
    pub(super) children: Vec<Element>,
    /// The text directly within.
    pub(super) text: String,
}

impl Element {
    /// The root of a part.
    pub(super) fn parse(xml: &str) -> Self {
        let mut reader = Reader::from_str(xml);
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) => open.push(Self::begin(&start)),
                Event::Empty(start) => open.last_mut().unwrap().children.push(Self::begin(&start)),
                Event::End(_) => {
                    let element = open.pop().unwrap();
                    open.last_mut().unwrap().children.push(element);
                }
                Event::Text(text) => open.last_mut().unwrap().text.push_str(&text.decode().unwrap()),
                Event::GeneralRef(name) => {
                    let entity = format!("&{};", name.decode().unwrap());
                    open.last_mut().unwrap().text.push_str(&quick_xml::escape::unescape(&entity).unwrap());
                }
                Event::Eof => return open.pop().unwrap().children.pop().unwrap(),
                Event::CData(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
    }

    fn begin(start: &BytesStart<'_>) -> Self {
        let name = String::from_utf8(start.name().as_ref().to_vec()).unwrap();
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.unwrap();
            let key = String::from_utf8(attribute.key.as_ref().to_vec()).unwrap();
            let value = std::str::from_utf8(&attribute.value).unwrap();
            (key, quick_xml::escape::unescape(value).unwrap().into_owned())
        });
        Self { name, attributes: attributes.collect(), ..Self::default() }
    }

    /// This element and all within it, in the order of the part.
    pub(super) fn all(&self) -> Vec<&Self> {
        let mut found = vec![self];
        found.extend(self.children.iter().flat_map(Self::all));
        found
    }

    /// All elements of this name within.
    pub(super) fn named(&self, name: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|element| element.name == name).collect()
    }

    /// The children of this name.
    pub(super) fn children_named(&self, name: &str) -> Vec<&Self> {
        self.children.iter().filter(|element| element.name == name).collect()
    }

    /// The attribute of this name, or nothing in it.
    pub(super) fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// The attribute of this name as a number.
    pub(super) fn number(&self, name: &str) -> usize {
        self.attribute(name).parse().unwrap()
    }

    /// The id of the style of a paragraph.
    pub(super) fn style(&self) -> &str {
        self.children_named("w:pPr")
            .first()
            .and_then(|property| property.children_named("w:pStyle").pop())
            .map_or("", |style| style.attribute("w:val"))
    }

    /// All the text within.
    pub(super) fn whole_text(&self) -> String {
        self.named("w:t").iter().map(|text| text.text.as_str()).collect()
    }
}
