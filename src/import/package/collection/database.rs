//! The database of a package, as SQLite keeps it.
//!
//! Two generations of tables: up to schema 11, note types and decks are JSON in one row; later they are
//! tables with protocol buffers. The database may be a trap, so it runs in memory with a budget of
//! steps, only plain tables are asked, and every value is taken for what it is, not for what it should be.

use super::super::{PackageEvent, PackageRefused, protobuf};
use super::{Collection, Created, Logged, NoteType, RawCard, RawNote};
use crate::card::Grade;
use crate::day::At;
use crate::import::damage;
use crate::messages::{Damage, FormatMessage};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use serde_json::Value;
use std::collections::HashMap;
use std::fmt;

/// More rows than these are refused.
const MOST_NOTES: usize = 300_000;
const MOST_CARDS: usize = 500_000;
const MOST_LINES: usize = 5_000_000;
/// A value larger than this, in bytes, is refused.
const LARGEST_VALUE: i32 = 16 << 20;
/// Steps of the database's machine between two looks at the budget, and how many looks there are.
const STEPS: i32 = 10_000;
const LOOKS: u32 = 200_000;

impl Collection {
    /// Reads a database file.
    pub(in super::super) fn read(mut database: Vec<u8>) -> Result<Collection, PackageRefused> {
        // A file that was written with a log beside it cannot be opened in memory; the log is not there.
        if let Some(versions) = database.get_mut(18..20) {
            versions.fill(1);
        }
        let connection = open(&database).map_err(|problem| damaged(&problem))?;
        drop(database);
        let tables = Tables { connection };
        for table in ["col", "notes", "cards"] {
            if !tables.has(table)? {
                return Err(PackageRefused(Damage::NoTable { table }));
            }
        }
        let is_new = tables.has("notetypes")? && tables.has("templates")? && tables.has("fields")?;
        let mut collection = Collection {
            notes: Vec::new(),
            cards: Vec::new(),
            kinds: if is_new { tables.kinds()? } else { tables.old_kinds()? },
            log: HashMap::new(),
            created: tables.created()?,
            told: Vec::new(),
            decks: if tables.has("decks")? { tables.decks()? } else { tables.old_decks()? },
        };
        let places = collection.read_notes(&tables)?;
        collection.read_cards(&tables, &places)?;
        if tables.has("revlog")? {
            collection.read_log(&tables)?;
        }
        Ok(collection)
    }

    /// Reads the notes; gives their places by their numbers.
    fn read_notes(&mut self, tables: &Tables) -> Result<HashMap<i64, usize>, PackageRefused> {
        let mut places = HashMap::new();
        tables.each("SELECT id, guid, mid, flds, tags FROM notes", MOST_NOTES, "notes", |row| {
            let fields = text(row, 3).split('\u{1f}').take(256).map(str::to_owned).collect();
            places.insert(integer(row, 0), self.notes.len());
            self.notes.push(RawNote {
                guid: text(row, 1),
                kind: integer(row, 2),
                fields,
                tags: text(row, 4),
            });
        })?;
        Ok(places)
    }

    fn read_cards(&mut self, tables: &Tables, places: &HashMap<i64, usize>) -> Result<(), PackageRefused> {
        let sql = "SELECT id, nid, did, ord, type, queue, due, odue, odid, flags FROM cards";
        let mut orphans = 0usize;
        tables.each(sql, MOST_CARDS, "cards", |row| {
            let Some(note) = places.get(&integer(row, 1)) else {
                orphans += 1;
                return;
            };
            // In a deck made for one search the card's own deck and day stand beside.
            let is_away = integer(row, 8) != 0;
            let due = integer(row, if is_away { 7 } else { 6 });
            let comes_back_after_days = integer(row, 4) == 2 && !(is_away && due == 0);
            self.cards.push(RawCard {
                id: integer(row, 0),
                note: *note,
                deck: integer(row, if is_away { 8 } else { 2 }),
                ord: integer(row, 3).clamp(0, 9999),
                suspended: integer(row, 5) == -1,
                flagged: integer(row, 9) & 7 != 0,
                due: comes_back_after_days.then_some(due).filter(|due| (-100_000..200_000).contains(due)),
            });
        })?;
        if orphans > 0 {
            self.told.push(FormatMessage::Orphans { count: orphans });
        }
        let names: HashMap<i64, String> =
            self.decks.iter().map(|(id, name)| (*id, name.replace("::", "\u{1f}"))).collect();
        self.cards.sort_by(|one, other| {
            let name = |card: &RawCard| names.get(&card.deck);
            name(one).cmp(&name(other)).then((one.note, one.ord).cmp(&(other.note, other.ord)))
        });
        Ok(())
    }

    fn read_log(&mut self, tables: &Tables) -> Result<(), PackageRefused> {
        let sql = "SELECT id, cid, ease, ivl, time, type, factor FROM revlog";
        tables.each(sql, MOST_LINES, "reviews", |row| {
            if let Some(what) =
                deed(integer(row, 2), integer(row, 3), integer(row, 4), integer(row, 5), integer(row, 6))
            {
                let line = Logged { at: At(integer(row, 0)), what };
                self.log.entry(integer(row, 1)).or_default().push(line);
            }
        })?;
        self.log.values_mut().for_each(|lines| lines.sort_by_key(|line| line.at));
        Ok(())
    }
}

/// What a line of the log means; nothing for one that moves no memory.
fn deed(ease: i64, interval: i64, ms: i64, kind: i64, factor: i64) -> Option<PackageEvent> {
    const FILTERED: i64 = 3;
    const MANUAL: i64 = 4;
    let grade = match ease {
        1 => Grade::Again,
        2 => Grade::Hard,
        3 => Grade::Good,
        4 => Grade::Easy,
        0 if kind == MANUAL && factor == 0 => return Some(PackageEvent::Forgotten),
        0 if kind == MANUAL && (1..100_000).contains(&interval) => {
            return Some(PackageEvent::Moved { days: interval });
        }
        _ => return None,
    };
    // Looking at cards ahead of time without letting it count.
    if kind == FILTERED && factor == 0 {
        return None;
    }
    Some(PackageEvent::Graded { grade, ms: u32::try_from(ms.clamp(0, 3_600_000)).unwrap_or(0) })
}

fn open(database: &[u8]) -> rusqlite::Result<Connection> {
    let mut connection = Connection::open_in_memory()?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LARGEST_VALUE)?;
    // The newer tables are sorted in a way of Anki's own, and cannot be asked without it.
    connection.create_collation("unicase", |one, other| one.to_lowercase().cmp(&other.to_lowercase()))?;
    connection.deserialize_read_exact("main", database, database.len(), true)?;
    let mut looks = 0;
    let is_over = move || {
        looks += 1;
        looks > LOOKS
    };
    connection.progress_handler(STEPS, Some(is_over))?;
    Ok(connection)
}

fn damaged(problem: &dyn fmt::Display) -> PackageRefused {
    PackageRefused(Damage::Collection { why: damage::quoted(problem) })
}

/// A number, whatever is kept in its place.
fn integer(row: &Row<'_>, column: usize) -> i64 {
    match row.get_ref(column) {
        Ok(ValueRef::Integer(number)) => number,
        Ok(ValueRef::Real(number)) => number as i64,
        Ok(ValueRef::Text(text)) => String::from_utf8_lossy(text).trim().parse().unwrap_or(0),
        _ => 0,
    }
}

/// A text, whatever is kept in its place.
fn text(row: &Row<'_>, column: usize) -> String {
    match row.get_ref(column) {
        Ok(ValueRef::Text(text) | ValueRef::Blob(text)) => String::from_utf8_lossy(text).into_owned(),
        Ok(ValueRef::Integer(number)) => number.to_string(),
        Ok(ValueRef::Real(number)) => number.to_string(),
        _ => String::new(),
    }
}

fn blob(row: &Row<'_>, column: usize) -> Vec<u8> {
    match row.get_ref(column) {
        Ok(ValueRef::Text(bytes) | ValueRef::Blob(bytes)) => bytes.to_vec(),
        _ => Vec::new(),
    }
}

/// The tables of an open database.
struct Tables {
    connection: Connection,
}

impl Tables {
    /// Whether there is a table of that name, and it is a plain one: neither a view nor computed.
    fn has(&self, name: &str) -> Result<bool, PackageRefused> {
        let plain = "SELECT count(*) FROM sqlite_master WHERE name = ?1 AND type = 'table' AND rootpage > 0
                     AND NOT EXISTS (SELECT 1 FROM pragma_table_xinfo(?1) WHERE hidden <> 0)";
        let count = self.connection.query_row(plain, [name], |row| row.get::<_, i64>(0));
        Ok(count.map_err(|problem| damaged(&problem))? == 1)
    }

    /// Calls `take` with each row, of which there may be `most`.
    fn each(
        &self,
        sql: &str,
        most: usize,
        what: &'static str,
        mut take: impl FnMut(&Row<'_>),
    ) -> Result<(), PackageRefused> {
        let wrong = |problem: rusqlite::Error| damaged(&problem);
        let mut statement = self.connection.prepare(sql).map_err(wrong)?;
        let mut rows = statement.query([]).map_err(wrong)?;
        let mut count = 0;
        while let Some(row) = rows.next().map_err(wrong)? {
            count += 1;
            if count > most {
                return Err(PackageRefused(Damage::TooManyRows { most, what }));
            }
            take(row);
        }
        Ok(())
    }

    /// The one row of the table `col`: the column of JSON by that name.
    fn json(&self, column: &str) -> Result<Value, PackageRefused> {
        let mut json = Value::Null;
        self.each(&format!("SELECT {column} FROM col LIMIT 1"), 1, "collections", |row| {
            json = serde_json::from_str(&text(row, 0)).unwrap_or(Value::Null);
        })?;
        Ok(json)
    }

    fn created(&self) -> Result<Created, PackageRefused> {
        let mut created = Created { at: At(0), west: None, rollover: 4 };
        self.each("SELECT crt FROM col LIMIT 1", 1, "collections", |row| {
            created.at = At(integer(row, 0).clamp(0, 1 << 33) * 1000);
        })?;
        let mut conf = self.json("conf")?;
        if self.has("config")? {
            let sql = "SELECT key, val FROM config WHERE key IN ('creationOffset', 'rollover')";
            self.each(sql, 8, "settings", |row| {
                let value = serde_json::from_str(&text(row, 1)).unwrap_or(Value::Null);
                if !conf.is_object() {
                    conf = Value::Object(serde_json::Map::new());
                }
                conf[text(row, 0)] = value;
            })?;
        }
        created.west = conf["creationOffset"].as_i64().filter(|west| (-1000..1000).contains(west));
        created.rollover = conf["rollover"].as_i64().filter(|hour| (0..24).contains(hour)).unwrap_or(4);
        Ok(created)
    }

    fn old_kinds(&self) -> Result<HashMap<i64, NoteType>, PackageRefused> {
        let Value::Object(models) = self.json("models")? else { return Ok(HashMap::new()) };
        let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let kind = |model: &Value| {
            // Lists of objects that say their place themselves.
            let listed = |name: &str| {
                let mut list: Vec<&Value> = model[name].as_array().into_iter().flatten().collect();
                list.sort_by_key(|one| one["ord"].as_i64());
                list
            };
            NoteType {
                name: word(&model["name"]),
                is_cloze: model["type"].as_i64() == Some(1),
                fields: listed("flds").into_iter().map(|field| word(&field["name"])).collect(),
                templates: listed("tmpls")
                    .into_iter()
                    .map(|one| (word(&one["qfmt"]), word(&one["afmt"])))
                    .collect(),
            }
        };
        Ok(models.iter().filter_map(|(id, model)| Some((id.parse().ok()?, kind(model)))).collect())
    }

    fn kinds(&self) -> Result<HashMap<i64, NoteType>, PackageRefused> {
        let mut kinds: HashMap<i64, NoteType> = HashMap::new();
        self.each("SELECT id, name, config FROM notetypes", MOST_NOTES, "note types", |row| {
            let is_cloze = protobuf::integer(&blob(row, 2), 1) == 1;
            kinds.insert(integer(row, 0), NoteType { name: text(row, 1), is_cloze, ..NoteType::default() });
        })?;
        self.each("SELECT ntid, name FROM fields ORDER BY ntid, ord", MOST_NOTES, "fields", |row| {
            if let Some(kind) = kinds.get_mut(&integer(row, 0)) {
                kind.fields.push(text(row, 1));
            }
        })?;
        self.each("SELECT ntid, config FROM templates ORDER BY ntid, ord", MOST_NOTES, "templates", |row| {
            if let Some(kind) = kinds.get_mut(&integer(row, 0)) {
                let config = blob(row, 1);
                kind.templates.push((protobuf::text(&config, 1), protobuf::text(&config, 2)));
            }
        })?;
        Ok(kinds)
    }

    fn old_decks(&self) -> Result<HashMap<i64, String>, PackageRefused> {
        let Value::Object(decks) = self.json("decks")? else { return Ok(HashMap::new()) };
        let named =
            decks.iter().filter_map(|(id, deck)| Some((id.parse().ok()?, deck["name"].as_str()?.to_owned())));
        Ok(named.collect())
    }

    fn decks(&self) -> Result<HashMap<i64, String>, PackageRefused> {
        let mut decks = HashMap::new();
        self.each("SELECT id, name FROM decks", MOST_NOTES, "decks", |row| {
            decks.insert(integer(row, 0), text(row, 1));
        })?;
        Ok(decks)
    }
}
