//! Words by which an answer denies, doubts or only reports a claim that it words just as the card does.

use std::ops::Range;

/// Words that deny or question the claim that they stand beside.
const DENIALS: &[&str] = &[
    "false",
    "false that",
    "is false",
    "are false",
    "false:",
    "wrong",
    "wrong that",
    "is wrong",
    "are wrong",
    "wrong:",
    "incorrect",
    "is incorrect",
    "are incorrect",
    "untrue",
    "not true",
    "not the case",
    "not correct",
    "isn't true",
    "isn’t true",
    "isn't correct",
    "isn’t correct",
    "myth",
    "misconception",
    "misunderstanding",
    "some say",
    "some people",
    "people say",
    "people think",
    "many believe",
    "some believe",
    "some claim",
    "supposedly",
    "allegedly",
    "contrary to",
    "nonsense",
    "mistaken",
    "opposite",
    "doubt",
    "not sure",
    "is it true",
    "no longer",
    "nobody",
    "no one",
    "hard to say",
    "people often",
    "many think",
    "many say",
    "might think",
    "mix this up",
    "mix it up",
    "in reality",
    "it is said",
    "rumour",
    "错误",
    "说法错误",
    "错误：",
    "错误:",
    "是错误的",
    "都错",
    "错的",
    "是错的",
    "错了",
    "不对",
    "不正确",
    "不成立",
    "有人说",
    "有人认为",
    "误以为",
    "误认为",
    "误解",
    "误区",
    "谬",
    "谣言",
    "并非",
    "假的",
    "不是真",
    "不属实",
    "说法有误",
    "相反",
    "胡说",
    "据说",
    "说错",
    "不确定",
    "怀疑",
    "难说",
    "很多人",
    "不少人",
    "有些人",
    "会以为",
    "都以为",
    "人们常",
    "听说",
    "传言",
    "谁说",
    "难道",
    "才怪",
];

/// Words by which a denial reaches what stands around it.
const SWEEPING: &[&str] = &[
    "following",
    "above",
    "below",
    "everything",
    "all of",
    "none of",
    "these",
    "以下",
    "下面",
    "下列",
    "以上",
    "上面",
    "上述",
    "全部",
    "全都",
    "都是",
    "统统",
];

/// Words by which a sentence takes up the one before.
const BACK: &[&str] = &[
    "this ", "that ", "it ", "it's", "no,", "no ", "wrong", "false", "not ", "这", "那", "其实", "不对",
    "错", "以上", "此",
];

/// A sentence that takes up the one before and denies it is no longer than this, in characters.
const SHORT: usize = 60;

/// A sentence of more bytes than this is several, typed without their marks.
const LONG: usize = 240;

/// So many bytes around it a denial reaches in such a sentence.
const NEAR: usize = 120;

/// Where an answer denies what it says, in words that the card has nowhere.
pub(super) struct Denials {
    /// The sentences that deny or ask, with their places in bytes.
    places: Vec<Range<usize>>,
    /// What stands around a denial in a long sentence.
    around: Vec<Range<usize>>,
    /// All of the answer is denied.
    is_all: bool,
}

impl Denials {
    pub(super) fn new(answer: &str, card: &str) -> Denials {
        let card = card.to_lowercase();
        let words: Vec<&&str> = DENIALS.iter().filter(|denial| !card.contains(**denial)).collect();
        let asks = |text: &str| text.contains(['?', '？']);
        let may_ask = asks(&card);
        let mut found = Denials { places: Vec::new(), around: Vec::new(), is_all: false };
        let mut start = 0;
        let mut before = 0..0;
        for sentence in answer.split_inclusive(['.', '。', '!', '！', '?', '？', ';', '；', '\n']) {
            let place = start..start + sentence.len();
            start = place.end;
            let text = sentence.trim().to_lowercase();
            if words.iter().any(|word| text.contains(**word)) || asks(&text) && !may_ask {
                found.is_all |= SWEEPING.iter().any(|word| text.contains(word));
                if text.chars().count() <= SHORT && BACK.iter().any(|word| text.starts_with(word)) {
                    found.places.push(before.clone());
                }
                if sentence.len() <= LONG || asks(&text) {
                    found.places.push(place.clone());
                } else {
                    let text = sentence.to_lowercase();
                    let at = words.iter().flat_map(|word| text.match_indices(**word));
                    let at = at.map(|(at, word)| place.start + at..place.start + at + word.len());
                    found.around.extend(at.map(|at| at.start.saturating_sub(NEAR)..at.end + NEAR));
                }
            }
            if !text.is_empty() {
                before = place;
            }
        }
        found
    }

    /// Whether what is said there is denied, in these sentences.
    pub(super) fn reach(&self, said: &Range<usize>, sentences: &Range<usize>) -> bool {
        let meet = |denied: &Range<usize>, place: &Range<usize>| {
            denied.start < place.end && place.start < denied.end
        };
        self.is_all
            || self.places.iter().any(|denied| meet(denied, sentences))
            || self.around.iter().any(|denied| meet(denied, said))
    }
}
