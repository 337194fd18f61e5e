//! Builds the tree from events, with exact places, within the limits.

use super::decode::forbidden_character;
use super::layout;
use super::size::{Size, size};
use super::syntax::Surroundings;
use super::traps::Traps;
use super::{Entry, Kind, Node, Scalar, ScalarStyle};
use crate::diagnostic::{FileId, Finding, Findings, Origin, Place};
use crate::limits;
use saphyr_parser::ScalarStyle as Written;
use std::collections::BTreeMap;

/// A tree under construction.
pub struct Tree<'a> {
    file: FileId,
    text: &'a str,
    root: Option<Node>,
    frames: Vec<Frame>,
    anchors: BTreeMap<usize, Anchor>,
    nodes: usize,
    /// How many bytes the copies by alias have.
    copies: usize,
    last_scalar: Option<(usize, usize)>,
    traps: Traps<'a>,
    findings: Findings,
}

/// A collection that is not closed yet.
struct Frame {
    start: usize,
    flow: bool,
    anchor: usize,
    items: Items,
}

enum Items {
    Sequence(Vec<Node>),
    /// `seen` are keys of the first entries, of a mapping that has many.
    Mapping {
        entries: Vec<Entry>,
        seen: BTreeMap<String, Place>,
        key: Option<Key>,
    },
}

/// A key that waits for its value.
enum Key {
    Keep(Node),
    /// A key with a finding: its value goes nowhere.
    Drop(Place),
}

/// A named node: the node once it is whole, and where the name stands.
struct Anchor {
    name: Place,
    node: Option<Node>,
    used: bool,
}

/// The tree has not the shape that was meant, and its finding is enough.
pub struct Torn;

type Step = Result<(), Finding>;

impl<'a> Tree<'a> {
    /// An empty tree of a file.
    pub fn new(file: FileId, text: &'a str) -> Self {
        Self {
            file,
            text,
            root: None,
            frames: Vec::new(),
            anchors: BTreeMap::new(),
            nodes: 0,
            copies: 0,
            last_scalar: None,
            traps: Traps::new(file, text),
            findings: Findings::default(),
        }
    }

    /// A scalar.
    pub fn scalar(
        &mut self,
        mut text: String,
        written: Written,
        span: (usize, usize),
        anchor: usize,
        tagged: bool,
    ) -> Step {
        self.count(1)?;
        let (start, end) = (self.properties(span.0, anchor, tagged), span.1);
        let style = match written {
            Written::Plain => ScalarStyle::Plain,
            Written::SingleQuoted | Written::DoubleQuoted => ScalarStyle::Quoted,
            Written::Literal | Written::Folded => ScalarStyle::Block,
        };
        if style == ScalarStyle::Plain && text.is_empty() {
            let at = self.empty_place(span.0);
            self.traps.empty(at.start as usize);
            self.finished(Node { place: at, kind: Kind::Null }, anchor);
            return Ok(());
        }
        let end = match style {
            ScalarStyle::Quoted => layout::quoted_end(self.text, start, end),
            ScalarStyle::Plain | ScalarStyle::Block => {
                start + self.text[start..end.max(start)].trim_end_matches(layout::BLANKS).len()
            }
        };
        let place = self.place(start, end);
        self.last_scalar = Some((start, end));
        if style == ScalarStyle::Plain {
            let flow = self.frames.iter().any(|frame| frame.flow);
            if let Some(number) = self.traps.plain(start, end, flow)
                && self.mend_number(number, end)
            {
                return Ok(());
            }
            if text == "~" || text == "null" {
                self.finished(Node { place, kind: Kind::Null }, anchor);
                return Ok(());
            }
        }
        if style == ScalarStyle::Quoted {
            self.forbidden(&mut text, place);
        }
        let origin = self.origin(&text, style, place);
        self.finished(Node { place, kind: Kind::Scalar(Scalar { text, style, origin }) }, anchor);
        Ok(())
    }

    /// The beginning of a sequence.
    pub fn open_sequence(&mut self, start: usize, anchor: usize, tagged: bool) -> Step {
        self.open(start, anchor, tagged, Items::Sequence(Vec::new()))?;
        // The event of a list that is not indented under its key points behind the first dash.
        let key_end = self.frames.iter().rev().nth(1).and_then(waiting_key).map(|key| key.end as usize);
        if let (Some(frame), Some(key_end)) = (self.frames.last_mut(), key_end)
            && !frame.flow
        {
            let first = layout::first_sign(self.text, key_end);
            if first < frame.start && self.text[first..].starts_with('-') {
                frame.start = first;
            }
        }
        Ok(())
    }

    /// The beginning of a mapping.
    pub fn open_mapping(&mut self, start: usize, anchor: usize, tagged: bool) -> Step {
        self.open(start, anchor, tagged, Items::Mapping { entries: Vec::new(), seen: BTreeMap::new(), key: None })
    }

    /// The end of the innermost collection; a block's span is empty, it ends with its last value.
    pub fn close(&mut self, start: usize, end: usize) -> Step {
        let Some(frame) = self.frames.pop() else { return Ok(()) };
        let last = match &frame.items {
            Items::Sequence(items) => items.last().map(|item| item.place),
            Items::Mapping { entries, .. } => entries
                .last()
                .map(|entry| Place { end: entry.value.place.end.max(entry.key.place.end), ..entry.key.place }),
        };
        // The value of an alias may stand above; a collection does not end before it begins.
        let last = last.map_or(frame.start, |place| place.end as usize).max(frame.start);
        let place = self.place(frame.start, if frame.flow && end > start { end } else { last });
        let kind = match frame.items {
            Items::Sequence(items) if items.len() > limits::ITEMS => {
                let message = format!("в списке больше {} значений", limits::ITEMS);
                let place = items[limits::ITEMS].place;
                return Err(Finding::error("too-many-nodes", place, message).help("разделите список на несколько"));
            }
            Items::Sequence(items) => Kind::Sequence(items),
            Items::Mapping { entries, .. } => Kind::Mapping(entries),
        };
        self.finished(Node { place, kind }, frame.anchor);
        Ok(())
    }

    /// A copy of a named node.
    pub fn alias(&mut self, anchor: usize, start: usize, end: usize) -> Step {
        let place = self.place(start, end);
        let node = self.anchors.get_mut(&anchor).and_then(|anchor| {
            anchor.used = true;
            anchor.node.clone()
        });
        let Some(node) = node else {
            let message = format!("«{}» ссылается на место, внутри которого стоит", &self.text[start..end]);
            return Err(Finding::error("alias-inside-itself", place, message).help("напишите здесь само значение"));
        };
        let Size { nodes, depth, bytes } = size(&node);
        self.count(nodes)?;
        self.copies += bytes;
        if self.copies > limits::COPIES {
            let message = format!("копии через «*» заняли больше {} КБ", limits::COPIES / 1024);
            return Err(Finding::error("too-many-copies", place, message).help("напишите значение там, где оно нужно"));
        }
        self.deep(depth, place)?;
        self.last_scalar = Some((start, end));
        self.put(node);
        Ok(())
    }

    /// What stands around the point that was reached, to explain a fault of syntax.
    pub fn surroundings(&self) -> Surroundings {
        Surroundings {
            last_scalar: self.last_scalar,
            open_bracket: self.frames.iter().rev().find(|frame| frame.flow).map(|frame| frame.start),
        }
    }

    /// The root, if there is one; all that was found on the way goes to the findings.
    ///
    /// An error when the tree has another shape than was meant, which is then among the findings.
    pub fn finish(self, findings: &mut Findings, whole: bool) -> Result<Option<Node>, Torn> {
        findings.append(self.findings);
        if !self.traps.finish(findings) {
            return Err(Torn);
        }
        if whole {
            for anchor in self.anchors.values().filter(|anchor| !anchor.used) {
                let name = &self.text[anchor.name.start as usize..anchor.name.end as usize];
                let message = format!("слово «{name}» в документ не попадёт: «&» в начале значения — служебный знак");
                findings.push(
                    Finding::warning("unused-anchor", anchor.name, message).help("возьмите всё значение в кавычки"),
                );
            }
        }
        Ok(self.root)
    }

    /// Says which forbidden character is written as an escape, and puts blanks in the place of all.
    fn forbidden(&mut self, text: &mut String, place: Place) {
        let is_forbidden = |c: char| c != '\n' && c != '\t' && limits::is_forbidden(c);
        if let Some(character) = text.chars().find(|c| is_forbidden(*c)) {
            self.findings.push(forbidden_character(place, character));
            *text = text.replace(is_forbidden, " ");
        }
    }

    fn place(&self, start: usize, end: usize) -> Place {
        Place::new(self.file, start, end)
    }

    fn count(&mut self, nodes: usize) -> Step {
        self.nodes += nodes;
        if self.nodes <= limits::NODES {
            return Ok(());
        }
        let message = format!("в файле больше {} значений", limits::NODES);
        Err(Finding::error("too-many-nodes", self.place(0, 0), message).help("разделите файл на несколько"))
    }

    fn deep(&self, more: usize, place: Place) -> Step {
        if self.frames.len() + more <= limits::DEPTH {
            return Ok(());
        }
        let message = format!("вложенность больше {} уровней", limits::DEPTH);
        Err(Finding::error("nested-too-deep", place, message).help("проверьте отступы и скобки"))
    }

    fn open(&mut self, start: usize, anchor: usize, tagged: bool, items: Items) -> Step {
        self.count(1)?;
        let start = self.properties(start, anchor, tagged);
        self.deep(1, self.place(start, start))?;
        let flow = self.text[start..].starts_with(['[', '{']);
        self.frames.push(Frame { start, flow, anchor, items });
        Ok(())
    }

    /// Skips `&name` and `!tag` before a node; gives the offset of the node itself.
    fn properties(&mut self, mut start: usize, anchor: usize, tagged: bool) -> usize {
        if anchor == 0 && !tagged {
            return start;
        }
        while let Some(sign @ (b'&' | b'!')) = self.text.as_bytes().get(start).copied() {
            let rest = &self.text[start..];
            let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let place = self.place(start, start + length);
            if sign == b'&' {
                self.anchors.insert(anchor, Anchor { name: place, node: None, used: false });
            } else {
                let message =
                    format!("«{}» в документ не попадёт: «!» в начале значения — служебный знак", &rest[..length]);
                self.findings.push(Finding::error("yaml-tag", place, message).help("возьмите всё значение в кавычки"));
            }
            start += rest.len() - rest[length..].trim_start().len();
        }
        start
    }

    /// The place of a value that was not written: after the colon of its key or after what stands before.
    fn empty_place(&self, at: usize) -> Place {
        let after = match self.frames.last().and_then(waiting_key) {
            Some(key) => {
                let end = key.end as usize;
                let rest = &self.text[end..];
                let blanks = rest.len() - rest.trim_start().len();
                if rest[blanks..].starts_with(':') { end + blanks + 1 } else { end }
            }
            None if self.text[at..].starts_with(':') => at,
            None => self.text[..at].trim_end_matches(layout::BLANKS).len(),
        };
        self.place(after, after)
    }

    fn origin(&self, text: &str, style: ScalarStyle, place: Place) -> Origin {
        let (start, end) = (place.start as usize, place.end as usize);
        let (inner, indent) = match style {
            ScalarStyle::Plain => ((start, end), None),
            ScalarStyle::Quoted => ((start + 1, end.saturating_sub(1)), None),
            ScalarStyle::Block => {
                let line = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
                ((start, end), Some(start - line))
            }
        };
        layout::origin(self.text, place, inner, text, indent)
    }

    /// Joins the two halves of a number cut by its comma, so that one mistake gives one finding.
    fn mend_number(&mut self, (start, half): (usize, usize), end: usize) -> bool {
        let (file, text) = (self.file, self.text);
        let Some(frame) = self.frames.last_mut() else { return false };
        let target = match &mut frame.items {
            Items::Sequence(items) => items.last_mut(),
            Items::Mapping { entries, key, .. } => {
                if key.is_some() {
                    return false;
                }
                // The second half was taken for a key; what follows is its empty value.
                *key = Some(Key::Drop(Place::new(file, half + 1, end)));
                entries.last_mut().map(|entry| &mut entry.value)
            }
        };
        if let Some(node) = target
            && node.place.end as usize == half
            && let Kind::Scalar(scalar) = &mut node.kind
        {
            node.place.end = Place::new(file, start, end).end;
            let whole = &text[node.place.start as usize..end];
            whole.clone_into(&mut scalar.text);
            scalar.origin = Origin::runs(node.place, vec![(0, node.place.start as usize)]);
        }
        true
    }

    fn finished(&mut self, node: Node, anchor: usize) {
        if let Some(anchor) = self.anchors.get_mut(&anchor) {
            anchor.node = Some(node.clone());
        }
        self.put(node);
    }

    fn put(&mut self, node: Node) {
        let Some(frame) = self.frames.last_mut() else {
            self.root.get_or_insert(node);
            return;
        };
        match &mut frame.items {
            Items::Sequence(items) => items.push(node),
            Items::Mapping { entries, seen, key } => match key.take() {
                None => *key = Some(checked_key(node, entries, seen, &mut self.findings)),
                Some(Key::Keep(key)) => entries.push(Entry { key, value: node }),
                Some(Key::Drop(_)) => {}
            },
        }
    }
}

/// The place of the key that waits for its value, if the collection is a mapping and has one.
fn waiting_key(frame: &Frame) -> Option<Place> {
    match &frame.items {
        Items::Mapping { key: Some(Key::Keep(key)), .. } => Some(key.place),
        Items::Mapping { key: Some(Key::Drop(place)), .. } => Some(*place),
        Items::Mapping { key: None, .. } | Items::Sequence(_) => None,
    }
}

/// A key is a text, stands once and is no merge key; else its entry is dropped with a finding.
fn checked_key(node: Node, entries: &[Entry], seen: &mut BTreeMap<String, Place>, findings: &mut Findings) -> Key {
    let place = node.place;
    let finding = match &node.kind {
        Kind::Scalar(scalar) if scalar.text == "<<" && scalar.style == ScalarStyle::Plain => {
            Finding::error("merge-key", place, "ключ «<<» не поддерживается").help("перепишите нужные ключи сюда")
        }
        Kind::Scalar(scalar) => match same_key(&scalar.text, entries, seen) {
            None => return Key::Keep(node),
            Some(first) => Finding::error("duplicate-key", place, format!("ключ «{}» повторяется", scalar.text))
                .also(first, "первый раз — здесь")
                .help("оставьте один из них: читается только первый"),
        },
        Kind::Null => {
            Finding::error("key-not-text", place, "перед двоеточием нет ключа").help("напишите ключ перед двоеточием")
        }
        Kind::Sequence(_) | Kind::Mapping(_) => {
            Finding::error("key-not-text", place, "на месте ключа стоят скобки, а не слово")
                .help("если это текст, возьмите его в кавычки")
        }
    };
    findings.push(finding);
    Key::Drop(place)
}

/// Where this key of the mapping stands.
fn same_key(text: &str, entries: &[Entry], seen: &mut BTreeMap<String, Place>) -> Option<Place> {
    const FEW: usize = 16;
    let place = |entry: &Entry| Some((entry.key.text()?.to_owned(), entry.key.place));
    if entries.len() <= FEW {
        return entries.iter().find(|entry| entry.key.text() == Some(text)).map(|entry| entry.key.place);
    }
    // Entries have different keys, so that as many of them are seen already.
    seen.extend(entries[seen.len()..].iter().filter_map(place));
    seen.get(text).copied()
}
