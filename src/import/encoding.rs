//! Bytes to text. In this order: a byte-order mark, text that is valid UTF-8, the zero bytes of UTF-16,
//! and at last a guess from the frequencies of bytes. What could not be decoded is reported by line.

use super::diagnostic::Diagnostic;
use super::format;
use crate::messages::{Message, ReadingMessage};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// The text of a file, and how it was found.
pub(super) struct Decoded<'a> {
    /// The text, without a byte-order mark; empty when the bytes are no text.
    pub(super) text: Cow<'a, str>,
    /// The name of the encoding.
    pub(super) encoding: &'static str,
    /// What could not be decoded.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The bytes are no text at all.
    pub(super) binary: bool,
    /// The text is not that of the bytes: it says as Markdown what another program's format says, and
    /// `encoding` is the name of that.
    pub(super) is_converted: bool,
}

/// Bytes of the largest file of notes: whatever becomes of it has less than 4 GiB.
pub(super) const LARGEST: usize = 512 << 20;

/// How many lines with bad bytes are told one by one.
const TOLD: usize = 8;

/// The text that bytes are.
pub(super) fn decode_text(bytes: &[u8]) -> Decoded<'_> {
    if bytes.len() > LARGEST {
        return no_text("too large", ReadingMessage::TooLarge, ReadingMessage::SplitIt);
    }
    // Most files; looked through once.
    if !bytes.starts_with(b"\xef\xbb\xbf")
        && let Some(text) = plain(bytes)
    {
        return Decoded {
            text,
            encoding: "UTF-8",
            diagnostics: Vec::new(),
            binary: false,
            is_converted: false,
        };
    }
    let (encoding, name, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) if encoding == UTF_8 => {
            (encoding, "UTF-8 with byte-order mark", &bytes[length..])
        }
        Some((encoding, length)) => (encoding, encoding.name(), &bytes[length..]),
        None => match format::declared(bytes).or_else(|| guess(bytes)) {
            Some(encoding) => (encoding, if encoding == GBK { "GB18030" } else { encoding.name() }, bytes),
            None => {
                return no_text("binary", ReadingMessage::NoText, ReadingMessage::LeftAlone);
            }
        },
    };
    let encoding = if encoding == GBK { GB18030 } else { encoding };
    let (text, damaged) = match std::str::from_utf8(bytes) {
        Ok(text) if encoding == UTF_8 => (Cow::Borrowed(text), false),
        _ => encoding.decode_without_bom_handling(bytes),
    };
    let text = if text.contains('\r') && !text.contains('\n') {
        // Line ends of the old Macintosh.
        Cow::Owned(text.replace('\r', "\n"))
    } else {
        text
    };
    let diagnostics = if damaged { damages(&text, name) } else { Vec::new() };
    Decoded { text, encoding: name, diagnostics, binary: false, is_converted: false }
}

/// Valid UTF-8 without zero bytes and with line ends of today.
fn plain(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let odd = memchr::memchr(0, bytes).is_some()
        || (memchr::memchr(b'\r', bytes).is_some() && !text.contains('\n'));
    (!odd).then_some(Cow::Borrowed(text))
}

pub(super) fn no_text<'a>(
    encoding: &'static str,
    message: impl Into<Message>,
    help: impl Into<Message>,
) -> Decoded<'a> {
    Decoded {
        text: Cow::Borrowed(""),
        encoding,
        diagnostics: vec![Diagnostic::error(1, message, help)],
        binary: true,
        is_converted: false,
    }
}

/// The encoding of bytes without a byte-order mark; `None` when they are no text.
fn guess(bytes: &[u8]) -> Option<&'static Encoding> {
    let valid = std::str::from_utf8(bytes);
    if bytes.contains(&0) {
        return wide(bytes).or_else(|| (valid.is_ok() && nearly_no_controls(bytes)).then_some(UTF_8));
    }
    let Err(error) = valid else { return Some(UTF_8) };
    if !nearly_no_controls(bytes) {
        return None;
    }
    if mostly_utf8(bytes, error.valid_up_to()) {
        return Some(UTF_8);
    }
    let pairs = Pairs::count(bytes);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    // Korean has no sign beyond Hangul; a word or two of Chinese may have none either.
    let korean = guess == EUC_KR && pairs.all > 5 && pairs.beyond_hangul * 12 < pairs.all;
    if pairs.look_chinese() && !korean {
        return Some(GBK);
    }
    if guess == BIG5 || !guess.is_single_byte() || pairs.beside_letters() {
        return Some(guess);
    }
    // A stray byte or two among ASCII is damage, not another alphabet.
    Some(UTF_8)
}

/// UTF-16 without a mark: ASCII in it, line ends at least, has a zero in every other byte.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(1 << 16)];
    let mut zeros = [0usize; 2];
    for (place, byte) in sample.iter().enumerate() {
        zeros[place % 2] += usize::from(*byte == 0);
    }
    let encoding = match zeros {
        [even, odd] if odd > 20 * even => UTF_16LE,
        [even, odd] if even > 20 * odd => UTF_16BE,
        _ => return None,
    };
    let (text, _) = encoding.decode_without_bom_handling(sample);
    let (mut strange, mut all) = (0usize, 0usize);
    for letter in text.chars() {
        all += 1;
        let odd = letter == '\u{fffd}'
            || (letter.is_control() && !letter.is_whitespace())
            || matches!(letter, '\u{e000}'..='\u{f8ff}');
        strange += usize::from(odd);
    }
    (strange * 20 <= all).then_some(encoding)
}

/// Pictures and programs are full of control codes.
fn nearly_no_controls(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(1 << 16)];
    let codes = sample.iter().filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31 | 127)).count();
    codes * 50 <= sample.len()
}

/// Whether there is more good UTF-8 beyond ASCII than bad.
fn mostly_utf8(bytes: &[u8], valid_up_to: usize) -> bool {
    let mut good = bytes[..valid_up_to].iter().filter(|byte| **byte >= 0xc0).count();
    let mut bad = 0usize;
    let mut rest = &bytes[valid_up_to..];
    while let Err(error) = std::str::from_utf8(rest) {
        let (valid, after) = rest.split_at(error.valid_up_to());
        good += valid.iter().filter(|byte| **byte >= 0xc0).count();
        bad += 1;
        rest = &after[error.error_len().unwrap_or(after.len())..];
    }
    good += rest.iter().filter(|byte| **byte >= 0xc0).count();
    good > 2 * bad
}

/// Counts over the bytes beyond ASCII, read as pairs. GB2312, EUC-KR, EUC-JP and Big5 share the shape,
/// and short texts fool a detector that knows only frequencies.
#[derive(Default)]
struct Pairs {
    all: usize,
    /// Bytes beyond ASCII that begin no pair, or pairs with a low second byte.
    odd: usize,
    /// Pairs in the 3755 common Chinese characters, and punctuation.
    common: usize,
    /// Pairs that are kana in EUC-JP.
    kana: usize,
    /// Pairs among common Chinese characters that no Hangul shares.
    beyond_hangul: usize,
    /// Bytes beyond ASCII between Latin letters.
    beside_letters: usize,
}

impl Pairs {
    fn count(bytes: &[u8]) -> Pairs {
        let mut pairs = Pairs::default();
        let mut at = 0;
        while at < bytes.len() {
            if bytes[at] < 0x80 {
                at += 1;
                continue;
            }
            pairs.all += 1;
            let near = |place: Option<usize>| {
                place.and_then(|place| bytes.get(place)).is_some_and(u8::is_ascii_alphabetic)
            };
            pairs.beside_letters += usize::from(near(at.checked_sub(1)) || near(Some(at + 1)));
            match (bytes[at], bytes.get(at + 1)) {
                (lead @ 0xa1..=0xf7, Some(0xa1..=0xfe)) => {
                    pairs.common += usize::from(matches!(lead, 0xa1..=0xa3 | 0xb0..=0xd7));
                    pairs.kana += usize::from(matches!(lead, 0xa4 | 0xa5));
                    pairs.beyond_hangul += usize::from(matches!(lead, 0xc9..=0xd7));
                    at += 2;
                }
                (_, Some(0x40..)) => {
                    pairs.odd += 1;
                    at += 2;
                }
                _ => {
                    pairs.odd += 1;
                    at += 1;
                }
            }
        }
        pairs
    }

    fn look_chinese(&self) -> bool {
        self.all >= 2
            && self.odd * 25 <= self.all
            && self.common * 100 >= self.all * 85
            && self.kana * 20 <= self.all
    }

    fn beside_letters(&self) -> bool {
        self.beside_letters * 2 > self.all
    }
}

/// One warning for each of the first lines that hold bytes which are no text, one for the rest.
fn damages(text: &str, encoding: &str) -> Vec<Diagnostic> {
    let damaged = text.split('\n').enumerate().filter(|(_, line)| line.contains('\u{fffd}'));
    let lines: Vec<usize> = damaged.map(|(index, _)| index + 1).collect();
    let mut told: Vec<Diagnostic> = lines
        .iter()
        .take(TOLD)
        .map(|line| {
            let message = ReadingMessage::DamagedBytes { encoding: encoding.to_owned() };
            Diagnostic::warning(*line, message, ReadingMessage::SaveAsUtf8)
        })
        .collect();
    if let (Some(line), true) = (lines.get(TOLD), lines.len() > TOLD) {
        let message = ReadingMessage::MoreDamagedBytes { lines: lines.len() - TOLD };
        told.push(Diagnostic::warning(*line, message, ReadingMessage::SaveAsUtf8));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::format::decode;
    use super::*;
    use encoding_rs::{EUC_JP, SHIFT_JIS, WINDOWS_1252};

    const CHINESE: &str = "1. 什么是池化？\n降低分辨率，保留主要特征。\n2. 为什么用卷积？\n共享参数。\n";

    #[test]
    fn encodings_are_found() {
        let korean = "1. 풀링이란 무엇인가요?\n특징 맵의 크기를 줄입니다.\n";
        let japanese = "1. プーリングとは何ですか？\n特徴マップを小さくします。\n";
        let taiwan = "1. 什麼是池化？\n降低解析度，保留主要特徵。\n2. 為什麼用卷積？\n共享參數。\n";
        let french = "1. Qu'est-ce que l'apprentissage supervisé ?\nUn modèle entraîné à répéter.\n";
        let rows: [(&str, &'static Encoding, &str); 10] = [
            (CHINESE, GB18030, "GB18030"),
            ("苹果 apple", GB18030, "GB18030"),
            ("你好", GB18030, "GB18030"),
            ("1. 什么是卷积？\n滤波\n", GB18030, "GB18030"),
            (taiwan, BIG5, "Big5"),
            (japanese, SHIFT_JIS, "Shift_JIS"),
            (japanese, EUC_JP, "EUC-JP"),
            (korean, EUC_KR, "EUC-KR"),
            (french, WINDOWS_1252, "windows-1252"),
            (CHINESE, UTF_8, "UTF-8"),
        ];
        for (text, encoding, name) in rows {
            let (bytes, _, _) = encoding.encode(text);
            let decoded = decode(&bytes);
            assert_eq!((decoded.encoding, &*decoded.text), (name, text));
            assert_eq!(decoded.diagnostics, [], "{name}");
        }
    }

    #[test]
    fn utf16_is_found_with_and_without_a_mark() {
        for text in [CHINESE, "1. Plain?\nYes.\n"] {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            for (mark, body, name) in [
                (&b"\xff\xfe"[..], &little, "UTF-16LE"),
                (b"\xfe\xff", &big, "UTF-16BE"),
                (b"", &little, "UTF-16LE"),
                (b"", &big, "UTF-16BE"),
            ] {
                let bytes = [mark, body].concat();
                let decoded = decode(&bytes);
                assert_eq!((decoded.encoding, &*decoded.text), (name, text));
            }
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_told() {
        let (mut bytes, _, _) = GB18030.encode(CHINESE);
        bytes.to_mut().extend(b"\n\xff\xff\n");
        let decoded = decode(&bytes);
        assert_eq!((decoded.encoding, decoded.diagnostics[0].line), ("GB18030", 6));
        let picture: Vec<u8> = (0..=255u8).cycle().take(5000).collect();
        assert!(decode(&picture).binary);
        assert!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0").binary);
        assert_eq!(decode(&b"- \xff\n".repeat(20)).diagnostics.len(), TOLD + 1);
        assert_eq!(decode(b"").encoding, "UTF-8");
        assert_eq!(decode(b"a\rb").text, "a\nb");
    }
}
