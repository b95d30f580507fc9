//! The database of a package, with the tables of Anki's schema 11.

use super::schedule::{self, AnkiReview, AnkiReviews};
use crate::card::CardId;
use crate::day::Day;
use crate::desk::Desk;
use crate::import::package::{FIELDS, GUID, NOTE_TYPE};
use crate::progress::Record;
use rusqlite::{Connection, params};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, HashMap, HashSet};

/// A note, which has one card.
pub(super) struct AnkiNote<'a> {
    pub(super) card: &'a CardId,
    /// Which of the desk's decks it belongs to.
    pub(super) deck: usize,
    pub(super) question: String,
    pub(super) answer: String,
    pub(super) topic: String,
    pub(super) tags: String,
}

/// A collection made from a desk.
pub(super) struct WrittenCollection<'a> {
    desk: &'a Desk,
    /// The day that Anki's days count from: before everything that happened.
    first_day: Day,
    /// Numbers of rows are instants in Anki; those of this package begin here.
    first_id: i64,
}

const TABLES: &str = "
CREATE TABLE col (
  id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
  ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL,
  conf text NOT NULL, models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (
  id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL,
  csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (
  id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL,
  due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL,
  lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL,
  flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (
  id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
  ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL,
  type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
";

/// Always the same, so that packages made at different times share it.
const NOTE_TYPE_ID: i64 = 1_795_000_000_001;
/// Its version: a later layout of the note type has to be later.
const NOTE_TYPE_MOD: i64 = 1_795_000_000;

const FRONT: &str = "<div class=\"topic\">{{Topic}}</div>\n<div class=\"question\">{{Question}}</div>";
const BACK: &str = "{{FrontSide}}\n\n<hr id=answer>\n\n<div class=\"answer\">{{Answer}}</div>";
const CSS: &str = ".card { font-family: sans-serif; font-size: 18px; line-height: 1.5; text-align: left; max-width: 45em; margin: 0 auto; }
.topic { font-size: 14px; opacity: 0.7; }
.question { font-weight: bold; }
pre { overflow-x: auto; padding: 0.5em; border: 1px solid #8888; }
table { border-collapse: collapse; }
th, td { border: 1px solid #8888; padding: 0.2em 0.6em; }
img { max-width: 100%; }
";

impl<'a> WrittenCollection<'a> {
    pub(super) fn new(desk: &'a Desk) -> WrittenCollection<'a> {
        let first = desk.progress.days().next().map_or(desk.now.day, |(day, _)| day.min(desk.now.day));
        WrittenCollection { desk, first_day: first.plus(-1), first_id: desk.now.at.0 }
    }

    /// The database as a file.
    pub(super) fn bytes(&self, notes: &[AnkiNote<'_>]) -> rusqlite::Result<Vec<u8>> {
        let mut connection = Connection::open_in_memory()?;
        connection.execute_batch(TABLES)?;
        let all = connection.transaction()?;
        self.fill(&all, notes)?;
        all.commit()?;
        Ok(connection.serialize("main")?.to_vec())
    }

    fn fill(&self, connection: &Connection, notes: &[AnkiNote<'_>]) -> rusqlite::Result<()> {
        self.header(connection)?;
        let seconds = self.seconds();
        let progress = &self.desk.progress;
        let mut add_note =
            connection.prepare("INSERT INTO notes VALUES (?1, ?2, ?3, ?4, -1, ?5, ?6, ?7, 0, 0, '')")?;
        let mut add_card = connection.prepare(
            "INSERT INTO cards VALUES (?1, ?1, ?2, 0, ?3, -1, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 0, 0, ?12, ?13)",
        )?;
        let mut numbers = HashMap::new();
        for (index, note) in notes.iter().enumerate() {
            let id = self.first_id + index as i64;
            let fields =
                [&note.question, &note.answer, &note.topic].map(|field| field.replace('\u{1f}', " "));
            let guid = format!("{GUID}{}", note.card);
            add_note.execute(params![
                id,
                guid,
                NOTE_TYPE_ID,
                seconds,
                note.tags,
                fields.join("\u{1f}"),
                fields[0]
            ])?;
            let record = progress.record(note.card).copied().unwrap_or(Record::default());
            let card = schedule::columns(self.desk, &record, index + 1, self.first_day);
            add_card.execute(params![
                id,
                self.deck_id(note.deck),
                seconds,
                card.kind,
                card.queue,
                card.due,
                card.interval,
                card.factor,
                card.reps,
                card.lapses,
                card.left,
                card.flags,
                card.data
            ])?;
            numbers.insert(progress.present_id(note.card), id);
        }
        self.history(connection, &numbers)
    }

    /// The review log of the cards in the package.
    fn history(&self, connection: &Connection, numbers: &HashMap<&CardId, i64>) -> rusqlite::Result<()> {
        let mut add = connection.prepare("INSERT INTO revlog VALUES (?1, ?2, -1, ?3, ?4, ?5, ?6, ?7, ?8)")?;
        let mut cards: BTreeMap<i64, AnkiReviews<'_>> = BTreeMap::new();
        for event in self.desk.progress.counting() {
            if let Some((card, number)) = numbers.get_key_value(&event.card) {
                cards
                    .entry(*number)
                    .or_insert_with(|| AnkiReviews::new(card))
                    .add(&event, &self.desk.scheduler);
            }
        }
        let mut taken = HashSet::new();
        for (number, AnkiReviews { lines, .. }) in cards {
            for AnkiReview { at, ease, interval, last_interval, factor, ms, kind } in lines {
                // Two cards graded in the same millisecond: to Anki a line is its instant.
                let id = (at.0..).find(|id| taken.insert(*id)).expect("there is always a free instant");
                add.execute(params![id, number, ease, interval, last_interval, factor, ms, kind])?;
            }
        }
        Ok(())
    }

    fn seconds(&self) -> i64 {
        self.desk.now.at.0.div_euclid(1000)
    }

    fn deck_id(&self, index: usize) -> i64 {
        // Decks are told apart by their numbers and by their names; number 1 is Anki's own.
        self.first_id + 1 + index as i64
    }

    fn header(&self, connection: &Connection) -> rusqlite::Result<()> {
        let desk = self.desk;
        let created = desk.calendar.start_of(self.first_day).0.div_euclid(1000);
        let rollover = i64::from(desk.calendar.rollover_hour);
        let west = (i64::from(self.first_day.0) * 86_400 + rollover * 3600 - created).div_euclid(-60);
        let conf = json!({
            "activeDecks": [1], "curDeck": 1, "nextPos": 1, "schedVer": 2, "sched2021": true, "collapseTime": 1200,
            "creationOffset": west, "rollover": rollover, "dueCounts": true, "estTimes": true, "timeLim": 0,
            "sortType": "noteFld", "sortBackwards": false, "addToCur": true, "dayLearnFirst": false, "newSpread": 0,
            "curModel": NOTE_TYPE_ID, "fsrs": true,
        });
        connection.execute(
            "INSERT INTO col VALUES (1, ?1, ?2, ?2, 11, 0, 0, 0, ?3, ?4, ?5, ?6, '{}')",
            params![
                created,
                desk.now.at.0,
                conf.to_string(),
                note_type().to_string(),
                self.decks().to_string(),
                self.options().to_string()
            ],
        )?;
        Ok(())
    }

    fn decks(&self) -> Value {
        let mut decks = Map::new();
        let mut add = |id: i64, name: &str, options: i64| {
            let deck = json!({
                "id": id, "name": name, "mod": self.seconds(), "usn": -1, "conf": options, "dyn": 0, "desc": "",
                "collapsed": false, "browserCollapsed": false, "extendNew": 0, "extendRev": 0,
                "newToday": [0, 0], "revToday": [0, 0], "lrnToday": [0, 0], "timeToday": [0, 0],
            });
            decks.insert(id.to_string(), deck);
        };
        add(1, "Default", 1);
        for (index, deck) in self.desk.decks.iter().enumerate() {
            // Two colons would make a deck below another one.
            let name = deck.title(self.desk.lang).replace("::", ":").replace('"', "");
            add(self.deck_id(index), &name, self.first_id);
        }
        Value::Object(decks)
    }

    /// Deck options: the learner's retention, weights and steps.
    fn options(&self) -> Value {
        let rules = &self.desk.scheduler.rules;
        let minutes =
            |steps: &[u32]| steps.iter().map(|seconds| f64::from(*seconds) / 60.0).collect::<Vec<_>>();
        let preset = |id: i64, name: &str, weights: &[f32]| {
            json!({
                "id": id, "name": name, "mod": self.seconds(), "usn": -1, "maxTaken": 60, "autoplay": true, "timer": 0,
                "replayq": true, "dyn": false,
                "new": {"bury": false, "delays": minutes(&rules.learning_steps), "initialFactor": 2500,
                        "ints": [1, 4, 0], "order": 1, "perDay": self.desk.settings.limits.new},
                "rev": {"bury": false, "ease4": 1.3, "ivlFct": 1.0, "maxIvl": rules.longest_interval,
                        "perDay": self.desk.settings.limits.reviews, "hardFactor": 1.2},
                "lapse": {"delays": minutes(&rules.relearning_steps), "leechAction": 1, "leechFails": 8,
                          "minInt": 1, "mult": 0.0},
                "desiredRetention": rules.retention, "fsrsParams6": weights,
            })
        };
        json!({
            "1": preset(1, "Default", &[]),
            self.first_id.to_string(): preset(self.first_id, "backprop", &rules.weights),
        })
    }
}

fn note_type() -> Value {
    let field = |(place, name): (usize, &&str)| json!({"name": name, "ord": place, "sticky": false, "rtl": false, "font": "Arial", "size": 20});
    let fields: Vec<Value> = FIELDS.iter().enumerate().map(field).collect();
    let template = json!({
        "name": "Card 1", "ord": 0, "qfmt": FRONT, "afmt": BACK, "bqfmt": "", "bafmt": "", "did": null,
        "bfont": "", "bsize": 0,
    });
    json!({
        NOTE_TYPE_ID.to_string(): {
            "id": NOTE_TYPE_ID, "name": NOTE_TYPE, "type": 0, "mod": NOTE_TYPE_MOD, "usn": -1, "sortf": 0, "did": null,
            "tmpls": [template], "flds": fields, "css": CSS, "latexPre": "", "latexPost": "",
            "latexsvg": false, "req": [[0, "any", [0]]],
        }
    })
}
