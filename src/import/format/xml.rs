//! XML as a tree, with bounds. Names keep their prefixes; entities of a document's own stand for nothing.

use crate::import::damage;
use crate::messages::Damage;
use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};

/// Elements nested deeper than this are refused.
const DEEPEST: usize = 200;
/// More elements than this are refused.
const MOST: usize = 3_000_000;

/// An element.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<XmlNode>,
}

/// What stands in an element.
#[derive(Debug)]
pub(super) enum XmlNode {
    Element(Element),
    Text(String),
}

impl Element {
    fn of(start: &BytesStart<'_>) -> Element {
        let attributes = start.attributes().flatten().map(|attribute| {
            let value = unescape(&attribute.value).unwrap_or_default().into_owned();
            (attribute.key.into_inner().to_owned(), value)
        });
        Element {
            name: start.name().into_inner().to_owned(),
            attributes: attributes.collect(),
            children: Vec::new(),
        }
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|child| match child {
            XmlNode::Element(element) => Some(element),
            XmlNode::Text(_) => None,
        })
    }

    /// The first child of this name.
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// The first element of this name at any depth.
    pub(super) fn find(&self, name: &str) -> Option<&Element> {
        self.elements()
            .find_map(|element| if element.name == name { Some(element) } else { element.find(name) })
    }

    /// The text directly in the element.
    pub(super) fn text(&self) -> String {
        let text = |child: &XmlNode| match child {
            XmlNode::Text(text) => text.clone(),
            XmlNode::Element(_) => String::new(),
        };
        self.children.iter().map(text).collect()
    }

    fn push_text(&mut self, more: &str) {
        match self.children.last_mut() {
            Some(XmlNode::Text(text)) => text.push_str(more),
            _ => self.children.push(XmlNode::Text(more.to_owned())),
        }
    }
}

/// The root of a document; or why it is none.
pub(super) fn parse(text: &str) -> Result<Element, Damage> {
    let mut reader = Reader::from_str(text);
    let mut open = vec![Element::default()];
    let mut count = 0usize;
    loop {
        let event = reader.read_event().map_err(|problem| damage::said(&problem))?;
        let Some(last) = open.last_mut() else { return Err(Damage::ClosesTooMuch) };
        match event {
            Event::Start(start) => {
                count += 1;
                if open.len() > DEEPEST {
                    return Err(Damage::TooDeep { levels: DEEPEST });
                }
                open.push(Element::of(&start));
            }
            Event::Empty(start) => {
                count += 1;
                last.children.push(XmlNode::Element(Element::of(&start)));
            }
            Event::End(_) => {
                let Some(element) = open.pop().filter(|_| !open.is_empty()) else {
                    return Err(Damage::ClosesTooMuch);
                };
                if let Some(last) = open.last_mut() {
                    last.children.push(XmlNode::Element(element));
                }
            }
            Event::Text(text) => last.push_text(&text.xml10_content()),
            Event::CData(text) => last.push_text(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let sign = reference.resolve_char_ref().ok().flatten();
                let name = reference.into_inner();
                match sign {
                    Some(sign) => last.push_text(sign.encode_utf8(&mut [0; 4])),
                    None => last.push_text(resolve_predefined_entity(&name).unwrap_or_default()),
                }
            }
            Event::Eof => break,
            _ => {}
        }
        if count > MOST {
            return Err(Damage::TooManyElements { elements: MOST });
        }
    }
    if open.len() > 1 {
        return Err(Damage::EndsEarly);
    }
    let root = open.pop().and_then(|mut all| {
        let place = all.children.iter().position(|child| matches!(child, XmlNode::Element(_)))?;
        match all.children.swap_remove(place) {
            XmlNode::Element(root) => Some(root),
            XmlNode::Text(_) => None,
        }
    });
    root.ok_or(Damage::Empty)
}
