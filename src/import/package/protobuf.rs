//! Protocol buffers, as far as packages need them: the fields of one message.

/// A field's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FieldValue<'a> {
    /// A number.
    Number(u64),
    /// Text, bytes or another message.
    Bytes(&'a [u8]),
}

/// The fields of a message with their numbers, up to the first one that is damaged.
pub(super) fn fields(mut rest: &[u8]) -> impl Iterator<Item = (u64, FieldValue<'_>)> {
    std::iter::from_fn(move || {
        let key = number(&mut rest)?;
        let value = match key & 7 {
            0 => FieldValue::Number(number(&mut rest)?),
            1 => FieldValue::Bytes(take(&mut rest, 8)?),
            2 => {
                let length = usize::try_from(number(&mut rest)?).ok()?;
                FieldValue::Bytes(take(&mut rest, length)?)
            }
            5 => FieldValue::Bytes(take(&mut rest, 4)?),
            _ => return None,
        };
        Some((key >> 3, value))
    })
}

/// The text of a field; the last one counts.
pub(super) fn text(message: &[u8], field: u64) -> String {
    let texts = fields(message).filter_map(|(number, value)| match value {
        FieldValue::Bytes(bytes) if number == field => Some(bytes),
        _ => None,
    });
    texts.last().map_or(String::new(), |bytes| String::from_utf8_lossy(bytes).into_owned())
}

/// The number of a field, 0 where it is not there.
#[cfg(feature = "anki")]
pub(super) fn integer(message: &[u8], field: u64) -> u64 {
    let numbers = fields(message).filter_map(|(number, value)| match value {
        FieldValue::Number(value) if number == field => Some(value),
        _ => None,
    });
    numbers.last().unwrap_or(0)
}

fn take<'a>(rest: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (taken, after) = rest.split_at_checked(length)?;
    *rest = after;
    Some(taken)
}

fn number(rest: &mut &[u8]) -> Option<u64> {
    let mut value = 0u64;
    for shift in (0..64).step_by(7) {
        let byte = take(rest, 1)?[0];
        value |= u64::from(byte & 0x7f).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_until_something_is_damaged() {
        let message = [0x08, 0x96, 0x01, 0x12, 0x02, b'h', b'i', 0x1d, 1, 2, 3, 4, 0x12, 0x7f, 1];
        let read: Vec<_> = fields(&message).collect();
        assert_eq!(
            read,
            [
                (1, FieldValue::Number(150)),
                (2, FieldValue::Bytes(b"hi")),
                (3, FieldValue::Bytes(&[1, 2, 3, 4]))
            ]
        );
        assert_eq!(text(&message, 2), "hi");
        #[cfg(feature = "anki")]
        assert_eq!(integer(&message, 1), 150);
        assert_eq!(fields(&[0xff; 20]).count(), 0);
    }
}
