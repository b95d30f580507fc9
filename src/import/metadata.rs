//! The comment below a question: `<!-- id: pooling; importance: 3; level: junior; tracks: llm, vision;
//! after: convolution -->`. Every part is optional, and so is the comment.

use crate::card::{CardId, Importance, Level, Metadata, Track};

/// What a comment says of the card above it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Written<'a> {
    /// Its identity.
    pub(crate) id: Option<&'a str>,
    /// What else it says.
    pub(crate) metadata: Metadata,
    /// Parts that say nothing known.
    pub(crate) unknown: Vec<&'a str>,
}

/// The comment of a card on this line; `None` for another comment, and for anything else.
pub(crate) fn written(line: &str) -> Option<Written<'_>> {
    let inner = line.trim().strip_prefix("<!--")?.strip_suffix("-->")?.trim();
    let (first, _) = inner.split_once(':')?;
    if !matches!(first.trim(), "id" | "importance" | "level" | "tracks" | "track" | "after") {
        return None;
    }
    let mut written = Written::default();
    for part in inner.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        if part
            .split_once(':')
            .and_then(|(key, value)| take(&mut written, key.trim(), value.trim()))
            .is_none()
        {
            written.unknown.push(part);
        }
    }
    // An id that cannot be one makes the comment nobody's, as it always did.
    (written.unknown.is_empty() || first.trim() != "id" || written.id.is_some()).then_some(written)
}

/// The id alone.
pub(crate) fn written_id(line: &str) -> Option<&str> {
    written(line)?.id
}

fn take<'a>(written: &mut Written<'a>, key: &str, value: &'a str) -> Option<()> {
    let metadata = &mut written.metadata;
    let list = || value.split([',', '，', '、']).map(str::trim).filter(|name| !name.is_empty());
    match key {
        "id" => written.id = Some(legal(value)?),
        "importance" => metadata.importance = Some(Importance::numbered(value.parse().ok()?)?),
        "level" => metadata.level = Some(Level::named(value)?),
        "tracks" | "track" => metadata.tracks = list().map(Track::named).collect::<Option<_>>()?,
        "after" => metadata.after = list().map(|id| legal(id).map(CardId::from)).collect::<Option<_>>()?,
        _ => return None,
    }
    Some(())
}

fn legal(id: &str) -> Option<&str> {
    let legal = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | ':' | '/');
    (!id.is_empty() && id.chars().all(legal)).then_some(id)
}

/// The comment that says this of a card.
pub(crate) fn comment(id: &CardId, metadata: Option<&Metadata>) -> String {
    let mut parts = vec![format!("id: {id}")];
    if let Some(metadata) = metadata {
        parts.extend(metadata.importance.map(|importance| format!("importance: {}", importance.number())));
        parts.extend(metadata.level.map(|level| format!("level: {}", level.name())));
        let tracks: Vec<&str> = metadata.tracks.iter().map(|track| track.name()).collect();
        let after: Vec<&str> = metadata.after.iter().map(CardId::as_str).collect();
        for (key, names) in [("tracks", tracks), ("after", after)] {
            parts.extend((!names.is_empty()).then(|| format!("{key}: {}", names.join(", "))));
        }
    }
    format!("<!-- {} -->", parts.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_written_in_a_comment() {
        for (line, id) in [
            ("<!-- id: pooling -->", Some("pooling")),
            ("<!--id:a/b.c_1-->", Some("a/b.c_1")),
            ("<!-- id: pooling; importance: 3 -->", Some("pooling")),
            ("<!-- importance: 3; id: pooling -->", Some("pooling")),
            ("<!-- id: pooling; importance: 7 -->", Some("pooling")),
            ("<!-- id: two words -->", None),
            ("<!-- importance: 2 -->", None),
            ("<!-- note -->", None),
            ("id: x", None),
        ] {
            assert_eq!(written_id(line), id, "{line}");
        }
    }

    #[test]
    fn what_is_written_comes_back() {
        let line = "<!-- id: a; importance: 3; level: junior; tracks: llm, vision; after: b, c/d -->";
        let written = written(line).unwrap();
        assert_eq!(written.unknown, [""; 0]);
        assert_eq!(written.metadata.after, [CardId::from("b"), CardId::from("c/d")]);
        assert_eq!(comment(&"a".into(), Some(&written.metadata)), line);
        assert_eq!(comment(&"a".into(), None), "<!-- id: a -->");
    }

    #[test]
    fn what_is_unknown_is_named() {
        let line = "<!-- id: a; importance: 9; colour: red; tracks: llm, x -->";
        assert_eq!(written(line).unwrap().unknown, ["importance: 9", "colour: red", "tracks: llm, x"]);
        assert_eq!(written("<!-- colour: red -->"), None);
    }
}
