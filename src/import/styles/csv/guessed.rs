//! Columns below a head of which no name is known: terms and what they mean are told by what each column holds.

use super::records::{CsvColumns, CsvRecord};
use crate::card::han::is_han;
use std::collections::HashSet;

/// What a column holds, told by its fields.
#[derive(PartialEq, Eq, Clone, Copy)]
enum ColumnKind {
    /// 1, 2, 3 and so on.
    Count,
    /// The same few names again and again.
    Topic,
    /// Short names, each another.
    Terms,
    /// Sentences.
    Meanings,
    /// Anything else.
    Other,
}

/// The columns of a table of terms below its head: two sides of which one names and the other says what it means, at most
/// a count and a topic beside them. A table with any other column is one of data.
pub(super) fn columns(records: &[CsvRecord]) -> Option<CsvColumns> {
    let (head, rows) = records.split_first()?;
    let width = head.fields.len();
    let is_table = rows.len() > 3 && width > 1 && rows.iter().all(|row| row.fields.len() == width);
    let is_name = |name: &String| {
        let name = name.trim();
        !name.is_empty() && name.chars().count() <= LONGEST_NAME && name.split_whitespace().count() < 4
    };
    if !is_table || !head.fields.iter().all(is_name) {
        return None;
    }
    let kinds: Vec<ColumnKind> = (0..width).map(|column| holds(rows, column)).collect();
    let only = |kind: ColumnKind| {
        let mut places = (0..width).filter(|place| kinds[*place] == kind);
        places.next().filter(|_| places.next().is_none())
    };
    let (terms, meanings) = (only(ColumnKind::Terms)?, only(ColumnKind::Meanings)?);
    let beside = |kind: ColumnKind| kinds.iter().filter(|one| **one == kind).count();
    if kinds.contains(&ColumnKind::Other) || beside(ColumnKind::Count) > 1 || beside(ColumnKind::Topic) > 1 {
        return None;
    }
    let others = only(ColumnKind::Count).map(|place| head.fields[place].trim().to_owned());
    Some(CsvColumns {
        asked: terms.min(meanings),
        answered: terms.max(meanings),
        topic: only(ColumnKind::Topic),
        deck: None,
        id: None,
        others: others.into_iter().collect(),
    })
}

fn holds(rows: &[CsvRecord], column: usize) -> ColumnKind {
    let fields: Vec<&str> = rows.iter().map(|row| row.fields[column].trim()).collect();
    let share = |test: &dyn Fn(&str) -> bool| fields.iter().filter(|field| test(field)).count();
    let numbers: Option<Vec<usize>> = fields.iter().map(|field| field.parse().ok()).collect();
    if let Some(numbers) = numbers {
        let runs = numbers.windows(2).all(|pair| pair[0] + 1 == pair[1]) && numbers[0] < 2;
        return if runs { ColumnKind::Count } else { ColumnKind::Other };
    }
    let distinct = fields.iter().collect::<HashSet<_>>().len();
    let (all, most) = (fields.len(), fields.len() * 4);
    if share(&says) * 5 >= most {
        ColumnKind::Meanings
    } else if share(&names) < all {
        ColumnKind::Other
    } else if distinct * 3 <= all * 2 {
        ColumnKind::Topic
    } else if distinct * 10 >= all * 9 {
        ColumnKind::Terms
    } else {
        ColumnKind::Other
    }
}

/// Whether a field is words of a sentence, most of them no names.
fn says(field: &str) -> bool {
    let is_word = |word: &str| {
        let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        word.starts_with(char::is_lowercase)
            && word.chars().all(|letter| letter.is_alphabetic() || letter == '-')
    };
    let words = field.split_whitespace().filter(|word| is_word(word)).count();
    let han = field.chars().filter(|letter| is_han(*letter)).count();
    is_text(field) && (words >= FEWEST_WORDS || han >= FEWEST_HAN)
}

/// Whether a field may be a name: short words, no figures and no addresses.
fn names(field: &str) -> bool {
    let letters = field.chars().filter(|letter| letter.is_alphabetic()).count();
    is_text(field) && field.chars().count() <= LONGEST_TERM && letters * 2 >= field.chars().count()
}

fn is_text(field: &str) -> bool {
    field.contains(char::is_alphabetic)
        && !field.contains(['{', '}', '@', '\\'])
        && !field.contains("://")
        && !field.starts_with("www.")
}

const LONGEST_NAME: usize = 24;
const LONGEST_TERM: usize = 56;
const FEWEST_WORDS: usize = 3;
const FEWEST_HAN: usize = 7;

#[cfg(test)]
mod tests {
    use crate::import;

    /// The cards and the topic of the first.
    fn read(text: &str) -> (Vec<(String, String)>, Option<String>) {
        let notes = import::read(text.as_bytes(), None, None, None);
        let faces = || notes.cards.iter().map(|card| &card.faces[0]);
        let cards = faces().map(|face| (face.question.to_string(), face.answer.to_string())).collect();
        let topic = faces().next().and_then(|face| face.topic.first().cloned());
        (cards, topic)
    }

    #[test]
    fn a_table_of_terms_needs_no_known_head() {
        let (cards, topic) = read(
            "Begriff,Kategorie,Beschreibung\nStapel,Strukturen,Eine Ablage bei der zuletzt Abgelegtes zuerst entnommen wird\nSchlange,Strukturen,Eine Ablage bei der zuerst Abgelegtes zuerst entnommen wird\nHeap,Strukturen,\"Ein Baum, in dem jeder Knoten kleiner als seine Kinder ist\"\nMergesort,Verfahren,Teilen und dann sortiert wieder zusammenfügen\nQuicksort,Verfahren,An einem Pivot teilen und danach beide Seiten sortieren\n",
        );
        assert_eq!((cards.len(), topic.as_deref()), (5, Some("Strukturen")));
        assert_eq!(cards[2].1, "Ein Baum, in dem jeder Knoten kleiner als seine Kinder ist");
        let (cards, topic) = read(
            "编号,章,讲的是什么,叫法\n1,优化,把过去的梯度按指数衰减累加起来,动量\n2,优化,每一步沿着负梯度走多远,学习率\n3,正则,训练时随机把一部分神经元置零,丢弃法\n4,正则,让参数在每一步都缩小一点,权重衰减\n",
        );
        assert_eq!((cards.len(), topic.as_deref()), (4, Some("优化")));
        assert_eq!(cards[0], ("把过去的梯度按指数衰减累加起来".to_owned(), "动量".to_owned()));
    }

    #[test]
    fn a_table_of_data_is_none_of_terms() {
        for text in [
            "id,name,city,mail\n1,Ann,Oslo,a@x.org\n2,Bob,Rome,b@x.org\n3,Cid,Bonn,c@x.org\n4,Dan,Graz,d@x.org\n",
            "name,year,about\nAlpha,1999,a film about two people who meet\nBeta,2003,a film about a long war\nGamma,2004,a film about one family\nDelta,2010,a film about a lost dog\n",
            "file,state,size\na.rs,done,12\nb.rs,done,14\nc.rs,open,3\nd.rs,open,9\n",
            "host,site,about\na,https://a.org,the page of the first one\nb,https://b.org,the page of the second one\nc,https://c.org,the page of the third one\nd,https://d.org,the page of the last one\n",
        ] {
            assert!(read(text).0.is_empty(), "{text}");
        }
    }
}
