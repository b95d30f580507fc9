//! Values in the question of a drill, as people say them.

/// A question with the value of a parameter: of one there is no plural.
pub(super) fn with_value(question: &str, name: &str, value: &str) -> String {
    let mark = format!("{{{name}}}");
    let mut parts = question.split(&mark).map(str::to_owned);
    let mut out = parts.next().unwrap_or_default();
    for rest in parts {
        let word = rest.trim_start();
        let end = word.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(word.len());
        let singular =
            word[..end].strip_suffix('s').filter(|one| one.len() > 3 && !one.ends_with(['s', 'u', 'i']));
        if let Some((number, rest)) = in_chinese_scale(value, &rest) {
            out.push_str(&number);
            out.push_str(rest);
            continue;
        }
        out.push_str(value);
        match singular.filter(|_| value == "1" && rest.starts_with(' ')) {
            Some(one) => {
                out.push(' ');
                out.push_str(one);
                out.push_str(&word[end..]);
            }
            None => out.push_str(&rest),
        }
    }
    out
}

/// A value before 十亿 or 百万 as Chinese has it: nobody says 70 十亿 but 700 亿. Gives it with what follows.
fn in_chinese_scale<'a>(value: &str, rest: &'a str) -> Option<(String, &'a str)> {
    let counted = rest.trim_start();
    let factor = match counted.chars().next()? {
        '十' => 10.0,
        '百' => 100.0,
        '千' => 1000.0,
        _ => return None,
    };
    let scaled = counted.trim_start_matches(['十', '百', '千']);
    if counted.chars().count() - scaled.chars().count() != 1 || !scaled.starts_with(['万', '亿']) {
        return None;
    }
    let number = value.parse::<f64>().ok()? * factor;
    let text = format!("{number:.6}");
    Some((format!("{} ", text.trim_end_matches('0').trim_end_matches('.')), scaled))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_before_a_chinese_scale_is_said_as_people_say_it() {
        for (question, value, said) in [
            ("{N} 十亿参数", "70", "700 亿参数"),
            ("{N}十亿参数", "1.5", "15 亿参数"),
            ("{N} 百万个", "3", "300 万个"),
            ("{N} 万亿词元", "15", "15 万亿词元"),
            ("{N} 亿", "7", "7 亿"),
            ("{N} 十分", "7", "7 十分"),
        ] {
            assert_eq!(with_value(question, "N", value), said, "{question}");
        }
    }
}
