//! Keys of letters: whatever names them, the options of the questions above prove them.

use super::choices::{self, ChoiceItem, items, numbers};
use super::giving::{self, KeyedAnswer};
use super::line::{KeyLine, key_line};
use crate::import::page::{LineKind, Page, is_verdict, mark};
use crate::import::style::Question;
use std::collections::HashMap;

/// The answers of a key, and the lines it takes.
struct LetterKey {
    entries: Vec<KeyedAnswer>,
    /// Statements among its questions: their numbers and their places.
    statements: Vec<(u32, usize)>,
    head: usize,
    last: usize,
    /// It is named, and has one answer for each question and no others.
    is_sure: bool,
}

/// Fewer questions with options are no test.
const FEWEST: usize = 3;

/// The questions with the letters that keys below their options hold; nothing where there is no key.
pub(super) fn given(page: &Page<'_>, questions: &[Question]) -> Option<Vec<Question>> {
    let items = items(page, questions);
    if items.len() < 2 {
        return None;
    }
    let mut found: Vec<(usize, usize, LetterKey)> = Vec::new();
    let mut from = 0usize;
    for (index, item) in items.iter().enumerate() {
        let until = items.get(index + 1).map_or(page.len() + 1, |next| questions[next.place].line);
        let begin = from.checked_sub(1).map_or(0, |before| items[before].place + 1);
        let group = &items[from..=index];
        if let Some(key) = key(page, questions, (begin, group), item.last + 1, until) {
            found.push((from, index, key));
            from = index + 1;
        }
    }
    // Two questions with a key of their own are chance, unless each question of the file has one.
    let keyed: usize = found.iter().map(|(first, last, _)| last - first + 1).sum();
    if keyed < items.len() || found.len() < 2 {
        found.retain(|(first, last, key)| last - first + 1 >= FEWEST || key.is_sure && keyed == items.len());
    }
    if found.is_empty() {
        if items.len() < FEWEST {
            return None;
        }
        let key = key_above(page, questions, &items)?;
        found.push((0, items.len() - 1, key));
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
    for (number, place) in key.statements {
        by_number.entry(number).or_insert_with(|| vec![place]);
    }
    giving::give(questions, &by_number, key.entries, key.head);
    let inside = |question: &Question| (key.head..=key.last).contains(&question.line);
    for question in questions.iter_mut().filter(|question| question.line < key.head) {
        question.limit = question.limit.min(key.head - 1);
    }
    questions.retain(|question| !inside(question));
}

/// The key of a group of questions, the first of which may have no options, that stands on these lines, if one does.
fn key(
    page: &Page<'_>,
    questions: &[Question],
    (begin, group): (usize, &[ChoiceItem]),
    first: usize,
    until: usize,
) -> Option<LetterKey> {
    if group.len() < 2 {
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
    let own = fitting(group, &asked, &read)?;
    let verdicts = read.entries.iter().filter(|entry| is_verdict(&entry.letters));
    let verdicts: Vec<u32> = verdicts.map(|entry| entry.number).collect();
    let statements = choices::statements(page, questions, (begin, group), read.head, &verdicts);
    let fits = own + statements.len();
    let is_whole = fits == read.entries.len() && own == group.len();
    // One question may be missing.
    let are_known = fits * 5 >= read.entries.len() * 4 || fits + 1 == read.entries.len();
    let is_most = are_known && fits * 2 >= group.len() && fits > 1;
    if !(is_whole && !read.doubtful || is_most && read.named) {
        return None;
    }
    let (head, last, is_sure) = (read.head, read.last, is_whole && !read.doubtful && read.named);
    Some(LetterKey { entries: read.answers(page), statements, head, last, is_sure })
}

/// The key of all questions, where it stands above them: `1-5 CBADB`.
fn key_above(page: &Page<'_>, questions: &[Question], items: &[ChoiceItem]) -> Option<LetterKey> {
    let asked: Vec<u32> = numbers(items).collect();
    let read = KeyReading::of(page, &asked, 1, questions[items[0].place].line)?;
    let fits = fitting(items, &asked, &read)?;
    let is_told = |entry: &ReadEntry| entry.told || entry.first != entry.last;
    let is_whole = fits == read.entries.len() && fits == items.len() && !read.entries.iter().any(is_told);
    // No card ends above it.
    let (head, last) = (usize::MAX, usize::MAX);
    let statements = Vec::new();
    is_whole.then(|| LetterKey { entries: read.answers(page), statements, head, last, is_sure: false })
}

/// How many answers are those of a question that has their letters; none where one has not.
fn fitting(group: &[ChoiceItem], asked: &[u32], read: &KeyReading) -> Option<usize> {
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
        // A statement has no options.
        if entry.letters != "F" && is_verdict(&entry.letters) {
            return None;
        }
        let letters = entry.letters.chars().filter(char::is_ascii_alphabetic);
        let is_word = |letter: char| entry.letters.len() > 6 && letter.is_ascii_lowercase();
        if letters.into_iter().any(|letter| letter.to_ascii_uppercase() > *most && !is_word(letter)) {
            return None;
        }
        fits += 1;
    }
    Some(fits)
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

    /// The answers as they are given to questions.
    fn answers(self, page: &Page<'_>) -> Vec<KeyedAnswer> {
        let answer = |entry: ReadEntry| {
            let text = entry.whole(page);
            KeyedAnswer { number: entry.number, first: entry.first, last: entry.last, text }
        };
        self.entries.into_iter().map(answer).collect()
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
    fn verdicts_stand_among_letters() {
        let items = ITEMS.replace(
            "3. Which ones normalise?\nA. batch norm\nB. layer norm\nC. ReLU\nD. RMSNorm\n",
            "3. T/F: the mean is learnt.\n",
        );
        for key in [
            "Answer key: 1-B 2-C 3-False 4-A",
            "Answers: 1-B 2-C 3-F 4-A",
            "Key: 1. B 2. C 3. T 4. A",
            "参考答案：1、B 2、C 3、× 4、A",
            "Solutions\n1. B\n2. C\n3. False\n4. A",
            "Answers\n1 B\n2 C\n3 F\n4 A",
        ] {
            let (answers, told) = read(&format!("{items}{key}\n"));
            assert_eq!((answers.len(), told), (4, Vec::new()), "{key}: {answers:?}");
            assert!(["False", "F", "T", "×"].contains(&answers[2].as_str()), "{key}: {answers:?}");
            assert_eq!([&answers[0], &answers[1], &answers[3]], ["B", "C", "A"], "{key}");
        }
        let text = "1. T/F: dropout is on in inference.\n\n2. Which rule scales?\na) divide\nb) multiply\n\n3. True or false: a step is smooth.\n\nAnswers:\n1 F\n2 B\n3 F\n";
        assert_eq!(read(text).0, ["F", "B", "F"]);
        assert_eq!(read("1. Which one gates?\nA. CNN\nB. LSTM\n\n2. T/F: it has no state.\n\nAnswer key: 1-B 2-False\n").0, ["B", "False"]);
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
    fn sections_of_two_questions_have_keys_where_all_have() {
        let section = |name: &str, key: &str| {
            format!(
                "{name}\n1. 下面哪个不是位置编码（  ）\nA. RoPE\nB. ALiBi\nC. SwiGLU\n2. 默认是（  ）\nA. 0.9\nB. 0.99\nC. 0.999\n答案：{key}\n\n"
            )
        };
        let text = section("一、单选", "CA") + &section("二、多选", "AB AC");
        assert_eq!(read(&text), (["C", "A", "AB", "AC"].map(str::to_owned).to_vec(), Vec::new()));
        // The last question alone is answered.
        let (answers, _) = read(&(section("一、单选", "AB") + "3. 哪个有门（ ）\nA. CNN\nB. LSTM\n"));
        assert_eq!(answers, ["", "AB", ""]);
    }

    #[test]
    fn a_key_may_stand_above_its_questions() {
        let items = "1. 哪个是生成模型\nA. SVM  B. 树  C. GAN\n2. 哪个是优化器\nA BN  B Adam  C RNN\n\
                     3. 哪个是损失\nA. CE  B. GAN  C. LN\n";
        for key in ["1-3 CBA", "答案：CBA"] {
            let (answers, told) = read(&format!("{key}\n{items}"));
            assert_eq!((answers.concat().as_str(), told.len()), ("CBA", 0), "{key}: {told:?}");
        }
    }

    #[test]
    fn a_row_of_numbers_heads_the_row_of_letters() {
        for key in [
            "| 题号 | 1 | 2 | 3 | 4 |\n|---|---|---|---|---|\n| 答案 | B | C | ABD | A |",
            "题号\t1\t2\t3\t4\n答案\tB\tC\tABD\tA",
        ] {
            let notes = import::read(format!("{ITEMS}{key}\n").as_bytes(), None, None, None);
            let last = &notes.cards[3].faces[0];
            assert_eq!((&*last.answer, last.question.contains("题号")), ("A", false), "{key}");
            assert_eq!(&*notes.cards[2].faces[0].answer, "ABD");
            assert_eq!(read(&format!("{ITEMS}{key}\n")).1, [""; 0], "{key}");
        }
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
