//! A value as text.

use crate::markdown;
use serde_json::{Map, Value};

/// What a value says as a text.
pub(super) fn said(value: &Value) -> Option<String> {
    match value {
        Value::String(said) => Some(text(said)),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(true) => Some("true".to_owned()),
        Value::Bool(false) => Some("false".to_owned()),
        Value::Array(items) if !items.is_empty() && items.len() < 1000 => {
            let line = |item: &Value| if item.is_array() { None } else { said(item) };
            let lines: Vec<String> = items.iter().map(line).collect::<Option<_>>()?;
            let is_list = lines.len() > 1 && lines.iter().all(|line| !line.trim().contains('\n'));
            let line = |line: &String| if is_list { format!("- {}", line.trim()) } else { line.clone() };
            Some(lines.iter().map(line).collect::<Vec<_>>().join("\n"))
        }
        Value::Object(object) => {
            let named = ["text", "value", "content", "html", "markdown", "body"];
            let own = named.iter().find_map(|key| object.get(*key)?.as_str()).map(text);
            own.or_else(|| parts(object))
        }
        _ => None,
    }
}

/// So many parts has one text at most.
const MOST_PARTS: usize = 12;

/// A text in parts with names: each a point.
fn parts(object: &Map<String, Value>) -> Option<String> {
    let told = object.iter().filter(|(_, value)| !value.is_null());
    let part = |(name, value): (&String, &Value)| {
        let told = said(value)?;
        (!told.trim().contains('\n')).then(|| format!("- **{}**: {}", name.trim(), told.trim()))
    };
    let parts: Vec<String> = told.map(part).collect::<Option<_>>()?;
    (1..=MOST_PARTS).contains(&parts.len()).then(|| parts.join("\n"))
}

/// A short text, or several of them, as one line.
pub(super) fn words(value: &Value) -> Option<String> {
    let words = match value {
        Value::String(words) => words.trim().to_owned(),
        Value::Array(items) => {
            let tags = items.iter().filter_map(Value::as_str).map(|tag| format!("#{}", tag.trim()));
            tags.collect::<Vec<_>>().join(" ")
        }
        _ => return None,
    };
    (!words.is_empty() && words.len() < 200).then_some(words)
}

/// Markdown, or HTML as Markdown: what has tags of paragraphs, or words for signs.
pub(super) fn text(said: &str) -> String {
    const TAGS: [&str; 13] = [
        "<p>", "<p ", "<br", "<div", "<b>", "<i>", "<em>", "<strong>", "<ul>", "<ol>", "<img ", "<pre>",
        "<code>",
    ];
    const SIGNS: [&str; 6] = ["&quot;", "&#039;", "&#39;", "&amp;", "&lt;", "&nbsp;"];
    let is_html = said.contains(['<', '&'])
        && (TAGS.iter().any(|tag| said.contains(tag)) || SIGNS.iter().any(|sign| said.contains(sign)))
        && !said.contains("```");
    if is_html { markdown::from_html(said) } else { said.replace("\r\n", "\n") }
}
