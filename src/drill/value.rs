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

/// A value before a Chinese numeral as it is said: not 70 十亿 but 700 亿, not 100 千 but 10 万. Gives it with what
/// follows.
fn in_chinese_scale<'a>(value: &str, rest: &'a str) -> Option<(String, &'a str)> {
    const SCALES: [(f64, &str); 4] = [(1e12, "万亿"), (1e8, "亿"), (1e4, "万"), (1.0, "")];
    let counted = rest.trim_start();
    let behind = counted.trim_start_matches(['十', '百', '千', '万', '亿']);
    let scale = &counted[..counted.len() - behind.len()];
    let factor = match scale {
        // 千字节, 千瓦 and 千分之 are words.
        "千" if behind
            .starts_with(['字', '瓦', '克', '米', '卡', '兆', '比', '赫', '分', '伏', '焦', '帕']) =>
        {
            return None;
        }
        "千" => 1e3,
        "万" if !behind.starts_with('分') => 1e4,
        "百万" => 1e6,
        "亿" => 1e8,
        "十亿" => 1e9,
        "十万" => 1e5,
        "千万" => 1e7,
        "百亿" => 1e10,
        "千亿" => 1e11,
        "万亿" => 1e12,
        _ => return None,
    };
    let number = value.parse::<f64>().ok().filter(|number| *number > 0.0)?;
    let is_said = match scale {
        "千" => (1.0..10.0).contains(&number),
        "万" | "亿" => number < 1e4,
        "万亿" => true,
        _ => false,
    };
    if is_said {
        return None;
    }
    let total = number * factor;
    let (size, name) = SCALES.into_iter().find(|(size, _)| total >= *size * 0.999_999)?;
    let text = format!("{:.6}", total / size);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    Some((format!("{text} {name}").trim_end().to_owned(), behind)).map(|(text, behind)| {
        let is_apart = name.is_empty() && !behind.starts_with([' ', '，', '。', '、', '；']);
        (if is_apart { text + " " } else { text }, behind)
    })
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
            ("{N} 千个样本", "100", "10 万个样本"),
            ("{N} 千个样本", "2", "2 千个样本"),
            ("{N}千词元", "128", "12.8 万词元"),
            ("{N} 千，", "1000", "100 万，"),
            ("{N} 万条", "10000", "1 亿条"),
            ("{N} 万条", "500", "500 万条"),
            ("{N} 亿", "20000", "2 万亿"),
            ("{N} 百万", "300", "3 亿"),
            ("{N} 千个", "0.5", "500 个"),
            ("{N} 千字节", "100", "100 千字节"),
            ("{N} 千瓦", "100", "100 千瓦"),
            ("{N} 万分之一", "10000", "10000 万分之一"),
        ] {
            assert_eq!(with_value(question, "N", value), said, "{question}");
        }
    }
}
