//! Comma-separated values as RFC 4180 has them: records end with CR LF, and a field that needs it is
//! quoted.

/// Appends a record.
pub(super) fn record(out: &mut String, fields: &[&str]) {
    for (index, field) in fields.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        // Readers of tables take white space around a field for their own.
        let is_plain = !field.contains([',', '"', '\r', '\n', ';', '\t']) && field.trim() == *field;
        if is_plain {
            out.push_str(field);
        } else {
            out.push('"');
            out.push_str(&field.replace('"', "\"\""));
            out.push('"');
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_where_they_have_to_be() {
        for (fields, line) in [
            (&["a", "b c"][..], "a,b c\r\n"),
            (&["a,b", "c\nd"], "\"a,b\",\"c\nd\"\r\n"),
            (&["say \"hi\"", ""], "\"say \"\"hi\"\"\",\r\n"),
            (&[" x", "甲；乙"], "\" x\",甲；乙\r\n"),
        ] {
            let mut out = String::new();
            record(&mut out, fields);
            assert_eq!(out, line);
        }
    }
}
