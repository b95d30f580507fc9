//! Unnumbered headings: chapters above, a question in every heading of one level, or of several.

mod barred;
mod counted;
mod leaves;

use super::super::ask::Asking;
use super::super::page::{LineKind, Page, mark};
use super::super::stem::{Label, Stem};
use super::super::style::{Question, Reading, Style};
use crate::markdown::begins_practice;
use crate::messages::ReadingMessage;

pub(in crate::import) const STYLE: Style = Style {
    name: "headings",
    about: "headings that ask are questions, the headings above them are their topic",
    sample: "# Notes\n\n## CNN\n\n### What does pooling do?\n\nIt shrinks the map.\n\n### 为什么提出CNN？\n\n参数太多。\n",
    read,
    insisted: read,
};

/// A heading that may be a question.
struct QuestionHeading<'a> {
    line: usize,
    level: u8,
    stem: Stem<'a>,
    asks: Asking,
    /// Code to write or a drill stands right below it: nothing but a card has these.
    practised: bool,
    /// A licence, a list of links, a table of contents: never a question.
    barred: bool,
    /// Where the heading above it stands in the list.
    parent: Option<usize>,
    /// Some heading below it asks.
    asked_below: bool,
    /// It stands inside the card of another heading.
    taken: bool,
    /// The same, seen from the headings above alone.
    taken_above: bool,
    /// Text stands right below it.
    direct: bool,
    /// It is a question.
    chosen: bool,
}

fn read(page: &Page<'_>) -> Reading {
    let mut headings = headings(page);
    let all = every(page, &headings).or_better(counted(page, &headings));
    let Some(main) = main_level(&headings) else { return all };
    choose(page, &mut headings, main);
    complete(&mut headings, main);
    let questions: Vec<Question> =
        headings.iter().filter(|heading| heading.chosen).map(|heading| question(page, heading)).collect();
    let mut reading = Reading::judged(page, questions);
    // No manual has so many headings with a question mark.
    let signed = reading.questions.iter().filter(|one| one.text.contains(['?', '？'])).count();
    let proved = reading.evidence.is_a_list() || signed >= MANY_SIGNED;
    if reading.doubt.is_none() && !page.promises && !proved && rate(&headings, main) < LOWEST_RATE {
        reading.doubt = Some(ReadingMessage::FewHeadingsAsk);
    }
    // One level that fills the file is one list, of which those that ask are a part.
    let holds = |line: usize| all.questions.binary_search_by_key(&line, |one| one.line).is_ok();
    let is_part = all.may_be_taken()
        && all.evidence.has_pattern()
        && !reading.evidence.covers(MOST_OF_A_FILE)
        && reading.questions.iter().all(|one| holds(one.line));
    if is_part { all } else { reading.or_better(all) }
}

/// Headings that ask are the list, where their cards take so much of the file.
const MOST_OF_A_FILE: f32 = 0.6;

/// Chooses the headings that ask, or that stand among those that do.
fn choose(page: &Page<'_>, headings: &mut [QuestionHeading<'_>], main: u8) {
    let numbered = numbered_only(headings, main);
    let (least, least_alike) = if page.promises { (0.25, 0.25) } else { (0.4, 0.5) };
    let are_alike = rate(headings, main) >= least_alike && leaves::are_alike(&outline(headings), main);
    let shares = if are_alike { vec![true; headings.len()] } else { shares(page, headings, main, least) };
    // Where questions have no answers, one without needs no text to be one.
    let bare = are_alike || {
        let asks = |index: &usize| headings[*index].level == main && headings[*index].asks == Asking::Yes;
        let (answered, all) =
            (0..headings.len()).filter(asks).fold((0usize, 0usize), |(some, all), index| {
                (some + usize::from(has_body(page, headings, index)), all + 1)
            });
        all > 4 && answered * 3 < all
    };
    // Of a file that is hardly more than headings, those with none below them are its entries.
    let are_entries = headings.len() * 10 >= page.told * 7 && leaves::ask(&outline(headings));
    for index in 0..headings.len() {
        let is_leaf = headings.get(index + 1).is_none_or(|next| next.level <= headings[index].level);
        let heading = &headings[index];
        let taken = heading.parent.is_some_and(|parent| headings[parent].taken);
        let asks = heading.asks > Asking::No && !heading.barred;
        let above = heading.level < main;
        // A heading with a text of its own asks beside those below it.
        let stands = !heading.asked_below || heading.direct;
        let is_question = !taken && !heading.barred && (are_entries && is_leaf)
            || !taken
                && !heading.barred
                && match heading.level.cmp(&main) {
                    std::cmp::Ordering::Less => heading.asks == Asking::Yes && stands,
                    std::cmp::Ordering::Greater => asks,
                    std::cmp::Ordering::Equal
                        if numbered && heading.stem.number.is_none() && heading.asks < Asking::Yes =>
                    {
                        false
                    }
                    std::cmp::Ordering::Equal => {
                        heading.asks == Asking::Yes
                            || (asks && !heading.asked_below)
                            || (!heading.asked_below
                                && shares[index]
                                && (bare || has_body(page, headings, index)))
                    }
                };
        let opens = above && heading.asked_below;
        headings[index].taken_above = taken;
        headings[index].taken = taken || (is_question && !opens);
        headings[index].chosen = is_question;
    }
}

/// Of a list whose numbers run, all are questions, whether they ask or not.
fn complete(headings: &mut [QuestionHeading<'_>], main: u8) {
    for level in 1..=main {
        let of_level = |heading: &&QuestionHeading<'_>| {
            heading.level == level && !heading.barred && !heading.taken_above
        };
        let numbered =
            headings.iter().filter(of_level).filter(|heading| heading.stem.number.is_some()).count();
        let chosen = headings.iter().filter(of_level).filter(|heading| heading.chosen);
        let (chosen, counted) = chosen.fold((0usize, 0usize), |(all, counted), heading| {
            (all + 1, counted + usize::from(heading.stem.number.is_some()))
        });
        if counted < 2 || counted * 10 < chosen * 9 || counted * 5 < numbered * 2 {
            continue;
        }
        for heading in headings.iter_mut() {
            heading.chosen |= heading.level == level
                && heading.stem.number.is_some()
                && !heading.barred
                && !heading.taken_above
                && (heading.direct || !heading.asked_below);
        }
    }
}

/// The level whose headings are most like cards, whether they ask or not.
fn every(page: &Page<'_>, headings: &[QuestionHeading<'_>]) -> Reading {
    // Headings above many bold items are their chapters.
    let is_bold_item = |line: &usize| page.has(*line, mark::BULLET) && page.has(*line, mark::WHOLE);
    if (1..=page.len()).filter(is_bold_item).count() > 3 * headings.len() {
        return Reading::default();
    }
    let listed = listed(page, headings);
    if listed.doubt.is_none() && !listed.questions.is_empty() {
        return listed;
    }
    let mut best = Reading::default();
    for level in 1..=6u8 {
        let of_level = |heading: &&QuestionHeading<'_>| heading.level == level && !heading.barred;
        let count = headings.iter().filter(of_level).count();
        let direct = headings.iter().filter(of_level).filter(|heading| heading.direct).count();
        let bare = direct == 0 && count >= 12 && page.promises;
        if count < 3 || (direct * 5 < count * 3 && !bare) {
            continue;
        }
        // Where nearly all have a text of their own, the others are topics of what stands below them.
        let is_topic = |place: usize| {
            !headings[place].direct && headings.get(place + 1).is_some_and(|next| next.level > level)
        };
        let places = (0..headings.len()).filter(|place| headings[*place].level == level);
        let are_topics = places.filter(|place| is_topic(*place)).count() * 4 <= count;
        let is_entry = |(place, heading): &(usize, &QuestionHeading<'_>)| {
            of_level(heading) && !(are_topics && is_topic(*place))
        };
        let entries = headings.iter().enumerate().filter(is_entry);
        let reading = Reading::judged(page, entries.map(|(_, heading)| question(page, heading)).collect());
        best = best.or_better(reading);
    }
    let leaves = leaves(page, headings);
    if leaves.questions.len() > best.questions.len() { leaves } else { best }
}

/// The entries of notes whose chapters stand on the level of some of them.
fn leaves(page: &Page<'_>, headings: &[QuestionHeading<'_>]) -> Reading {
    if !page.promises {
        return Reading::default();
    }
    let entries = leaves::entries(&outline(headings));
    let reading =
        Reading::judged(page, entries.into_iter().map(|place| question(page, &headings[place])).collect());
    if reading.doubt.is_none() { reading } else { Reading::default() }
}

fn outline<'a>(headings: &[QuestionHeading<'a>]) -> Vec<leaves::OutlineHeading<'a>> {
    let of = |QuestionHeading { level, stem, direct, barred, asks, .. }: &QuestionHeading<'a>| {
        leaves::OutlineHeading {
            level: *level,
            name: stem.text,
            direct: *direct,
            barred: *barred,
            asks: *asks,
        }
    };
    headings.iter().map(of).collect()
}

/// Headings whose answers are counted through the file.
fn counted(page: &Page<'_>, headings: &[QuestionHeading<'_>]) -> Reading {
    let free = headings.iter().filter(|heading| !heading.barred);
    let places: Vec<counted::HeadingPlace> = free.map(|heading| (heading.line, heading.level)).collect();
    let entries = counted::entries(page, &places);
    if entries.is_empty() {
        return Reading::default();
    }
    let is_entry =
        |heading: &&QuestionHeading<'_>| entries.binary_search(&(heading.line, heading.level)).is_ok();
    let questions = headings.iter().filter(is_entry).map(|heading| question(page, heading));
    let mut reading = Reading::judged(page, questions.collect()).trusted();
    reading.fit = reading.fit.max(COUNTED);
    reading
}

/// A list of such answers fits as well as one whose numbers run.
const COUNTED: f32 = 0.8;

/// Headings that do not ask, in a file that promises questions and lists them above: each of those listed
/// is a card, as `## Overfitting` under `# Interview questions`.
fn listed(page: &Page<'_>, headings: &[QuestionHeading<'_>]) -> Reading {
    let anchors = (1..=page.len()).filter(|line| page.is_anchor(*line)).count();
    if !page.promises_questions || anchors < 3 {
        return Reading::default();
    }
    let of_level = |level: u8| {
        headings.iter().filter(move |heading| heading.level == level && !heading.barred && heading.line > 1)
    };
    let Some(main) = (2..=6u8).max_by_key(|level| (of_level(*level).count(), 7 - level)) else {
        return Reading::default();
    };
    let questions: Vec<Question> = of_level(main).map(|heading| question(page, heading)).collect();
    let (answered, _) = super::super::style::extent(page, &questions);
    // Chapters that only say where their questions are.
    let next = |place: usize| questions.get(place + 1).map_or(page.len() + 1, |next| next.line);
    let ends_elsewhere = |place: &usize| {
        let below = questions[*place].line + 1..next(*place);
        below.rev().find(|line| !page.is_furniture(*line)).is_some_and(|line| page.is_link(line))
    };
    let elsewhere = (0..questions.len()).filter(ends_elsewhere).count();
    let are_listed = elsewhere * 2 < questions.len()
        && questions.len() > 2
        && questions.len() * 2 <= anchors * 3
        && answered * 5 >= questions.len() * 4;
    // Its fit stays low: any reading in which something asks comes first.
    if are_listed { Reading { doubt: None, ..Reading::judged(page, questions) } } else { Reading::default() }
}

/// So many headings with a question mark are questions, whatever stands beside them.
const MANY_SIGNED: usize = 12;

/// In a file that does not promise questions this share of the headings of their level has to ask.
const LOWEST_RATE: f32 = 0.3;

/// Which share of the headings of a level asks.
fn rate(headings: &[QuestionHeading<'_>], level: u8) -> f32 {
    let beside = headings.iter().filter(|heading| heading.level == level && !heading.barred);
    let (asked, all) =
        beside.fold((0.0, 0.0), |(asked, all), heading| (asked + heading.asks.weight(), all + 1.0));
    asked / f32::max(all, 1.0)
}

fn question(page: &Page<'_>, heading: &QuestionHeading<'_>) -> Question {
    let mut question = Question::new(page, heading.line, heading.stem.question());
    question.sure = heading.practised || heading.stem.label == Some(Label::Question);
    question
}

fn headings<'a>(page: &Page<'a>) -> Vec<QuestionHeading<'a>> {
    let mut found: Vec<QuestionHeading<'a>> = Vec::new();
    let mut above: Vec<usize> = Vec::new();
    let all = (1..=page.len()).filter(|line| page.level(*line).is_some());
    let (quoted, free) = all.fold((0usize, 0usize), |(quoted, free), line| {
        (quoted + usize::from(page.is_quoted(line)), free + usize::from(!page.is_quoted(line)))
    });
    for line in 1..=page.len() {
        let LineKind::Heading(level) = page.kind(line) else { continue };
        // Beside headings at the margin one in a quote is a part of the quote.
        if page.is_hidden(line) || page.is_quoted(line) && quoted < free {
            continue;
        }
        let Some((_, text)) = page.heading(line) else { continue };
        let stem = Stem::of(text);
        let is_lone_label = stem.label == Some(Label::Question) && stem.text.is_empty();
        if stem.label == Some(Label::Answer) || text.is_empty() || is_lone_label || page.labels_answer(line) {
            continue;
        }
        while above.last().is_some_and(|above| found[*above].level >= level) {
            above.pop();
        }
        let parent = above.last().copied();
        let practised = is_practised(page, line);
        let is_sure = practised || stem.label == Some(Label::Question);
        let asks = if is_sure { Asking::Yes } else { page.asks(line) };
        above.push(found.len());
        found.push(QuestionHeading {
            line,
            level,
            stem,
            asks,
            practised,
            barred: barred::barred(page, line, &stem),
            parent,
            asked_below: false,
            taken: false,
            taken_above: false,
            direct: has_text(page, line),
            chosen: false,
        });
    }
    // From the last to the first, so that what is below is known before what is above.
    for index in (0..found.len()).rev() {
        let asks = found[index].asked_below || (found[index].asks == Asking::Yes && !found[index].barred);
        if let (true, Some(parent)) = (asks, found[index].parent) {
            found[parent].asked_below = true;
        }
    }
    found
}

/// The level most askers stand on; where most of them stand below other askers, the level of those.
fn main_level(headings: &[QuestionHeading<'_>]) -> Option<u8> {
    let mut weights = [0.0f32; 7];
    for heading in headings.iter().filter(|heading| !heading.barred) {
        weights[usize::from(heading.level)] += heading.asks.weight();
    }
    let weight = |level: u8| weights[usize::from(level)];
    let mut main = (1..=6u8)
        .filter(|level| weight(*level) > 0.0)
        .max_by(|one, other| weight(*one).total_cmp(&weight(*other)).then(other.cmp(one)))?;
    loop {
        let askers: Vec<&QuestionHeading<'_>> = headings
            .iter()
            .filter(|heading| heading.level == main && heading.asks == Asking::Yes && !heading.barred)
            .collect();
        let mut by_level = [0usize; 7];
        for asker in &askers {
            if let Some(parent) = asker
                .parent
                .map(|parent| &headings[parent])
                .filter(|parent| parent.asks == Asking::Yes && !parent.barred)
            {
                by_level[usize::from(parent.level)] += 1;
            }
        }
        let Some(above) =
            (1..main).find(|level| by_level[usize::from(*level)] * 5 >= askers.len().max(1) * 3)
        else {
            return Some(main);
        };
        // Chapters like "What is it?" hold many questions each; a question holds few of its own.
        let above_count =
            headings.iter().filter(|heading| heading.level == above && heading.asks == Asking::Yes).count();
        if above_count * 5 < askers.len() {
            return Some(main);
        }
        main = above;
    }
}

/// Whether questions are told from chapters by their numbers.
fn numbered_only(headings: &[QuestionHeading<'_>], main: u8) -> bool {
    let askers = headings.iter().filter(|heading| heading.level == main && heading.asks == Asking::Yes);
    let (numbered, all) = askers.fold((0usize, 0usize), |(numbered, all), heading| {
        (numbered + usize::from(heading.stem.number.is_some()), all + 1)
    });
    all > 2 && numbered * 10 >= all * 9
}

/// For each heading whether it stands among so many questions that it is one too.
fn shares(page: &Page<'_>, headings: &[QuestionHeading<'_>], main: u8, lowest: f32) -> Vec<bool> {
    let mut groups: std::collections::HashMap<Option<usize>, (f32, f32)> = std::collections::HashMap::new();
    for heading in headings.iter().filter(|heading| heading.level == main && !heading.barred) {
        let group = groups.entry(heading.parent).or_default();
        *group = (group.0 + heading.asks.weight(), group.1 + 1.0);
    }
    let rate = rate(headings, main);
    // Where each has a text right below it, chapters in which none asks are no other ones.
    let mut own = headings.iter().filter(|heading| heading.level == main && !heading.barred);
    let is_even = rate >= 0.4 && page.chapters_of_a_project == 0 && own.all(|heading| heading.direct);
    let of = |heading: &QuestionHeading<'_>| {
        let (asked, count) = groups.get(&heading.parent).copied().unwrap_or((0.0, 1.0));
        heading.level == main
            && rate >= lowest
            && (is_even || asked / count >= 0.3f32.min(lowest) || (rate >= 0.6 && count <= 3.0))
    };
    headings.iter().map(of).collect()
}

/// Whether the first thing below a heading is text.
fn has_text(page: &Page<'_>, line: usize) -> bool {
    let below = (line + 1..=page.len()).find(|below| !page.is_furniture(*below));
    below.is_some_and(|below| page.level(below).is_none())
}

/// Whether code to write or a drill stands below a heading, before the next one.
fn is_practised(page: &Page<'_>, line: usize) -> bool {
    let own = (line + 1..=page.len()).take_while(|below| page.level(*below).is_none());
    own.filter(|below| page.kind(*below) == LineKind::Verbatim).any(|below| begins_practice(page.line(below)))
}

/// Whether something stands between a heading and the next one of its level or above.
fn has_body(page: &Page<'_>, headings: &[QuestionHeading<'_>], index: usize) -> bool {
    let level = headings[index].level;
    let next = headings[index + 1..]
        .iter()
        .take(1)
        .find(|next| next.level <= level)
        .map_or(page.len(), |next| next.line - 1);
    (headings[index].line + 1..=next).any(|line| !page.is_furniture(line))
}
