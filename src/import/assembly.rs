//! The assembly: questions on a page become cards, and every line gets an owner.

mod inside;
mod parts;
mod telling;

use super::cloze::opened;
use super::diagnostic::Diagnostic;
use super::identity::Identities;
use super::notes::{Notes, Owner, Span};
use super::page::{LineKind, Page};
use super::placeholder::is_placeholder;
use super::refine::heads_key;
use super::style::{Answer, Own, Question, Reading, Style, end_of_card};
use super::trailing::without_marks;
use crate::card::{Card, CardId, Face, Importance, Lang, Metadata, Source, Text, WholeText};
use crate::drill;
use crate::markdown::clean;
use crate::messages::ReadingMessage;
use std::collections::HashMap;
use std::mem;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

/// Turns questions on a page into cards.
pub(super) struct Assembly<'p, 'a> {
    page: &'p Page<'a>,
    file: Option<&'p Arc<PathBuf>>,
    lang: Option<Lang>,
    notes: &'p mut Notes,
    /// The headings above the line at hand, with their levels.
    headings: Vec<(u8, String)>,
    topic: Arc<[String]>,
    ids: Identities,
    /// What the cards at hand say, one behind the other; when it is full they become pieces of it.
    texts: String,
    drafts: Vec<CardDraft>,
    /// Lines that head a chapter without being headings, the next one last.
    chapters: Vec<usize>,
    /// First and last lines of answers in a key, with the cards they belong to, the next one last.
    keyed: Vec<(usize, usize, usize)>,
    /// The lines of questions that have follow-ups, with their ids once they are known.
    parents: HashMap<usize, Option<(CardId, Option<Importance>)>>,
    /// What this file has behind the right option of each question.
    telling: Option<String>,
}

/// So many bytes of text are enough to be shared.
const FULL: usize = 1 << 20;

/// A card whose texts are ranges of the assembly's.
struct CardDraft {
    id: CardId,
    question: Range<u32>,
    answer: Range<u32>,
    lang: Lang,
    topic: Arc<[String]>,
    source: Source,
    metadata: Option<Arc<Metadata>>,
}

impl<'p, 'a> Assembly<'p, 'a> {
    pub(super) fn new(
        page: &'p Page<'a>,
        file: Option<&'p Arc<PathBuf>>,
        lang: Option<Lang>,
        notes: &'p mut Notes,
    ) -> Assembly<'p, 'a> {
        let topic = Arc::from([]);
        Assembly {
            page,
            file,
            lang,
            notes,
            headings: Vec::new(),
            topic,
            ids: Identities::default(),
            texts: String::new(),
            drafts: Vec::new(),
            chapters: Vec::new(),
            keyed: Vec::new(),
            parents: HashMap::new(),
            telling: None,
        }
    }

    pub(super) fn run(mut self, reading: Reading) {
        self.notes.diagnostics.extend(reading.diagnostics);
        self.chapters = reading.chapters.into_iter().rev().collect();
        let keyed = |(index, question): (usize, &Question)| match question.answer {
            Answer::Keyed { first, last, .. } => Some((first, last, index)),
            _ => None,
        };
        self.keyed = reading.questions.iter().enumerate().filter_map(keyed).collect();
        self.keyed.sort_by_key(|(first, _, index)| std::cmp::Reverse((*first, *index)));
        self.telling = telling::mark(self.page, &reading.questions);
        let parents = reading.questions.iter().filter_map(|question| question.parent);
        self.parents = parents.map(|line| (line, None)).collect();
        let first = reading.questions.first().map_or(0, |question| question.line);
        let title_line = title_line(self.page, first);
        self.notes.title = title_line.and_then(|line| self.page.heading(line)).map(|(_, text)| clean(text));
        let own = reading.questions.first().and_then(|question| question.own.as_ref()?.title.clone());
        self.notes.title = self.notes.title.take().or(own);
        let mut questions = reading.questions.into_iter().peekable();
        self.above(1, questions.peek(), first.saturating_sub(1), title_line);
        while let Some(question) = questions.next() {
            let next = questions.peek().map_or(self.page.len() + 1, |next| next.line);
            let end = end_of_card(self.page, &question, next).min(next - 1).max(question.line);
            let (line, index) = (question.line, self.notes.cards.len() + self.drafts.len());
            self.card(question, end);
            self.span(line, end, Owner::Card(index));
            self.above(end + 1, questions.peek(), next - 1, title_line);
            if self.texts.len() >= FULL {
                self.bind();
            }
        }
        self.bind();
        self.ids.settle(&mut self.notes.cards);
    }

    /// Makes cards of the drafts.
    fn bind(&mut self) {
        let whole = Arc::new(WholeText::Owned(std::mem::take(&mut self.texts)));
        let part = |range| Text::part(&whole, range).expect("what was put there is there");
        self.notes.cards.extend(self.drafts.drain(..).map(|draft| {
            let CardDraft { id, lang, topic, source, metadata, .. } = draft;
            let (question, answer) = (part(draft.question), part(draft.answer));
            Card { id, faces: [Face { lang, topic, question, answer, source, metadata }].into() }
        }));
    }

    /// Puts a text behind the others.
    fn put(&mut self, text: &str) -> Range<u32> {
        let start = self.texts.len();
        self.texts.push_str(text);
        let place = |at| u32::try_from(at).expect("a file is short enough, and what is full is bound");
        place(start)..place(self.texts.len())
    }

    fn card(&mut self, mut question: Question, end: usize) {
        let (line, parent, sources) = (question.line, question.parent, question.sources);
        let own = question.own.take();
        let topic = match (&question.stem, &own) {
            (Some(stem), _) => self.topic.iter().cloned().chain([clean(stem)]).collect(),
            (None, Some(own)) => self.topic_of(own),
            (None, None) => self.topic.clone(),
        };
        let mut parts = self.parts(question, end);
        // What the program wrote itself stands as it is.
        let is_own = parts.written.is_some() || own.as_ref().is_some_and(|own| own.id.is_some());
        if !is_own && is_placeholder(&parts.answer) {
            self.notes.placeholders.insert(line, mem::take(&mut parts.answer).into_owned());
            parts.answer_lines = None;
        }
        if let Some(inside) =
            parts.answer_lines.filter(|_| !is_own).and_then(|lines| inside::question_in(self.page, lines))
        {
            self.tell(Diagnostic::note(inside, ReadingMessage::AsksInAnswer, ReadingMessage::MarkAlike));
        }
        let text = clean(&without_marks(&parts.question));
        let written = parts.written.take().unwrap_or_default();
        let own_id = own.as_ref().and_then(|own| own.id.as_deref());
        let identity = self.ids.of(own_id.or(written.id), &text, &topic, line);
        if let Some(first) = identity.first_line {
            let (message, help) = (ReadingMessage::AgainInFile { line: first }, ReadingMessage::CountsAlone);
            self.tell(Diagnostic::warning(line, message, help));
        }
        if parts.answer_lines.is_none() {
            let question = text.lines().next().unwrap_or_default().to_owned();
            let (message, help) = (ReadingMessage::NoAnswer { question }, ReadingMessage::WriteAnswer);
            self.tell(Diagnostic::warning(line, message, help));
        }
        for part in &written.unknown {
            let message = ReadingMessage::UnknownPart { part: clean(part) };
            self.tell(Diagnostic::warning(line, message, ReadingMessage::KnownParts));
        }
        if let Some(parent) = self.parents.get_mut(&line) {
            *parent = Some((identity.id.clone(), written.metadata.importance));
        }
        let metadata = self.metadata(written.metadata, parent, sources);
        let answer = clean(&opened(&parts.answer));
        for (at, fault) in drill::faults(&answer) {
            let (first, last) = parts.answer_lines.unwrap_or((line, line));
            let help = fault.help();
            self.tell(Diagnostic::warning((first + at).min(last), fault, help));
        }
        let lang = self.lang.unwrap_or_else(|| language(&text, &answer));
        let source =
            Source { file: self.file.cloned(), question_line: line, answer_lines: parts.answer_lines };
        let (question, answer) = (self.put(&text), self.put(&answer));
        self.drafts.push(CardDraft { id: identity.id, question, answer, lang, topic, source, metadata });
    }

    /// The topic of a card that says its own; neighbours of the same topic share it.
    fn topic_of(&self, own: &Own) -> Arc<[String]> {
        let levels = self.topic.iter().cloned().chain(own.topic.iter().map(|level| clean(level)));
        let topic: Vec<String> = levels.collect();
        match self.drafts.last().filter(|draft| *draft.topic == *topic) {
            Some(draft) => draft.topic.clone(),
            None => topic.into(),
        }
    }

    /// What is known of a card beside question and answer; nothing of most.
    fn metadata(
        &self,
        mut metadata: Metadata,
        parent: Option<usize>,
        sources: Option<(usize, usize)>,
    ) -> Option<Arc<Metadata>> {
        if let Some((id, importance)) = parent.and_then(|line| self.parents.get(&line)?.clone()) {
            metadata.parent = Some(id);
            // A follow-up is one less important than its parent, unless its author says otherwise.
            metadata.importance = metadata.importance.or(importance.map(Importance::less));
        }
        metadata.sources =
            sources.map_or_else(Text::default, |(first, last)| clean(&self.page.slice(first, last)).into());
        (metadata != Metadata::default()).then(|| Arc::new(metadata))
    }

    /// Lines between two cards, of which the last may be the stem of the next one.
    fn above(&mut self, first: usize, next: Option<&Question>, last: usize, title_line: Option<usize>) {
        match next.and_then(|next| next.context).filter(|context| *context >= first) {
            Some(context) => {
                self.between(first, context - 1, title_line);
                self.span(context, last, Owner::Topic);
            }
            None => self.between(first, last, title_line),
        }
    }

    /// Lines outside all cards: headings make the topic, other text is told to be left over.
    fn between(&mut self, first: usize, last: usize, title_line: Option<usize>) {
        let mut rest = Rest::default();
        // The head of a table whose rows are cards says what its columns are.
        let is_head = |line: usize| line + 1 >= last && last > 1 && heads_table(self.page, last);
        for line in first..=last {
            while self.keyed.last().is_some_and(|(_, until, _)| *until < line) {
                self.keyed.pop();
            }
            if let Some((_, _, index)) = self.keyed.last().filter(|(from, ..)| *from <= line) {
                let owner = Owner::Card(*index);
                self.span(line, line, owner);
            } else if let Some((level, text)) = self.page.heading(line) {
                if Some(line) != title_line {
                    self.enter(level, clean(text));
                }
                self.span(line, line, Owner::Topic);
            } else if self.chapters.last() == Some(&line) {
                self.chapters.pop();
                self.enter(7, clean(&self.page.stem(line).question()));
                self.span(line, line, Owner::Topic);
            } else if self.page.is_furniture(line) || is_head(line) || self.heads_key(line) {
                self.span(line, line, Owner::Furniture);
            } else {
                rest.add(self.page, line);
                self.span(line, line, Owner::Rest);
            }
        }
        self.notes.diagnostics.extend(rest.told());
    }

    /// Whether a line names the key right below it, or is the head of its table.
    fn heads_key(&self, line: usize) -> bool {
        let is_near = self.keyed.last().is_some_and(|(from, ..)| *from > line && from - line <= NEAR_KEY);
        is_near && (self.page.kind(line) == LineKind::Table || heads_key(self.page.line(line)))
    }

    fn enter(&mut self, level: u8, heading: String) {
        self.headings.retain(|(above, _)| *above < level);
        self.headings.push((level, heading));
        self.topic = self.headings.iter().map(|(_, heading)| heading.clone()).collect();
    }

    fn span(&mut self, first: usize, last: usize, owner: Owner) {
        push_span(&mut self.notes.spans, first, last, owner);
    }

    fn tell(&mut self, diagnostic: Diagnostic) {
        self.notes.diagnostics.push(diagnostic);
    }
}

/// A key begins so many lines below its name at most.
const NEAR_KEY: usize = 4;

/// Whether this is the line of dashes between a table's head and its rows.
fn heads_table(page: &Page<'_>, line: usize) -> bool {
    let dashes = |letter: char| matches!(letter, '|' | '-' | ':' | ' ' | '\t');
    line < page.len()
        && page.kind(line) == LineKind::Table
        && page.kind(line + 1) == LineKind::Table
        && page.line(line).chars().all(dashes)
}

fn push_span(spans: &mut Vec<Span>, first: usize, last: usize, owner: Owner) {
    match spans.last_mut() {
        // Several cards of one note stand on the same lines.
        Some(span) if span.last >= last => {}
        Some(span) if span.owner == owner && span.last + 1 == first => span.last = last,
        _ => spans.push(Span { first, last, owner }),
    }
}

/// What is left between two cards, told in one note.
#[derive(Default)]
struct Rest {
    lines: Option<(usize, usize)>,
    links: usize,
    anchors: usize,
    all: usize,
}

impl Rest {
    fn add(&mut self, page: &Page<'_>, line: usize) {
        self.lines = Some((self.lines.map_or(line, |(start, _)| start), line));
        self.all += 1;
        self.anchors += usize::from(page.is_anchor(line));
        let text = page.line(line).trim_start();
        self.links += usize::from(page.is_link(line) || text.starts_with("[![") || text.starts_with('<'));
    }

    fn told(self) -> Option<Diagnostic> {
        let (first, last) = self.lines?;
        let is_one = first == last;
        let (message, help) = if self.anchors * 2 > self.all {
            let many = ReadingMessage::ContentsLines { first, last };
            (if is_one { ReadingMessage::ContentsLine } else { many }, ReadingMessage::ContentsLeftOut)
        } else if self.links * 2 > self.all {
            let many = ReadingMessage::LinksLines { first, last };
            (if is_one { ReadingMessage::LinksLine } else { many }, ReadingMessage::LinksLeftOut)
        } else {
            let many = ReadingMessage::NoCardLines { first, last };
            (if is_one { ReadingMessage::NoCardLine } else { many }, ReadingMessage::TextLeftOut)
        };
        Some(Diagnostic::note(first, message, help).to(last))
    }
}

/// A file in which no question was found: all of it is told in one error.
pub(super) fn nothing(page: &Page<'_>, doubtful: Option<&(&'static Style, Reading)>, notes: &mut Notes) {
    let mut told: Option<(usize, usize)> = None;
    for line in 1..=page.len() {
        let furniture = page.is_furniture(line);
        push_span(&mut notes.spans, line, line, if furniture { Owner::Furniture } else { Owner::Rest });
        if !furniture {
            told = Some((told.map_or(line, |(first, _)| first), line));
        }
    }
    let (first, last) = told.unwrap_or((1, page.len().max(1)));
    let help = match doubtful.and_then(|(style, reading)| Some((style, reading, reading.doubt.clone()?))) {
        Some((style, reading, doubt)) => {
            let (lines, doubt) = (reading.questions.len(), doubt.into());
            ReadingMessage::Doubtful { lines, doubt, style: style.name }
        }
        None => ReadingMessage::NumberThem,
    };
    notes.diagnostics.push(Diagnostic::error(first, ReadingMessage::NoQuestions, help).to(last));
}

/// The language of a card; a long answer is judged by its beginning.
fn language(question: &str, answer: &str) -> Lang {
    let mut end = answer.len().min(160);
    while !answer.is_char_boundary(end) {
        end -= 1;
    }
    Lang::of_all(&[question, &answer[..end]])
}

/// The line of the title: the only heading of the first level, above all questions.
fn title_line(page: &Page<'_>, first_question: usize) -> Option<usize> {
    let mut tops = (1..=page.len()).filter(|line| page.level(*line) == Some(1));
    let line = tops.next()?;
    (line < first_question && tops.next().is_none()).then_some(line)
}
