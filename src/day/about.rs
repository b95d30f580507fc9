//! Words that say that a day or an hour is not certain, in either language: `大约两周后`, `around the 10th`.

const CHINESE: [&str; 9] = ["大约", "大概", "大致", "差不多", "可能", "左右", "前后", "上下", "约"];

const ENGLISH: [&str; 10] =
    ["around", "about", "approximately", "approx", "approx.", "roughly", "circa", "ca.", "probably", "maybe"];

/// A text in small letters without such words, and whether it had one.
pub(super) fn without(text: &str) -> (String, bool) {
    let is_sure = |word: &&str| !ENGLISH.contains(word);
    let mut out = text.split_whitespace().filter(is_sure).collect::<Vec<_>>().join(" ");
    for end in [" or so", " or thereabouts"] {
        out = out.strip_suffix(end).map_or(out.clone(), str::to_owned);
    }
    for word in CHINESE.iter().filter(|word| text.contains(*word)) {
        out = out.replace(word, "");
    }
    let is_about = out.split_whitespace().ne(text.split_whitespace());
    // `大约在12月10号` has a word between them.
    let out = if is_about { out.trim().trim_start_matches(['在', '~']).trim() } else { text };
    (out.to_owned(), is_about)
}
