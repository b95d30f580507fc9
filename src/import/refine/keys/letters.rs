//! Keys of letters: whatever names them, the options of the questions above prove them.

use super::giving::{self, KeyedAnswer};
use super::line::{KeyLine, key_line};
use crate::import::page::{LineKind, Page, mark, option};
use crate::import::style::{Answer, Question};
use std::collections::HashMap;

/// A question with options to choose from.
struct ChoiceItem {
    /// Its place among the questions.
    place: usize,
    number: Option<u32>,
    /// The line of its last option.
    last: usize,
    /// The letter of its last option.
    most: char,
}

/// The answers of a key, and the lines it takes.
struct LetterKey {
    entries: Vec<KeyedAnswer>,
    head: usize,
    last: usize,
}

/// Fewer questions with options are no test.
const FEWEST: usize = 3;

/// The questions with the letters that keys below their options hold; nothing where there is no key.
pub(super) fn given(page: &Page<'_>, questions: &[Question]) -> Option<Vec<Question>> {
    let items = items(page, questions);
    if items.len() < FEWEST {
        return None;
    }
    let mut found: Vec<(usize, usize, LetterKey)> = Vec::new();
    let mut from = 0;
    for (index, item) in items.iter().enumerate() {
        let until = items.get(index + 1).map_or(page.len() + 1, |next| questions[next.place].line);
        let group = &items[from..=index];
        if let Some(key) = key(page, questions, group, item.last + 1, until) {
            found.push((from, index, key));
            from = index + 1;
        }
    }
    if found.is_empty() {
        return None;
    }
    let mut given = questions.to_vec();
    for (first, last, key) in found.into_iter().rev() {
        apply(&mut given, &items[first..=last], key);
    }
    Some(given)
}

fn apply(questions: &mut Vec<Question>, group: &[ChoiceItem], key: LetterKey) {
    let mut by_number: HashMap<u32, Vec<usize>> = HashMap::new();
    for (number, item) in numbers(group).zip(group) {
        by_number.entry(number).or_default().push(item.place);
    }
    giving::give(questions, &by_number, key.entries, key.head);
    let inside = |question: &Question| (key.head..=key.last).contains(&question.line);
    for place in group.iter().map(|item| item.place) {
        questions[place].limit = questions[place].limit.min(key.head - 1);
    }
    questions.retain(|question| !inside(question));
}

/// The numbers of questions: those they have, or those they are counted by.
fn numbers(group: &[ChoiceItem]) -> impl Iterator<Item = u32> {
    let own: Option<Vec<u32>> = group.iter().map(|item| item.number).collect();
    let counted = (1u32..).take(group.len());
    own.unwrap_or_else(|| counted.collect()).into_iter()
}

/// The questions that options stand below.
fn items(page: &Page<'_>, questions: &[Question]) -> Vec<ChoiceItem> {
    let nexts = questions.iter().skip(1).map(|next| next.line).chain([page.len() + 1]);
    let item = |((place, question), next): ((usize, &Question), usize)| {
        let is_open = match question.answer {
            Answer::Below => true,
            Answer::Lines(first, _) => first > question.last_line,
            _ => false,
        };
        let (last, most) = is_open.then(|| options(page, question.last_line + 1, next - 1)).flatten()?;
        let number = page.heading_stem(question.context.unwrap_or(question.line)).number_of_heading();
        Some(ChoiceItem { place, number, last, most })
    };
    questions.iter().enumerate().zip(nexts).filter_map(item).collect()
}

/// The line and the letter of the last of the options that stand there, from A on.
fn options(page: &Page<'_>, first: usize, end: usize) -> Option<(usize, char)> {
    let mut found: Option<(usize, char)> = None;
    for line in first..=end {
        if page.is_blank(line) || page.kind(line) == LineKind::Verbatim {
            continue;
        }
        let wanted = found.map_or('A', |(_, letter)| next(letter));
        match option(page.line(line)) {
            Some(letter) if letter == wanted => {
                let last = beside(page.line(line), letter);
                found = Some((line, last));
            }
            // A line of an option, or one that explains it.
            _ if found.is_none() || !page.is_blank(line - 1) => {}
            _ => break,
        }
    }
    found.filter(|(_, letter)| *letter > 'A')
}

/// The last of several options on one line: `A. sum  B. mean  C. max`.
fn beside(line: &str, first: char) -> char {
    let mut last = first;
    for (at, letter) in line.char_indices() {
        let rest = &line[at + letter.len_utf8()..];
        let is_apart = line[..at].ends_with([' ', '\t', '\u{3000}', ';', '；', ',', '，']);
        if letter == next(last) && is_apart && rest.starts_with(['.', '、', ')', '）', ':', '：', '．']) {
            last = letter;
        }
    }
    last
}

fn next(letter: char) -> char {
    char::from_u32(u32::from(letter) + 1).unwrap_or(letter)
}

/// The key of a group of questions that stands on these lines, if one does.
fn key(
    page: &Page<'_>,
    questions: &[Question],
    group: &[ChoiceItem],
    first: usize,
    until: usize,
) -> Option<LetterKey> {
    if group.len() < FEWEST {
        return None;
    }
    let asked: Vec<u32> = numbers(group).collect();
    let read = KeyReading::of(page, &asked, first, until)?;
    // Questions that are answered below themselves have no key.
    let is_labelled = |item: &ChoiceItem| {
        let end = questions.get(item.place + 1).map_or(first, |next| next.line).min(read.head);
        (item.last + 1..end).any(|line| page.has(line, mark::ANSWER) || page.is_hidden(line))
    };
    if group[..group.len() - 1].iter().any(is_labelled) {
        return None;
    }
    let mut most: HashMap<u32, Vec<char>> = HashMap::new();
    for (number, item) in asked.iter().zip(group) {
        most.entry(*number).or_default().push(item.most);
    }
    let mut used: HashMap<u32, usize> = HashMap::new();
    let mut fits = 0;
    for entry in &read.entries {
        let turn = used.entry(entry.number).or_default();
        let Some(most) = most.get(&entry.number).and_then(|all| all.get(*turn)) else { continue };
        *turn += 1;
        let letters = entry.letters.chars().filter(char::is_ascii_alphabetic);
        let is_word = |letter: char| entry.letters.len() > 6 && letter.is_ascii_lowercase();
        if letters.into_iter().any(|letter| letter.to_ascii_uppercase() > *most && !is_word(letter)) {
            return None;
        }
        fits += 1;
    }
    let is_whole = fits == read.entries.len() && fits == group.len();
    // One question may be missing.
    let are_known = fits * 5 >= read.entries.len() * 4 || fits + 1 == read.entries.len();
    let is_most = are_known && fits * 2 >= group.len() && fits > 1;
    if !(is_whole && !read.doubtful || is_most && read.named) {
        return None;
    }
    let entries = read.entries.into_iter().map(|entry| {
        let text = entry.whole(page);
        KeyedAnswer { number: entry.number, first: entry.first, last: entry.last, text }
    });
    Some(LetterKey { entries: entries.collect(), head: read.head, last: read.last })
}

/// One answer as it was read.
struct ReadEntry {
    number: u32,
    letters: String,
    first: usize,
    last: usize,
    /// It has its line for itself.
    alone: bool,
    /// Words stand behind its letters.
    told: bool,
}

impl ReadEntry {
    /// Its letters, or all that its lines say.
    fn whole(&self, page: &Page<'_>) -> String {
        if !self.alone {
            return self.letters.clone();
        }
        // What stands before the letters is the number.
        let line = page.heading_stem(self.first).question();
        let told = line.find(&self.letters).filter(|_| self.told).map(|at| &line[at..]);
        let head = told.unwrap_or(&self.letters).to_owned();
        match page.trimmed(self.first + 1, self.last) {
            Some((first, last)) if self.last > self.first => format!("{head}\n{}", page.slice(first, last)),
            _ => head,
        }
    }
}

/// What stands where a key may stand.
struct KeyReading {
    entries: Vec<ReadEntry>,
    head: usize,
    last: usize,
    /// Its name stands above it.
    named: bool,
    /// Its lines may be sentences: `1. A model is …`.
    doubtful: bool,
}

impl KeyReading {
    fn of(page: &Page<'_>, asked: &[u32], first: usize, until: usize) -> Option<KeyReading> {
        let mut read = KeyReading { entries: Vec::new(), head: 0, last: 0, named: false, doubtful: false };
        let mut numbers: Vec<u32> = Vec::new();
        for line in first..until {
            if page.is_blank(line) || !page.line(line).contains(char::is_alphanumeric) {
                continue;
            }
            match key_line(page.line(line)) {
                KeyLine::Head if read.entries.is_empty() => {
                    (read.head, read.named, numbers) = (line, true, Vec::new());
                }
                KeyLine::Numbers(found) if read.entries.is_empty() => {
                    read.begin(line);
                    numbers = found;
                }
                KeyLine::Pairs { pairs, named } => {
                    read.begin(line);
                    read.named |= named;
                    let alone = pairs.len() == 1;
                    for (number, letters) in pairs {
                        read.entries.push(ReadEntry {
                            number,
                            letters,
                            first: line,
                            last: line,
                            alone,
                            told: false,
                        });
                    }
                }
                KeyLine::Told { number, letters, parted } => {
                    read.begin(line);
                    read.doubtful |= !parted;
                    read.entries.push(ReadEntry {
                        number,
                        letters,
                        first: line,
                        last: line,
                        alone: true,
                        told: true,
                    });
                }
                KeyLine::Groups { groups, named } if read.entries.is_empty() => {
                    let groups = spread(groups, if numbers.is_empty() { asked.len() } else { numbers.len() });
                    let own = if numbers.is_empty() { asked } else { &numbers };
                    if groups.len() == own.len() && (named || read.named || !numbers.is_empty()) {
                        read.begin(line);
                        read.named = true;
                        let each = own.iter().zip(groups);
                        read.entries.extend(each.map(|(number, letters)| ReadEntry {
                            number: *number,
                            letters,
                            first: line,
                            last: line,
                            alone: false,
                            told: false,
                        }));
                    }
                }
                _ if read.entries.is_empty() => {
                    // Only the rows of a table and what is between tags stand between a name and its key.
                    if read.head > 0 && page.kind(line) != LineKind::Table && !page.is_furniture(line) {
                        (read.head, read.named) = (0, false);
                    }
                    continue;
                }
                _ => {
                    let is_next = page.has(line, mark::NUMBER) && page.item(line) < 2;
                    let alone = read.entries.last().is_some_and(|entry| entry.alone);
                    if page.level(line).is_some() || is_next || !alone {
                        break;
                    }
                    if let Some(entry) = read.entries.last_mut().filter(|_| !page.is_furniture(line)) {
                        entry.last = line;
                    }
                }
            }
            read.last = line;
        }
        (!read.entries.is_empty()).then_some(read)
    }

    fn begin(&mut self, line: usize) {
        if self.head == 0 {
            self.head = line;
        }
    }
}

/// One word of letters for several questions is a letter for each.
fn spread(groups: Vec<String>, count: usize) -> Vec<String> {
    match groups.as_slice() {
        [word] if word.len() == count => word.chars().map(String::from).collect(),
        _ => groups,
    }
}

#[cfg(test)]
mod tests {
    use crate::import;

    /// The answers, and what was told of the file.
    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let notes = import::read(text.as_bytes(), None, None, None);
        let lost = import::account(text.as_bytes(), &notes);
        let answers = notes.cards.iter().map(|card| card.faces[0].answer.to_string()).collect();
        let told = notes.diagnostics.iter().chain(&lost.diagnostics);
        (answers, told.map(|told| told.message.to_string()).collect())
    }

    const ITEMS: &str = "1. Which loss fits classes?\nA. squared error\nB. cross entropy\nC. hinge\nD. none\n\
                         2. Which one has gates?\nA. CNN\nB. MLP\nC. LSTM\nD. SVM\n\
                         3. Which ones normalise?\nA. batch norm\nB. layer norm\nC. ReLU\nD. RMSNorm\n\
                         4. Which one is fixed?\nA. stride\nB. weight\nC. bias\nD. logit\n\n";

    #[test]
    fn letters_below_the_last_question_are_the_answers_of_all() {
        for key in [
            "Answer key\n1-4: B C ABD A",
            "参考答案\n1~4 B C ABD A",
            "Key: B C ABD A",
            "Answers\n1. B because of its log\n2. C\n3. ABD\n4. A",
            "Answers: 1-B, 2-C, 3-ABD, 4-A",
            "(1) B (2) C (3) ABD (4) A",
            "Solutions\n1 B\n2 C\n3 ABD\n4 A",
            "Solution key\n1 - B (its log)\n2 - C\n3 - ABD\n4 - A",
            "答案与解析\n1. B 因为是对数损失\n2. C\n3. ABD\n4. A",
            "| Question | Answer |\n|---|---|\n| 1 | B |\n| 2 | C |\n| 3 | ABD |\n| 4 | A |",
            "Gabarito: 1B 2C 3ABD 4A",
            "Ответы: 1-B; 2-C; 3-ABD; 4-A",
        ] {
            let (answers, told) = read(&format!("{ITEMS}{key}\n"));
            assert_eq!(answers.len(), 4, "{key}: {answers:?}");
            assert!(
                answers[0].starts_with('B') && answers[1] == "C" && answers[2] == "ABD",
                "{key}: {answers:?}"
            );
            assert_eq!(answers[3], "A", "{key}");
            assert_eq!(told, [""; 0], "{key}");
        }
        for (key, letters) in [("Key: BCDA", "BCDA"), ("答案：BCDA", "BCDA"), ("标准答案 BCDA", "BCDA")]
        {
            let (answers, told) = read(&format!("{ITEMS}{key}\n"));
            assert_eq!(answers.concat(), letters, "{key}");
            assert_eq!(told, [""; 0], "{key}");
        }
    }

    #[test]
    fn each_chapter_may_have_a_key() {
        let chapter = |name: &str, key: &str| format!("# {name}\n\n{ITEMS}{key}\n\n");
        let text = chapter("One", "Key: BCDA") + &chapter("Two", "1-4: A B C D");
        assert_eq!(read(&text).0.concat(), "BCDAABCD");
    }

    #[test]
    fn a_key_may_name_its_sections_and_know_more_questions() {
        let items = ITEMS.replace("4. Which", "5. Which");
        let (answers, _) = read(&format!("{items}Key: 1-b, 2-c, 3-a, 4-a, 5-d\n"));
        assert_eq!(answers, ["b", "c", "a", "d"]);
        let (one, other) = ITEMS.split_at(ITEMS.find("3. Which ones").unwrap_or(0));
        let other = other.replace("3. Which", "1. Which").replace("4. Which", "2. Which");
        let text = format!("# Part A\n{one}\n# Part B\n{other}# Keys\nPart A: 1a 2b\nPart B: 1d 2a\n");
        assert_eq!(read(&text).0, ["a", "b", "d", "a"]);
    }

    #[test]
    fn what_the_options_do_not_prove_is_no_key() {
        // A letter that no option has, too few letters, and sentences that begin with an article.
        for key in ["Key: BCEF", "Key: BC", "1. A model\n2. A layer\n3. A loss\n4. A step"] {
            let (answers, _) = read(&format!("{ITEMS}{key}\n"));
            assert!(answers.iter().all(|answer| answer.len() != 1), "{key}: {answers:?}");
        }
    }
}
