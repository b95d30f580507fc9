//! The editor: question and answer of a card in two fields.

mod typed;

use crate::card::CardId;
use crate::desk::{Desk, Place, StateOwner};
use crate::store::lines;
use crate::ui::app::{Effect, Event, Look, Screen, Step};
use crate::ui::keymap::{Action, Context, Key};
use crate::ui::widgets::answer::wrap_plain;
use crate::ui::widgets::{bar, column, heading, spread};
use ratatui::Frame;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Text};
use ratatui_textarea::{Input, Key as FieldKey, TextArea, WrapMode};
use typed::TypedFields;

/// Two fields and what they are for.
pub struct Editor {
    /// The card that is changed, or one of the file that gets a new card.
    place: Place,
    card: Option<CardId>,
    is_new: bool,
    question: TextArea<'static>,
    answer: TextArea<'static>,
    in_answer: bool,
    /// What was typed into the two fields is kept until it is saved or given up.
    typed: TypedFields,
    /// What stands in the fields was typed before.
    is_taken_up: bool,
    /// The user wants to leave although something changed; once more and it is given up.
    leaving: bool,
    /// Another program has changed the card meanwhile, and the user has to choose.
    is_met: bool,
    /// The decks that were read again for that are still to be told of.
    stays: bool,
}

/// Marks the caret, so that the terminal's own cursor can be put there: an input method opens its
/// window at that place.
const CARET: Modifier = Modifier::RAPID_BLINK;

impl Editor {
    /// Changes the card at a place.
    pub fn change(place: Place, desk: &Desk) -> Editor {
        let face = desk.face(place);
        Editor::new(place, false, &face.question, &face.answer, desk)
    }

    /// Writes a new card for the learner's own deck.
    pub fn add_own(desk: &Desk) -> Option<Editor> {
        let is_built_in = |place: &Place| desk.face(*place).source.file.is_none();
        let place = desk.places().find(is_built_in).or_else(|| desk.places().next())?;
        Some(Editor::add(place, desk))
    }

    /// Writes a new card into the file of the card at a place; into the learner's own deck where it has none.
    pub fn add(place: Place, desk: &Desk) -> Editor {
        Editor::new(place, true, "", "", desk)
    }

    fn new(place: Place, is_new: bool, question: &str, answer: &str, desk: &Desk) -> Editor {
        let typed = if is_new { TypedFields::of_new(place, desk) } else { TypedFields::of_card(place, desk) };
        let [typed_question, typed_answer] = &typed.texts;
        let is_taken_up = typed.texts.iter().any(Option::is_some);
        let in_answer = !is_new || typed_answer.is_some();
        let question = field(typed_question.as_deref().unwrap_or(question));
        let answer = field(typed_answer.as_deref().unwrap_or(answer));
        Editor {
            place,
            card: Some(desk.card(place).id.clone()),
            is_new,
            question,
            answer,
            in_answer,
            is_met: typed.is_met,
            typed,
            is_taken_up,
            leaving: false,
            stays: false,
        }
    }

    /// Another program has changed the card that was to be written: both versions are shown.
    fn meet(&mut self, place: Place, desk: &mut dyn StateOwner) {
        self.drop_drafts(desk);
        let other = Editor::change(place, desk);
        let typed = other.typed.clone().met_by(&self.typed);
        self.go_on(Editor { is_met: true, typed, ..other }, desk);
    }

    /// The card that was to be written is gone from its file: what the fields say can be added to it as a new one.
    fn lose(&mut self, beside: Option<Place>, desk: &mut dyn StateOwner) {
        let new = beside.map(|place| Editor::add(place, desk)).or_else(|| Editor::add_own(desk));
        if let Some(new) = new {
            // Another card that was begun there waits until this one is written.
            let typed = self.typed.clone().anew();
            self.go_on(Editor { typed, ..new }, desk);
        }
    }

    /// Goes on as another editor, with what the fields say, while the decks are told to be others.
    fn go_on(&mut self, other: Editor, desk: &mut dyn StateOwner) {
        let (question, answer) = self.texts();
        *self = Editor {
            question: field(&question),
            answer: field(&answer),
            in_answer: self.in_answer,
            stays: true,
            ..other
        };
        self.keep_drafts(desk);
    }

    /// Puts the answers of both versions together. A question is one line: that of the user stands.
    fn put_both(&mut self, desk: &mut dyn StateOwner) {
        let (_, answer) = self.texts();
        self.answer = field(&lines::both(&desk.face(self.place).answer, &answer));
        self.keep_drafts(desk);
    }

    fn field(&mut self) -> &mut TextArea<'static> {
        if self.in_answer { &mut self.answer } else { &mut self.question }
    }

    fn key(&mut self, key: Key) {
        if key == Key::Enter && !self.in_answer {
            self.in_answer = true;
            return;
        }
        press(self.field(), key);
    }

    fn is_changed(&self, desk: &Desk) -> bool {
        let (question, answer) = self.texts();
        if self.is_new {
            return !question.is_empty() || !answer.is_empty();
        }
        let face = desk.face(self.place);
        question.trim() != face.question.trim() || answer.trim() != face.answer.trim()
    }

    fn texts(&self) -> (String, String) {
        (self.question.lines().join("\n").trim().to_owned(), self.answer.lines().join("\n"))
    }

    /// Keeps what was typed and differs from the card.
    fn keep_drafts(&mut self, desk: &mut dyn StateOwner) {
        let (question, answer) = self.texts();
        let is_changed = self.is_changed(desk.desk());
        self.is_taken_up = false;
        self.typed.keep(is_changed.then_some([&*question, &*answer]), desk);
    }

    /// What was typed is saved or given up.
    fn drop_drafts(&self, desk: &mut dyn StateOwner) {
        self.typed.keep(None, desk);
    }

    fn save(&self, look: &Look) -> Step {
        let (question, answer) = self.texts();
        if question.is_empty() {
            return Step::Notice(look.words.question_missing.to_owned());
        }
        Step::Ask(Effect::Write { place: self.place, is_new: self.is_new, question, answer })
    }
}

/// A field with a text in it.
pub(super) fn field(text: &str) -> TextArea<'static> {
    let mut field = TextArea::new(text.lines().map(str::to_owned).collect());
    field.set_wrap_mode(WrapMode::WordOrGlyph);
    field.set_cursor_line_style(Style::new());
    field.set_cursor_style(Style::new().add_modifier(CARET));
    field
}

/// Does what a key says. Ctrl-U empties the line up to the caret, as everywhere; what it took comes back by
/// Ctrl-_, which takes any change back.
pub(super) fn press(field: &mut TextArea<'static>, key: Key) -> bool {
    match key {
        Key::Ctrl('u') => field.delete_line_by_head(),
        Key::Ctrl('_' | '7' | '/') => field.undo(),
        key => field.input(input(key)),
    }
}

/// A key as the field knows it.
fn input(key: Key) -> Input {
    let (key, ctrl) = match key {
        Key::Char(letter) => (FieldKey::Char(letter), false),
        Key::Ctrl(letter) => (FieldKey::Char(letter), true),
        Key::Enter => (FieldKey::Enter, false),
        Key::Esc => (FieldKey::Esc, false),
        Key::Backspace => (FieldKey::Backspace, false),
        Key::Delete => (FieldKey::Delete, false),
        Key::Up => (FieldKey::Up, false),
        Key::Down => (FieldKey::Down, false),
        Key::Left => (FieldKey::Left, false),
        Key::Right => (FieldKey::Right, false),
        Key::PageUp => (FieldKey::PageUp, false),
        Key::PageDown => (FieldKey::PageDown, false),
        Key::Home => (FieldKey::Home, false),
        Key::End => (FieldKey::End, false),
        Key::Tab => (FieldKey::Tab, false),
    };
    Input { key, ctrl, alt: false, shift: false }
}

impl Editor {
    /// What another program has written into the file: lines that the fields have not are marked.
    fn other_version(&self, desk: &Desk, width: u16, look: &Look) -> Vec<Line<'static>> {
        let face = desk.face(self.place);
        let (question, answer) = self.texts();
        let question = (question != face.question.trim()).then_some(&*face.question);
        let is_new = |line: &str| !answer.lines().any(|own| own.trim() == line.trim());
        let lines = question.into_iter().chain(face.answer.lines()).flat_map(|line| {
            let is_new = question == Some(line) || is_new(line);
            let style = if is_new { look.theme.warning } else { look.theme.dim };
            let mark = if is_new { "+ " } else { "  " };
            wrap_plain(&format!("{mark}{line}"), width, style)
        });
        lines.collect()
    }
}

impl Screen for Editor {
    fn context(&self) -> Context {
        Context::Editor
    }

    fn is_typing(&self) -> bool {
        true
    }

    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, look: &Look) -> Step {
        let leaving = std::mem::take(&mut self.leaving);
        match event {
            Event::Typed(text) => {
                self.field().insert_str(text);
                self.keep_drafts(desk);
            }
            Event::Key(key) => {
                self.key(key);
                self.keep_drafts(desk);
            }
            Event::Action(Action::Field) => self.in_answer = !self.in_answer,
            Event::Action(Action::Save) => return self.save(look),
            Event::Action(Action::TakeTheirs) if self.is_met => {
                self.drop_drafts(desk);
                return Step::Close;
            }
            Event::Action(Action::TakeBoth) if self.is_met => self.put_both(desk),
            Event::Met(place) => {
                self.meet(place, desk);
                return Step::Notice(look.words.grading.met_in_file.to_owned());
            }
            Event::Lost(beside) => {
                self.lose(beside, desk);
                return Step::Notice(look.words.grading.gone_from_file.to_owned());
            }
            Event::Action(Action::Back) if leaving || !self.is_changed(desk) => {
                self.drop_drafts(desk);
                return Step::Close;
            }
            Event::Action(Action::Back) => {
                self.leaving = true;
                return Step::Notice(look.words.discard.to_owned());
            }
            // The file was read again, and the card is still to be written.
            Event::DecksChanged(_) if std::mem::take(&mut self.stays) => {}
            // The file was written and read again.
            Event::DecksChanged(_) => {
                self.drop_drafts(desk);
                return Step::Close;
            }
            _ => {}
        }
        Step::Stay
    }

    fn arrange(&mut self, _size: Size, _desk: &Desk, look: &Look) {
        for field in [&mut self.question, &mut self.answer] {
            field.set_style(look.theme.text);
        }
    }

    fn is_live(&self, action: Action, _desk: &Desk) -> bool {
        match action {
            Action::Save => !self.texts().0.is_empty(),
            Action::TakeTheirs | Action::TakeBoth => self.is_met,
            _ => true,
        }
    }

    fn name_of(&self, action: Action, look: &Look) -> Option<&'static str> {
        (action == Action::Save && self.is_met).then_some(look.words.actions.save_mine)
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let words = look.words;
        let column = column(area);
        let at = |y: u16, height: u16| Rect { y: area.y + y, height, ..column };
        let title = if self.is_new { words.actions.add } else { words.actions.write };
        let hint = if self.is_taken_up { words.grading.taken_up } else { "" };
        frame.render_widget(spread(&heading(title), hint, column.width, look), at(0, 1));
        let roomy = area.height >= 10;
        let question_height = if roomy { 3 } else { 1 };
        let label = |text: &'static str, is_here: bool| {
            Line::styled(text, if is_here { look.theme.key } else { look.theme.dim })
        };
        let mut y = 1;
        if roomy {
            frame.render_widget(label(words.question, !self.in_answer), at(y, 1));
            y += 1;
        }
        frame.render_widget(&self.question, at(y, question_height));
        y += question_height;
        frame.render_widget(label(words.answer, self.in_answer), at(y, 1));
        y += 1;
        let left = area.height.saturating_sub(y + 1);
        let others = if self.is_met { left / 2 } else { 0 };
        let answer = at(y, left - others);
        frame.render_widget(&self.answer, answer);
        if others > 0 {
            frame.render_widget(label(words.grading.other_version, false), at(y + left - others, 1));
            let lines = self.other_version(desk, column.width, look);
            frame.render_widget(Text::from(lines), at(y + left - others + 1, others - 1));
        }
        let here = if self.in_answer { answer } else { at(y - 1 - question_height, question_height) };
        put_cursor(frame, at(1, area.height.saturating_sub(2)), here);
        frame.render_widget(bar::keys(self, desk, column.width, look), at(area.height - 1, 1));
    }

    fn card(&self, _desk: &Desk) -> Option<CardId> {
        self.card.clone()
    }
}

/// Takes the marks of both carets away and puts the terminal's cursor at the one of this field.
pub(super) fn put_cursor(frame: &mut Frame<'_>, fields: Rect, here: Rect) {
    let fields = fields.intersection(frame.area());
    let mut caret = None;
    for position in fields.positions() {
        let cell = &mut frame.buffer_mut()[position];
        if cell.modifier.contains(CARET) {
            cell.modifier.remove(CARET);
            caret = Some(position).filter(|position| here.contains(*position)).or(caret);
        }
    }
    let Position { x, y } = caret.unwrap_or(here.as_position());
    frame.set_cursor_position((x, y));
}
