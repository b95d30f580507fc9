//! The rows of a list: the lines of a page that say something, each with what it begins with.

use crate::import::ask::{Asking, asking};
use crate::import::page::{LineKind, Page, columns, mark, plain_text};
use crate::import::stem::{Label, Number, Stem};

/// What a row begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowForm {
    /// Nothing: its first letter.
    Bare,
    /// A number.
    Number(Number),
    /// The mark of an item, or a sign.
    Bullet,
    /// A heading.
    Heading,
    /// A quote, code, a table, a picture, a label: no question of a list.
    Other,
}

/// A line that says something.
pub(super) struct ListRow<'a> {
    pub(super) line: usize,
    pub(super) stem: Stem<'a>,
    pub(super) form: RowForm,
    pub(super) asks: Asking,
    /// How wide it is: wide letters count twice.
    pub(super) width: usize,
    /// Whether nothing stands on the line above.
    pub(super) is_free: bool,
    /// Whether it heads the rows below it.
    pub(super) heads: bool,
    /// Whether it names a round of an interview.
    pub(super) is_round: bool,
    /// Nothing but a link, whose name does not ask.
    pub(super) is_link: bool,
}

impl<'a> ListRow<'a> {
    fn of(page: &Page<'a>, line: usize, code: bool) -> ListRow<'a> {
        let stem = match page.kind(line) {
            LineKind::Heading(_) => page.heading_stem(line),
            _ => page.stem(line),
        };
        // A picture, a tag or what a footnote says.
        let is_picture = ["![", "<", "[^"].into_iter().any(|sign| stem.text.starts_with(sign));
        let form = match page.kind(line) {
            LineKind::Heading(_) => RowForm::Heading,
            LineKind::Text | LineKind::Verbatim if is_picture || code => RowForm::Other,
            LineKind::Text | LineKind::Verbatim if stem.label == Some(Label::Answer) => RowForm::Other,
            LineKind::Text | LineKind::Verbatim => match stem.number {
                Some(number) => RowForm::Number(number),
                None if stem.bullet || page.has(line, mark::SIGN) => RowForm::Bullet,
                None => RowForm::Bare,
            },
            _ => RowForm::Other,
        };
        let asks = if form == RowForm::Other { Asking::No } else { asking(&plain_text(stem.text)) };
        let width = columns(stem.text);
        let is_free = line == 1 || is_white(page, line - 1);
        let is_link = page.is_link(line) && asks == Asking::No;
        let heads = form == RowForm::Heading;
        ListRow { line, stem, form, asks, width, is_free, heads, is_round: false, is_link }
    }

    pub(super) fn is_bare(&self) -> bool {
        self.form == RowForm::Bare
    }

    /// Whether it may be the name of a chapter: short, no question and no sentence.
    pub(super) fn may_name(&self, widest: usize) -> bool {
        self.asks == Asking::No
            && self.width <= widest
            && self.stem.text.split(' ').count() <= MOST_WORDS
            && !self.stem.text.ends_with(['.', '。', ',', '，', ';', '；', '、', '!', '！', '?', '？'])
    }
}

/// The name of a chapter has no more words.
const MOST_WORDS: usize = 5;

/// Nothing stands on the line; a blank line inside of code counts too.
fn is_white(page: &Page<'_>, line: usize) -> bool {
    page.is_furniture(line) || page.line(line).trim().is_empty()
}

/// The rows of a page; none where too few are bare to be a list, or where nothing asks.
pub(super) fn rows<'a>(page: &Page<'a>) -> Vec<ListRow<'a>> {
    let is_bare = |line: &usize| {
        matches!(page.kind(*line), LineKind::Text | LineKind::Verbatim)
            && !page.has(*line, mark::BULLET | mark::NUMBER)
    };
    if (1..=page.len()).filter(is_bare).take(FEWEST).count() < FEWEST {
        return Vec::new();
    }
    let mut rows = Vec::new();
    let mut fence: Option<&str> = None;
    let (mut bare, mut asking) = (0usize, 0usize);
    for line in 1..=page.len() {
        if is_white(page, line) || page.kind(line) == LineKind::Matter {
            continue;
        }
        let mut code = false;
        if page.kind(line) == LineKind::Verbatim {
            let text = page.line(line).trim();
            let marks = FENCES.into_iter().find(|marks| text.starts_with(marks));
            code = fence.is_some() || marks.is_some();
            fence = match (fence, marks) {
                (Some(open), Some(marks)) if open == marks => None,
                (None, marks) => marks,
                (open, _) => open,
            };
        } else {
            fence = None;
        }
        let row = ListRow::of(page, line, code);
        bare += usize::from(row.is_bare());
        asking += usize::from(row.is_bare() && row.asks > Asking::No);
        // So long a beginning in which hardly anything asks is that of a text.
        if bare == LONGEST_SILENCE && asking * 20 < bare {
            return Vec::new();
        }
        rows.push(row);
    }
    rows
}

const FENCES: [&str; 4] = ["```", "~~~", "$$", "\\["];

/// Fewer bare lines are no list.
pub(super) const FEWEST: usize = 3;
/// So many lines are looked at before a file is given up in which hardly any asks.
const LONGEST_SILENCE: usize = 200;
