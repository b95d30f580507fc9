//! The card at hand: how it is asked, how sure the learner is, how much of its answer is shown.

use super::phase::first_phase;
use super::{AskingPhase, Reveal, Session};
use crate::card::{CardId, Deck, Grade};
use crate::desk::{Desk, Place};
use crate::markdown;
use crate::progress::Confidence;
use crate::quiz::cloze;
use crate::quiz::code::Report;
use crate::quiz::mode::{ModeContext, Pick, Task, Trial};
use crate::quiz::recall::Checklist;
use crate::quiz::typed::grader::{Trust, Verdict};

impl Session {
    /// Asks cards as this pick says from now on, the card at hand too when its answer is not shown yet.
    pub fn ask_by(&mut self, pick: Pick, desk: &Desk) {
        self.pick = Some(pick);
        if let AskingPhase::Asked(place) | AskingPhase::Sure(place, _) = self.phase {
            self.ask_again(place, desk);
        }
    }

    /// How the cards of this deck are asked.
    pub fn pick(&self, deck: &Deck, desk: &Desk) -> Pick {
        self.pick.unwrap_or_else(|| Pick::of_deck(&deck.name, &desk.settings))
    }

    /// Asks the card of a place anew.
    pub(super) fn ask(&mut self, place: Place, desk: &Desk) {
        self.at_hand = Some(desk.card(place).id.clone());
        let pick = self.pick(desk.deck(place), desk);
        let trial = Trial::new(pick, &ModeContext { desk, place, sitting: &self.sitting });
        if let Task::Fill(passage) = &trial.task {
            let card = &desk.card(place).id;
            self.sitting.gaps.extend(passage.gaps.iter().map(|gap| cloze::mark(card, &gap.text)));
        }
        self.phase = first_phase(place, &trial, desk);
        self.trial = Some(trial);
        self.take_up_draft(desk);
    }

    /// Asks the card at hand in another way; what the learner said of their confidence stays said.
    pub(super) fn ask_again(&mut self, place: Place, desk: &Desk) {
        let confidence = self.trial.take().and_then(|trial| trial.confidence);
        self.ask(place, desk);
        if let (Some(trial), Some(_)) = (&mut self.trial, confidence) {
            trial.confidence = confidence;
            self.phase = AskingPhase::Asked(place);
        }
    }

    /// Takes a claim as the right one, by its number from 0, and shows whether it is.
    pub fn choose(&mut self, claim: usize, desk: &Desk) {
        let (AskingPhase::Asked(_), Some(trial)) = (self.phase, &mut self.trial) else { return };
        if let Task::Pick(options) = &mut trial.task
            && claim < options.claims.len()
        {
            options.picked = Some(claim);
            self.reveal(desk);
        }
    }

    /// Takes on what a grader said of the answer to a card, while that card is still at hand. A grader that was
    /// measured ticks the points, unless the learner was faster; any other one only suggests a grade.
    pub fn judged(&mut self, card: &CardId, mut verdict: Verdict, desk: &Desk) {
        let Some(place) = self.place().filter(|place| desk.card(*place).id == *card) else { return };
        let Some(Trial { task: Task::Write(writing), checklist, .. }) = &mut self.trial else { return };
        if writing.judged.is_none() {
            return;
        }
        let is_trusted = Trust::of(&desk.settings, desk.face(place).lang).is_enough();
        let covered = verdict.covered().filter(|covered| covered.len() == checklist.said.len());
        verdict.grade = match covered {
            _ if !checklist.is_proposed => None,
            Some(covered) if is_trusted => {
                *checklist = Checklist { cursor: checklist.cursor, ..Checklist::judged(covered) };
                writing.is_ticked = true;
                None
            }
            _ => verdict.suggests(),
        };
        writing.verdict = Some(verdict);
    }

    /// Takes on what the learner has written so far.
    pub fn write(&mut self, text: String) {
        match self.trial.as_mut().map(|trial| &mut trial.task) {
            Some(Task::Write(writing)) => writing.text = text,
            Some(Task::Compute(computation)) => computation.text = text,
            Some(Task::Fill(passage)) => passage.text = text,
            Some(Task::Code(coding)) => coding.write(text),
            _ => {}
        }
    }

    /// The tests of the answer at hand begin to run.
    pub fn run_tests(&mut self) {
        if let Some(Task::Code(coding)) = self.trial.as_mut().map(|trial| &mut trial.task) {
            coding.run();
        }
    }

    /// Takes on what came of a run of the tests of a card on this text, while that card is still at hand.
    pub fn tested(&mut self, card: &CardId, text: &str, report: Report, desk: &Desk) {
        let is_at_hand = self.place().is_some_and(|place| desk.card(place).id == *card);
        match self.trial.as_mut().map(|trial| &mut trial.task) {
            Some(Task::Code(coding)) if is_at_hand => coding.tested(text, report),
            _ => {}
        }
    }

    /// Shows the whole answer.
    pub fn reveal(&mut self, desk: &Desk) {
        self.show(Reveal::All, desk);
    }

    /// Shows the next point of the answer; the first time, what stands before the first point too.
    /// Once all points are shown it goes to the next one.
    pub fn reveal_point(&mut self, desk: &Desk) {
        let Some(place) = self.place() else { return };
        let points = markdown::points(&desk.face(place).answer);
        let is_said = self.trial.as_ref().is_some_and(|trial| trial.task == Task::Say);
        let shown = match self.phase {
            // Other tasks are judged as a whole.
            AskingPhase::Asked(_) if !is_said => points.len(),
            AskingPhase::Asked(_) if points.first().is_some_and(|first| first.first_line > 0) => 0,
            AskingPhase::Asked(_) => 1,
            AskingPhase::Shown(_, Reveal::Points(shown)) => shown + 1,
            _ => return self.step(1),
        };
        self.show(if shown >= points.len() { Reveal::All } else { Reveal::Points(shown) }, desk);
        if let Some(trial) = &mut self.trial {
            trial.checklist.cursor = shown.min(points.len()).saturating_sub(1);
        }
    }

    /// Follows a switch of the language: what is not answered yet is asked in the other one.
    pub fn language_changed(&mut self, desk: &Desk) {
        let (Some(place), Some(trial)) = (self.place(), &mut self.trial) else { return };
        let points = markdown::points(&desk.face(place).answer).len();
        if trial.checklist.said.len() != points {
            trial.checklist = Checklist::new(points);
        }
        let is_asked = matches!(self.phase, AskingPhase::Asked(_) | AskingPhase::Sure(_, None));
        if let Task::Pick(options) = &mut trial.task
            && !is_asked
        {
            let face = desk.face(place);
            let before = desk.card(place).faces.iter().find(|before| before.lang != face.lang);
            if let Some(told) = before.and_then(|before| options.told_by(before, face)) {
                *options = told;
            }
        }
        if is_asked && matches!(trial.task, Task::Pick(_) | Task::Fill(_) | Task::Compute(_)) {
            self.ask_again(place, desk);
        }
    }

    /// Says how sure the learner is, and shows what they wanted to see.
    pub fn sure(&mut self, confidence: Confidence, desk: &Desk) {
        let AskingPhase::Sure(place, reveal) = self.phase else { return };
        if let Some(trial) = &mut self.trial {
            trial.confidence = Some(confidence);
        }
        self.phase = AskingPhase::Asked(place);
        if let Some(reveal) = reveal {
            self.show(reveal, desk);
        }
    }

    fn show(&mut self, reveal: Reveal, desk: &Desk) {
        let Some(place) = self.place() else { return };
        let Some(trial) = &mut self.trial else { return };
        if matches!(self.phase, AskingPhase::Sure(_, None)) {
            return;
        }
        if desk.settings.confidence && trial.confidence.is_none() && trial.thought_ms.is_none() {
            self.phase = AskingPhase::Sure(place, Some(reveal));
            return;
        }
        if trial.thought_ms.is_none() {
            trial.thought_ms = Some(desk.now.at.0 - trial.asked_at.0);
            trial.judge(&ModeContext { desk, place, sitting: &self.sitting });
        }
        self.phase = AskingPhase::Shown(place, reveal);
    }

    /// Back to the question, when the learner was asked how sure they are.
    pub fn unsure(&mut self) -> bool {
        let AskingPhase::Sure(place, Some(_)) = self.phase else { return false };
        self.phase = AskingPhase::Asked(place);
        true
    }

    /// Ticks off the point at the cursor, or takes its tick away, and goes to the next one.
    pub fn tick(&mut self, desk: &Desk) {
        let (AskingPhase::Shown(_, reveal), Some(trial)) = (self.phase, &mut self.trial) else { return };
        trial.checklist.tick();
        // Who corrects the ticks wants to see what these speak for.
        if let Task::Write(writing) = &mut trial.task {
            writing.verdict.iter_mut().for_each(|verdict| verdict.grade = None);
        }
        match reveal {
            Reveal::Points(shown) if trial.checklist.cursor + 1 >= shown => self.reveal_point(desk),
            _ => self.step(1),
        }
    }

    /// Ticks off a point by its number from 0, or takes its tick away.
    pub fn tick_point(&mut self, point: usize) {
        let (AskingPhase::Shown(_, Reveal::All), Some(trial)) = (self.phase, &mut self.trial) else { return };
        if point >= trial.checklist.said.len() {
            return;
        }
        trial.checklist.cursor = point;
        trial.checklist.tick();
        if let Task::Write(writing) = &mut trial.task {
            writing.verdict.iter_mut().for_each(|verdict| verdict.grade = None);
        }
    }

    /// Moves the cursor among the points that are shown.
    pub fn step(&mut self, by: i32) {
        let (AskingPhase::Shown(_, reveal), Some(trial)) = (self.phase, &mut self.trial) else { return };
        trial.checklist.step(by);
        if let Reveal::Points(shown) = reveal {
            trial.checklist.cursor = trial.checklist.cursor.min(shown.saturating_sub(1));
        }
    }

    /// The grade that the answer speaks for.
    pub fn suggests(&self) -> Option<Grade> {
        self.trial.as_ref().filter(|_| matches!(self.phase, AskingPhase::Shown(_, Reveal::All)))?.suggests()
    }
}
