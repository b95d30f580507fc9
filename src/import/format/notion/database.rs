//! A database of Notion: a table as CSV, and a page for each row that says more.

use super::super::deck::ConvertedDeck;
use super::names::{folder, note, own_name, topic};
use crate::import::ask::{Asking, asking};
use crate::import::fields::{Roles, plain_name};
use crate::import::page::Page;
use crate::import::styles::csv::records;
use crate::markdown;
use crate::messages::{FormatMessage, ReadingMessage};

/// A database whose rows are cards.
pub(super) struct Database {
    name: String,
    path: String,
    head: Vec<String>,
    rows: Vec<DatabaseRow>,
    /// The column that asks, the one that answers, and that of the topic.
    asked: usize,
    answered: Option<usize>,
    topic: Option<usize>,
    /// The names of the others.
    others: Vec<String>,
}

struct DatabaseRow {
    fields: Vec<String>,
    /// What its page says.
    body: String,
}

impl Database {
    /// The database in a file; `None` where its rows ask nothing.
    pub(super) fn of(path: &str, text: &str) -> Option<Database> {
        let page = Page::new(text);
        let mut rows = records(&page, ',').into_iter().map(|record| record.fields);
        let head = rows.next()?;
        let rows: Vec<DatabaseRow> = rows.map(|fields| DatabaseRow { fields, body: String::new() }).collect();
        let names: Vec<String> = head.iter().map(|name| plain_name(name)).collect();
        let roles = Roles::of(&names);
        let tags = ["tags", "tag", "topic", "category", "标签", "主题", "分类"];
        let topic = match &roles {
            Some(roles) => roles.topic,
            None => names.iter().position(|name| tags.contains(&name.as_str())).filter(|place| *place > 0),
        };
        let (asked, answered) = roles.as_ref().map_or((0, None), |roles| (roles.asked, Some(roles.answered)));
        if roles.is_none() {
            // The title of a row asks, and its page answers.
            let asks =
                |row: &&DatabaseRow| row.fields.first().is_some_and(|title| asking(title) > Asking::No);
            if rows.is_empty() || rows.iter().filter(asks).count() * 10 < rows.len() * 6 {
                return None;
            }
        }
        let is_other = |place: &usize| *place != asked && Some(*place) != answered && Some(*place) != topic;
        let others = (0..head.len()).filter(is_other).map(|place| head[place].clone()).collect();
        let (path, name) = (path.to_owned(), own_name(path).0.to_owned());
        Some(Database { name, path, head, rows, asked, answered, topic, others })
    }

    /// Whether a page stands in its folder, whose name may have the id or not.
    pub(super) fn holds(&self, page: &str) -> bool {
        let stem = self.path.strip_suffix(".csv").unwrap_or(&self.path);
        let own = folder(page);
        let beside = folder(&self.path);
        own == stem.strip_suffix("_all").unwrap_or(stem)
            || (folder(own) == beside && own_name(own).0 == self.name && own != beside)
    }

    /// Takes the page of a row; whether it is one.
    pub(super) fn take(&mut self, path: &str, text: &str) -> bool {
        let Some((title, rest)) = text.trim_start().split_once('\n') else { return false };
        let title = title.trim_start_matches('#').trim();
        let named = |row: &&mut DatabaseRow| {
            let own = row.fields.first().map_or("", |title| title.trim());
            own == title || (own_name(path).0 == own && !own.is_empty())
        };
        // A second row of the same title has a page of its own.
        let mut rows = self.rows.iter_mut().filter(|row| row.body.is_empty());
        let Some(row) = rows.find(named) else { return false };
        // The columns stand above the text once more.
        let is_column = |line: &&str| {
            line.trim().is_empty()
                || line
                    .split_once(": ")
                    .is_some_and(|(name, _)| self.head.iter().any(|head| head.trim() == name))
        };
        let body: Vec<&str> = rest.lines().skip_while(is_column).collect();
        row.body = body.join("\n").trim().to_owned();
        true
    }

    pub(super) fn write(self, deck: &mut ConvertedDeck) {
        let mut above = topic(&self.path);
        if above.first() == deck.title.as_ref() {
            above.remove(0);
        }
        if deck.title.as_ref() != Some(&self.name) {
            above.push(self.name.clone());
        }
        for row in &self.rows {
            let field = |place: usize| row.fields.get(place).map_or("", |field| field.trim());
            let own = self.topic.map_or("", field);
            let level = (!own.is_empty()).then(|| markdown::clean(own));
            let topic: Vec<String> = above.iter().cloned().chain(level).collect();
            let answer = format!("{}\n\n{}", self.answered.map_or("", field), row.body);
            deck.card(None, &topic, field(self.asked), &answer);
        }
        let others: Vec<&str> =
            self.others.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).collect();
        if !others.is_empty() {
            let columns = markdown::clean(&others.join(", "));
            let message = ReadingMessage::ColumnsNotShown { columns };
            deck.told.push(note(&self.name, message, FormatMessage::DatabaseColumns));
        }
    }
}
