//! Browse: all cards in a list, narrowed while one types, with actions on one card or many.

mod areas;
mod filters;
mod live;
mod panes;
mod preview;
mod typing;

use super::asked::Asked;
use super::details::Details;
use super::note::{self, Note};
use super::picture;
use super::study::Study;
use crate::card::CardId;
use crate::desk::{Desk, Done, Place, StateOwner, UndoMark};
use crate::progress::{Kind, Record};
use crate::quiz::session::{Session, Subject};
use crate::search::{Index, Order, Wanted};
use crate::typeset::picture::Placed;
use crate::typeset::theme::Theme;
use crate::ui::app::{Event, Look, Screen, Step};
use crate::ui::keymap::{Action, Context};
use crate::ui::undoing;
use crate::ui::widgets::answer::{AnswerPage, Link};
use crate::ui::widgets::field::LineField;
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{bar, spread};
use areas::BrowseAreas;
use filters::{FilterChoice, Filters};
use preview::preview;
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::Line;
use std::collections::HashSet;

/// The list of cards.
pub struct Browse {
    index: Index,
    query: LineField,
    filter: usize,
    /// Cards of this deck, or of this deck below these headings, only.
    deck: Option<usize>,
    topic: Option<Vec<String>>,
    order: Order,
    found: Vec<Place>,
    cursor: usize,
    marked: HashSet<CardId>,
    field: Field,
    scroll: Scroll,
    preview: AnswerPage,
    /// What the preview was laid out for.
    previewed: Option<(Place, Rect, &'static str, [u64; 2], Theme)>,
    opened: UndoMark,
    /// The learner was just asked whether so many cards are to be as if never seen.
    asked_to_reset: Option<usize>,
    /// The card under the cursor has no answer yet.
    wants_answer: bool,
}

/// Which field takes what is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Field {
    None,
    /// The query.
    Query,
    /// Days until the cards come back.
    Days(LineField),
    /// What the list of filters is narrowed by.
    Filters(Filters),
}

impl Browse {
    /// All cards of the desk.
    pub fn new(desk: &Desk) -> Browse {
        let mut browse = Browse {
            index: Index::new(desk),
            query: LineField::default(),
            filter: 0,
            deck: None,
            topic: None,
            order: Order::Fit,
            found: Vec::new(),
            cursor: 0,
            marked: HashSet::new(),
            field: Field::None,
            scroll: Scroll::default(),
            preview: AnswerPage::default(),
            previewed: None,
            opened: desk.undoable.mark(),
            asked_to_reset: None,
            wants_answer: false,
        };
        browse.find(desk);
        browse
    }

    /// All cards, and what is typed narrows them.
    pub fn searching(desk: &Desk) -> Browse {
        Browse { field: Field::Query, ..Browse::new(desk) }
    }

    /// The cards in a state, by its index in the table of filters.
    pub fn filtered(filter: usize, desk: &Desk) -> Browse {
        let mut browse = Browse::new(desk);
        browse.filter = filter;
        browse.find(desk);
        browse
    }

    fn find(&mut self, desk: &Desk) {
        let wanted = Wanted {
            query: self.query.text(),
            filter: self.filter,
            deck: self.deck,
            topic: self.topic.as_deref(),
        };
        self.found = self.index.find(desk, &wanted, self.order);
        self.cursor = self.cursor.min(self.found.len().saturating_sub(1));
    }

    /// The marked cards, or the one under the cursor.
    fn chosen(&self, desk: &Desk) -> Vec<CardId> {
        let id = |place: &Place| desk.card(*place).id.clone();
        if self.marked.is_empty() {
            return self.found.get(self.cursor).map(id).into_iter().collect();
        }
        desk.places().map(|place| id(&place)).filter(|id| self.marked.contains(id)).collect()
    }

    fn act(&mut self, action: Action, desk: &mut dyn StateOwner, look: &Look) -> Step {
        let words = look.words;
        let asked_before = self.asked_to_reset.take();
        match action {
            Action::Back if self.field != Field::None => self.field = Field::None,
            Action::Back if !self.query.is_empty() || self.is_filtered() => {
                self.query.clear();
                self.choose(FilterChoice::State(0), desk);
            }
            Action::Back => return Step::Close,
            Action::Choose if self.field != Field::None => return self.field_done(desk, look),
            Action::Choose if self.is_to_be_answered(desk) => return self.write(desk),
            Action::Choose => return self.study(desk),
            Action::Search => self.field = Field::Query,
            Action::Filter => self.field = Field::Filters(Filters::new(desk, words)),
            Action::Order => {
                let next = Order::ALL.iter().position(|order| *order == self.order).map_or(0, |at| at + 1);
                self.order = Order::ALL[next % Order::ALL.len()];
                self.find(desk);
            }
            Action::Mark => self.mark(desk),
            Action::MarkAll => self.mark_all(desk),
            Action::Details => {
                let Some(place) = self.found.get(self.cursor) else { return Step::Stay };
                return Step::Open(Box::new(Details::new(*place, desk)));
            }
            Action::Suspend => {
                let all_suspended = self.all(desk, |record| record.suspended);
                let kind = if all_suspended { Kind::Resume } else { Kind::Suspend };
                return self.change(&kind, desk, look);
            }
            Action::Flag => {
                let kind = if self.all(desk, |record| record.flagged) { Kind::Unflag } else { Kind::Flag };
                return self.change(&kind, desk, look);
            }
            Action::Reset => {
                // One card is soon brought back; of many it is asked first.
                let count = self.chosen(desk).len();
                if count > 1 && asked_before != Some(count) {
                    self.asked_to_reset = Some(count);
                    return Step::Notice((words.reset_many)(count));
                }
                return self.change(&Kind::Reset, desk, look);
            }
            Action::SetDue if !self.found.is_empty() => self.field = Field::Days(LineField::default()),
            Action::Asked => {
                let cards = self.chosen(desk);
                if !cards.is_empty() {
                    return Step::Open(Box::new(Asked::new(cards, desk)));
                }
            }
            Action::Note => {
                let Some(place) = self.found.get(self.cursor) else { return Step::Stay };
                return Step::Open(Box::new(Note::new(desk.card(*place).id.clone(), desk)));
            }
            Action::Undo => return self.undo(desk, look),
            Action::Redo => return self.redo(desk, look),
            Action::Edit => return self.edit(desk, look),
            Action::Write => return self.write(desk),
            Action::Add => return self.add(desk),
            Action::Language => desk.show_cards_in(desk.lang.other()),
            action => match &mut self.field {
                Field::Filters(filters) => filters.act(action),
                _ => self.cursor = self.scroll.cursor(self.cursor, action).unwrap_or(self.cursor),
            },
        }
        Step::Stay
    }

    /// A click puts the cursor on a row; on the row with the cursor it opens.
    fn click(&mut self, row: usize, desk: &mut dyn StateOwner, look: &Look) -> Step {
        if let Field::Filters(filters) = &mut self.field {
            filters.point(row);
            return self.field_done(desk, look);
        }
        if row >= self.found.len() {
            return Step::Stay;
        }
        if std::mem::replace(&mut self.cursor, row) == row {
            return Step::Open(Box::new(Details::new(self.found[row], desk)));
        }
        Step::Stay
    }

    fn is_filtered(&self) -> bool {
        self.filter != 0 || self.deck.is_some()
    }

    /// Shows only the cards of a choice; the first one is all cards.
    fn choose(&mut self, choice: FilterChoice, desk: &Desk) {
        match choice {
            FilterChoice::State(0) => (self.filter, self.deck, self.topic) = (0, None, None),
            FilterChoice::State(filter) => self.filter = filter,
            FilterChoice::Deck(deck) => (self.deck, self.topic) = (Some(deck), None),
            FilterChoice::Topic(deck, topic) => (self.deck, self.topic) = (Some(deck), Some(topic)),
        }
        self.cursor = 0;
        self.find(desk);
    }

    fn study(&self, desk: &Desk) -> Step {
        let cards = self.chosen(desk);
        if cards.is_empty() {
            return Step::Stay;
        }
        Step::Open(Box::new(Study::new(Session::start(Subject::of_cards(cards), desk))))
    }

    fn mark(&mut self, desk: &Desk) {
        let Some(place) = self.found.get(self.cursor) else { return };
        let id = desk.card(*place).id.clone();
        if !self.marked.remove(&id) {
            self.marked.insert(id);
        }
        self.cursor = self.scroll.cursor(self.cursor, Action::Down).unwrap_or(self.cursor);
    }

    fn mark_all(&mut self, desk: &Desk) {
        let ids: Vec<CardId> = self.found.iter().map(|place| desk.card(*place).id.clone()).collect();
        if ids.iter().all(|id| self.marked.contains(id)) {
            self.marked.clear();
        } else {
            self.marked.extend(ids);
        }
    }

    fn all(&self, desk: &Desk, holds: fn(&Record) -> bool) -> bool {
        self.chosen(desk).iter().all(|id| desk.progress.record(id).is_some_and(holds))
    }

    /// Lets the same thing happen to all chosen cards.
    fn change(&mut self, kind: &Kind, desk: &mut dyn StateOwner, look: &Look) -> Step {
        let mut cards = self.chosen(desk);
        if cards.is_empty() {
            return Step::Stay;
        }
        if matches!(kind, Kind::Due { .. }) {
            // A card never reviewed has no memory to come back from; it stays new.
            cards.retain(|id| desk.state(id).last.is_some());
            if cards.is_empty() {
                return Step::Notice(look.words.home.stays_new.to_owned());
            }
        }
        let name = Done::of(kind).map_or("", |done| undoing::name(done, look.words));
        let notice = (look.words.done_to)(name, cards.len());
        desk.record_all(cards, kind.clone());
        self.index.forget_states();
        self.find(desk);
        Step::Notice(notice)
    }

    fn undo(&mut self, desk: &mut dyn StateOwner, look: &Look) -> Step {
        let step = undoing::undo(self.opened, desk, look);
        self.index.forget_states();
        self.find(desk);
        step
    }

    fn redo(&mut self, desk: &mut dyn StateOwner, look: &Look) -> Step {
        let step = undoing::redo(self.opened, desk, look);
        self.index.forget_states();
        self.find(desk);
        step
    }
}

impl Screen for Browse {
    fn context(&self) -> Context {
        if self.field == Field::None { Context::Browse } else { Context::Field }
    }

    fn is_typing(&self) -> bool {
        self.field != Field::None
    }

    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, look: &Look) -> Step {
        match event {
            Event::Action(action) => self.act(action, desk, look),
            Event::Typed(text) => self.typed(&text, desk),
            Event::Key(key) => self.edited(key, desk),
            Event::Noted(card) => {
                self.find(desk);
                note::told(&card, desk, look)
            }
            Event::Row(row) => self.click(row, desk, look),
            Event::Picture(number) => match picture::seen(&self.preview.pictures, Some(number), 0) {
                Some(picture) => Step::Open(Box::new(picture)),
                None => Step::Stay,
            },
            Event::DecksChanged(_) => {
                self.previewed = None;
                self.index = Index::new(desk);
                // A deck may have another place now.
                (self.deck, self.topic, self.field) = (None, None, Field::None);
                self.find(desk);
                Step::Stay
            }
            _ => Step::Stay,
        }
    }

    fn arrange(&mut self, size: Size, desk: &Desk, look: &Look) {
        let area = Rect::new(0, 0, size.width, size.height);
        let panes = BrowseAreas::of(area);
        self.scroll.fit(self.found.len(), usize::from(panes.list.height));
        self.scroll.show(self.cursor);
        self.wants_answer = self.is_to_be_answered(desk);
        if let Field::Filters(filters) = &mut self.field {
            filters.fit(usize::from(panes.list.height));
        }
        let wanted = panes.preview.zip(self.found.get(self.cursor).copied());
        let version = [look.pictures.version(), desk.progress.changes()];
        let wanted = wanted.map(|(area, place)| (place, area, desk.lang.name(), version, look.theme.clone()));
        if wanted != self.previewed {
            let shown = wanted.as_ref().map(|(place, area, ..)| preview(*place, *area, desk, look));
            self.preview = shown.unwrap_or_default();
            self.previewed = wanted;
        }
    }

    fn is_live(&self, action: Action, desk: &Desk) -> bool {
        self.can(action, desk)
    }

    fn name_of(&self, action: Action, look: &Look) -> Option<&'static str> {
        let answers = action == Action::Choose && self.field == Field::None && self.wants_answer;
        let studies_one = action == Action::Choose && self.field == Field::None && self.marked.is_empty();
        let words = &look.words.actions;
        answers.then_some(words.answer_it).or(studies_one.then_some(words.study_this))
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let words = look.words;
        let panes = BrowseAreas::of(area);
        let all = desk.decks.iter().map(|deck| deck.cards.len()).sum();
        let marked = (!self.marked.is_empty()).then(|| (words.marked)(self.marked.len()));
        let right = [
            marked.unwrap_or_default(),
            self.filter_name(desk, look),
            self.order.label(words).to_owned(),
            match self.found.len() == all {
                true => (words.home.all_found)(
                    all,
                    desk.places().filter(|place| desk.card(*place).parent().is_some()).count(),
                ),
                false => (words.found)(self.found.len(), all),
            },
        ];
        let right: Vec<String> = right.into_iter().filter(|part| !part.is_empty()).collect();
        frame.render_widget(spread(words.browse, &right.join(" · "), panes.top.width, look), panes.top);
        self.view_field(frame, panes.field, look);
        if let Field::Filters(filters) = &self.field {
            filters.view(frame, panes.list, desk, look);
            frame.render_widget(bar::keys(self, desk, panes.keys.width, look), panes.keys);
            return;
        }
        let lines: Vec<Line<'static>> = if self.found.is_empty() {
            self.nothing(panes.list.width, look)
        } else {
            let visible =
                self.scroll.top..(self.scroll.top + usize::from(panes.list.height)).min(self.found.len());
            visible.map(|row| self.row(row, panes.list.width, desk, look)).collect()
        };
        let right_edge = Rect { width: panes.list.width + 2, ..panes.list };
        self.scroll.view_rows(frame, panes.list, &lines, right_edge, look);
        if let Some(preview) = panes.preview {
            for (row, line) in self.preview.lines.iter().take(usize::from(preview.height)).enumerate() {
                frame.render_widget(line, Rect { y: preview.y + row as u16, height: 1, ..preview });
            }
            look.pictures.view(frame, preview, 0, &self.preview.pictures);
        }
        frame.render_widget(bar::keys(self, desk, panes.keys.width, look), panes.keys);
    }

    fn links(&self) -> &[Link] {
        &self.preview.links
    }

    fn pictures(&self) -> &[Placed] {
        &self.preview.pictures
    }

    fn card(&self, desk: &Desk) -> Option<CardId> {
        self.found.get(self.cursor).map(|place| desk.card(*place).id.clone())
    }
}
