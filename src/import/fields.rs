//! The names people give to the fields of cards: heads of tables and of CSV, keys of JSON and YAML.

/// Names of what asks.
pub(super) const ASKED: [&str; 26] = [
    "question",
    "questions",
    "q",
    "front",
    "term",
    "concept",
    "prompt",
    "问题",
    "题目",
    "问",
    "面试题",
    "术语",
    "概念",
    "正面",
    "名词",
    "問題",
    "вопрос",
    "термин",
    "pregunta",
    "pergunta",
    "domanda",
    "질문",
    "word",
    "key question",
    "知识点",
    "考点",
];

/// Names of what answers.
pub(super) const ANSWERED: [&str; 26] = [
    "answer",
    "answers",
    "a",
    "back",
    "definition",
    "meaning",
    "explanation",
    "response",
    "答案",
    "回答",
    "答",
    "解释",
    "定义",
    "解答",
    "背面",
    "参考答案",
    "说明",
    "ответ",
    "определение",
    "respuesta",
    "resposta",
    "risposta",
    "답변",
    "답",
    "解析",
    "含义",
];

/// Further ones in files that hold nothing but records; a table in a text may have such heads for other reasons.
const ASKED_IN_RECORDS: [&str; 27] = [
    "question text",
    "front side",
    "instruction",
    "card front",
    "stem",
    "ask",
    "题干",
    "问题描述",
    "題目",
    "frage",
    "質問",
    "单词",
    "begriff",
    "fachbegriff",
    "begreb",
    "begrep",
    "begrepp",
    "terme",
    "término",
    "termo",
    "termine",
    "pojem",
    "pojęcie",
    "terim",
    "термін",
    "用語",
    "용어",
];
const ANSWERED_IN_RECORDS: [&str; 34] = [
    "back side",
    "card back",
    "reply",
    "completion",
    "output",
    "solution",
    "correct answer",
    "correct",
    "right answer",
    "model answer",
    "sample answer",
    "reference answer",
    "标准答案",
    "正确答案",
    "释义",
    "antwort",
    "回答例",
    "解説",
    "bedeutung",
    "erklärung",
    "forklaring",
    "förklaring",
    "beskrivelse",
    "définition",
    "signification",
    "definición",
    "significado",
    "definição",
    "definizione",
    "definicja",
    "tanım",
    "визначення",
    "定義",
    "정의",
];

/// Last words of longer names.
const ASKED_AT_END: [&str; 7] = ["question", "pregunta", "pergunta", "domanda", "frage", "вопрос", "prompt"];
const ANSWERED_AT_END: [&str; 8] =
    ["answer", "answers", "respuesta", "resposta", "risposta", "réponse", "antwort", "ответ"];

/// Names that ask only beside one of what answers, and the other way round.
const WEAK_ASKED: [&str; 8] = ["title", "name", "topic", "heading", "标题", "名称", "名字", "text"];
const WEAK_ANSWERED: [&str; 12] = [
    "description",
    "content",
    "text",
    "notes",
    "note",
    "details",
    "body",
    "summary",
    "内容",
    "描述",
    "备注",
    "笔记",
];

/// Names of what explains an answer, or is one itself.
const EXPLAINED: [&str; 8] =
    ["explanation", "analysis", "rationale", "解析", "解释", "分析", "解説", "explanations"];

const TOPICS: [&str; 14] = [
    "topic", "chapter", "category", "section", "subject", "unit", "tags", "tag", "主题", "章节", "分类",
    "标签", "类别", "章",
];
const DECKS: [&str; 4] = ["deck", "deck name", "牌组", "卡组"];

/// A name without what differs from program to program: `Card_Front`, `correctAnswer`.
pub(super) fn plain_name(name: &str) -> String {
    let name = name.trim().trim_matches(|letter: char| !letter.is_alphanumeric());
    let mut plain = String::with_capacity(name.len() + 2);
    let mut before = ' ';
    for letter in name.chars() {
        if letter.is_uppercase() && before.is_lowercase() {
            plain.push(' ');
        }
        before = letter;
        let letter = if matches!(letter, '_' | '-' | '\u{3000}') { ' ' } else { letter };
        if letter != ' ' || !plain.ends_with(' ') {
            plain.extend(letter.to_lowercase());
        }
    }
    plain
}

/// Whether a column of a table says by its name that it answers; what the learner said does not.
pub(super) fn names_answers(name: &str) -> bool {
    let is_own = ["my ", "your "].iter().any(|own| name.starts_with(own));
    ANSWERED.contains(&name)
        || ANSWERED_IN_RECORDS.contains(&name)
        || !is_own && [" answer", " answers"].iter().any(|end| name.ends_with(end))
}

/// What the fields of a record hold, by their places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Roles {
    pub(super) asked: usize,
    pub(super) answered: usize,
    /// What explains the answer further.
    pub(super) explained: Option<usize>,
    pub(super) topic: Option<usize>,
    pub(super) deck: Option<usize>,
    /// The names of the others.
    pub(super) others: Vec<usize>,
}

impl Roles {
    /// The roles of fields of these names; `None` where no name says what asks and what answers.
    pub(super) fn of(names: &[String]) -> Option<Roles> {
        let is_in = |place: usize, list: &[&str]| list.contains(&names[place].as_str());
        let place = |list: &[&str], taken: Option<usize>| {
            (0..names.len()).find(|place| Some(*place) != taken && is_in(*place, list))
        };
        // `A` is an option where there is a `B`, and what explains stands behind what answers.
        let is_option = |place: usize| names[place] == "a" && names.iter().any(|name| name == "b");
        let explains = |place: usize| is_in(place, &EXPLAINED);
        let of = |role: &dyn Fn(usize) -> bool| {
            let answers = |place: usize| is_in(place, &ANSWERED) || is_in(place, &ANSWERED_IN_RECORDS);
            (0..names.len()).find(|place| answers(*place) && !is_option(*place) && role(*place))
        };
        // A name of several words says by its last one what it holds: `suggestedAnswer`.
        let named = |list: &'static [&'static str]| {
            let last = move |place: usize| {
                names[place].rsplit_once(' ').is_some_and(|(_, last)| last.len() > 1 && list.contains(&last))
            };
            (0..names.len()).find(|place| last(*place))
        };
        let asked =
            place(&ASKED, None).or_else(|| place(&ASKED_IN_RECORDS, None)).or_else(|| named(&ASKED_AT_END));
        let answered =
            of(&|place| !explains(place)).or_else(|| named(&ANSWERED_AT_END)).or_else(|| of(&explains));
        let strong = (asked, answered);
        let (asked, answered) = match strong {
            (Some(asked), Some(answered)) => (asked, answered),
            (None, Some(answered)) => (place(&WEAK_ASKED, Some(answered))?, answered),
            (Some(asked), None) => (asked, place(&WEAK_ANSWERED, Some(asked))?),
            (None, None) => return None,
        };
        let free = |list: &[&str]| {
            (0..names.len())
                .find(|place| ![asked, answered].contains(place) && list.contains(&names[*place].as_str()))
        };
        let explained = free(&EXPLAINED);
        let (topic, deck) = (free(&TOPICS), free(&DECKS));
        let known = [Some(asked), Some(answered), explained, topic, deck];
        let others =
            (0..names.len()).filter(|place| !known.contains(&Some(*place)) && !names[*place].is_empty());
        let others = others.collect();
        Some(Roles { asked, answered, explained, topic, deck, others })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_a_field_holds() {
        let names = |head: &str| head.split(',').map(plain_name).collect::<Vec<_>>();
        for (head, roles) in [
            ("Question,Answer", Some((0, 1))),
            ("id,Card_Front,cardBack,Tags", Some((1, 2))),
            ("Name,Tags,Answer", Some((0, 2))),
            ("术语,描述", Some((0, 1))),
            ("Term,Description,Level", Some((0, 1))),
            ("题目,A,B,答案,解析", Some((0, 3))),
            ("no,interviewQuestion,suggestedAnswer", Some((1, 2))),
            ("question number,answer count", None),
            ("name,description", None),
            ("Name,Status,Date", None),
            ("question,votes", None),
        ] {
            let found = Roles::of(&names(head)).map(|roles| (roles.asked, roles.answered));
            assert_eq!(found, roles, "{head}");
        }
    }
}
