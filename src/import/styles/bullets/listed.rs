//! Lists of questions, some of which do not ask: a file that is nothing but lists in chapters.

use crate::import::ask::Asking;
use crate::import::page::{LineKind, Page, mark};
use crate::import::stem::{Label, Stem};
use crate::import::style::{Question, Reading};
use crate::import::styles::paragraphs::is_round;
use std::collections::HashSet;

/// Fewer items are no list.
const FEWEST: usize = 5;

/// An item of a list.
struct ListedItem<'a> {
    line: usize,
    stem: Stem<'a>,
    depth: u8,
    asks: Asking,
    /// Items are nested in it.
    is_outer: bool,
}

/// The items of a page that holds little else, where enough of them ask for the others to be questions too.
pub(super) fn items_of_lists(page: &Page<'_>) -> Vec<(usize, Question)> {
    if page.form || page.chapters_of_a_project > 0 {
        return Vec::new();
    }
    let mut items = items(page);
    let heads = (1..=page.len()).filter(|line| page.level(*line).is_some()).count();
    let links = items.iter().filter(|item| page.is_link(item.line)).count();
    let bullets = items.iter().filter(|item| item.stem.bullet).count();
    // What stands beside the lists: a word on the file, a picture.
    let others = page.told.saturating_sub(items.len() + heads);
    let is_list = items.len() >= FEWEST && links * 2 <= items.len() && others * 5 <= items.len();
    if !is_list || (bullets * 4 < items.len() && !page.promises) || bullets == 0 {
        return Vec::new();
    }
    for place in 0..items.len() {
        items[place].is_outer = items.get(place + 1).is_some_and(|next| next.depth > items[place].depth);
    }
    let own: Vec<&ListedItem<'_>> = if heads_nested(&items) {
        items.iter().filter(|item| !item.is_outer).collect()
    } else {
        items.iter().filter(|item| item.depth == 1).collect()
    };
    let own = of_asking_form(own);
    let weight: f32 = own.iter().map(|item| item.asks.weight()).sum();
    // A title that promises questions, and below it nothing but one list.
    let is_promised = page.promises_questions && others == 0 && own.len() == items.len();
    // Chapters that are rounds tell an interview, of which many questions are names of things.
    let names_round = |line: &usize| page.heading(*line).is_some_and(|(_, text)| is_round(text));
    let rounds = (1..=page.len()).filter(names_round).take(2).count();
    let least = match rounds {
        2.. => 0.15,
        _ if page.promises => 0.25,
        _ => 0.35,
    };
    let asks_enough = weight >= least * own.len() as f32 && !are_sentences(&own);
    if own.len() < FEWEST || !(asks_enough || is_promised) || take_turns(&own) {
        return Vec::new();
    }
    let own = own.into_iter().filter(|item| !page.is_link(item.line) || item.asks > Asking::No);
    own.map(|item| (item.line, Question::new(page, item.line, item.stem.question()))).collect()
}

/// The reading that holds more of the same list, where both may be taken.
pub(super) fn or_wider(reading: Reading, listed: Reading) -> Reading {
    let own: HashSet<usize> = listed.questions.iter().map(|question| question.line).collect();
    let held = reading.questions.iter().filter(|question| own.contains(&question.line)).count();
    let is_wider = listed.may_be_taken()
        && listed.questions.len() > reading.questions.len()
        && held * 20 >= reading.questions.len() * 19;
    if is_wider || (listed.may_be_taken() && !reading.may_be_taken()) {
        return Reading { fit: listed.fit.max(reading.fit), ..listed };
    }
    reading
}

/// The items with a text, numbered or not.
fn items<'a>(page: &Page<'a>) -> Vec<ListedItem<'a>> {
    let is_item = |line: &usize| {
        page.item(*line) > 0
            && page.kind(*line) == LineKind::Text
            && page.has(*line, mark::BULLET | mark::NUMBER)
            && !page.is_anchor(*line)
            && !page.is_hidden(*line)
    };
    let item = |line: usize| ListedItem {
        line,
        stem: page.stem(line),
        depth: page.item(line),
        asks: page.asks(line),
        is_outer: false,
    };
    let items = (1..=page.len()).filter(is_item).map(item);
    items.filter(|item| !item.stem.text.is_empty() && item.stem.label != Some(Label::Answer)).collect()
}

/// Where hardly any item with a number asks but those with other marks do, or the other way round, those that ask.
fn of_asking_form<'i, 'a>(items: Vec<&'i ListedItem<'a>>) -> Vec<&'i ListedItem<'a>> {
    let share = |is_numbered: bool| {
        let own = items.iter().filter(|item| item.stem.bullet != is_numbered);
        let (weight, count) =
            own.fold((0.0, 0), |(weight, count), item| (weight + item.asks.weight(), count + 1));
        (count > 2).then_some(weight / count as f32)
    };
    let (Some(numbered), Some(others)) = (share(true), share(false)) else { return items };
    if numbered.min(others) >= SILENT || numbered.max(others) < 0.35 {
        return items;
    }
    items.into_iter().filter(|item| item.stem.bullet != (numbered > others)).collect()
}

/// Items of one form of which no larger share asks are no questions.
const SILENT: f32 = 0.1;

/// Whether items that do not ask head the items nested in them, which do: topics, companies.
fn heads_nested(items: &[ListedItem<'_>]) -> bool {
    let outer = || items.iter().filter(|item| item.is_outer);
    let inner = || items.iter().filter(|item| item.depth > 1);
    let asking = outer().filter(|item| item.asks > Asking::No).count();
    let weight: f32 = inner().map(|item| item.asks.weight()).sum();
    let count = inner().count();
    count > 1 && asking * 3 <= outer().count() && weight >= 0.35 * count as f32
}

/// Whether those that ask and those that do not take turns: these answer those.
fn take_turns(items: &[&ListedItem<'_>]) -> bool {
    let asks = |item: &ListedItem<'_>| item.asks > Asking::No;
    let asking = items.iter().filter(|item| asks(item)).count();
    let pairs = items.windows(2).filter(|pair| asks(pair[0]) && asks(pair[1])).count();
    let are_boxes = items.iter().all(|item| item.stem.task.is_some());
    !are_boxes && pairs * 5 < asking
}

/// Whether many are sentences that tell.
fn are_sentences(items: &[&ListedItem<'_>]) -> bool {
    let tells = |item: &&&ListedItem<'_>| {
        item.asks < Asking::Yes && item.stem.text.ends_with(['.', '。', ';', '；', '!', '！'])
    };
    items.iter().filter(tells).count() * 4 > items.len()
}
