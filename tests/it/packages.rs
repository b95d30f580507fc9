//! Packages of Anki: the samples in `tests/packages`, which the real library made, and packages that
//! want to do harm.

#![cfg(feature = "anki")]

use crate::harness::run::program;
use backprop::card::Grade;
use backprop::import;
use backprop::import::package::{Package, PackageEvent};
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Output;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// One for each generation: the oldest tables alone, the same beside a stand-in, and the newest.
const SAMPLES: [&str; 3] = ["oldest.apkg", "legacy.apkg", "latest.apkg"];

fn sample(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packages").join(name)).unwrap()
}

#[test]
fn every_generation_gives_the_same_cards() {
    for name in SAMPLES {
        let package = Package::read(sample(name)).unwrap_or_else(|why| panic!("{name}: {why}"));
        assert_eq!(package.title.as_deref(), Some("面试"), "{name}");
        let cards: Vec<_> = (package.cards.iter())
            .map(|card| (card.topic.join("/"), card.question.as_str(), card.answer.as_str(), card.log.len()))
            .collect();
        let row = |topic: &str, question, answer, log| (topic.to_owned(), question, answer, log);
        let list = "- max(0, x)\n- sparse \\*";
        assert_eq!(
            cards,
            [
                row("CNN", "什么是**卷积**？", "局部连接\n$a < b_1$![](图%20%281%29.png)", 1),
                row("CNN", "ReLU", list, 2),
                row("CNN", list, "ReLU", 3),
                row("RNN", "An [net] has gates", "An **LSTM** has gates\n\n```\nx = a < b\n```", 1),
                row("RNN", "An LSTM has […]", "An LSTM has **gates**\n\n```\nx = a < b\n```", 0),
                row("RNN", "Suspended?", "yes", 1),
                row("RNN", "Never asked?", "| a | b |\n|---|---|\n| 1 | 2 |", 0),
            ],
            "{name}"
        );
        assert!(package.cards[5].suspended && package.cards[0].flagged, "{name}");
        let graded: Vec<_> = (package.cards[2].log.iter())
            .map(|line| match line.what {
                PackageEvent::Graded { grade, .. } => grade,
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(graded, [Grade::Again, Grade::Hard, Grade::Good], "{name}");
        let image = package.image("图 (1).png", 1000).unwrap();
        assert_eq!(image, b"\x89PNG\r\n\x1a\n not a real one", "{name}");
        assert!(package.image("图 (1).png", 3).is_err());
        // As notes they are the same cards again.
        let notes = import::read(package.markdown("x").as_bytes(), None, None, None);
        let read: Vec<_> = notes.cards.iter().map(|card| (&card.id, card.faces[0].answer.as_str())).collect();
        let packed: Vec<_> = package.cards.iter().map(|card| (&card.id, card.answer.as_str())).collect();
        assert_eq!(read, packed, "{name}");
    }
}

/// The files of an archive.
fn files(bytes: Vec<u8>) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = zip.len();
    let file = |index| {
        let mut file = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    };
    (0..count).map(file).collect()
}

fn archive(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The oldest sample with its collection changed by SQL.
fn changed(sql: &str) -> Vec<u8> {
    let mut files = files(sample("oldest.apkg"));
    let place = files.iter().position(|(name, _)| name == "collection.anki2").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.db");
    fs::write(&path, &files[place].1).unwrap();
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.execute_batch(sql).unwrap();
    drop(connection);
    files[place].1 = fs::read(&path).unwrap();
    archive(&files)
}

/// Rows: what is done to the collection, a part of what is said then; nothing when it is read all the
/// same.
#[test]
fn a_collection_that_is_a_trap_is_refused() {
    for (sql, said) in [
        ("DROP TABLE cards", "no plain table of cards"),
        ("DROP TABLE notes; CREATE VIEW notes AS WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x)
          SELECT n AS id, n AS guid, 1 AS mid, '' AS flds, '' AS tags FROM x", "no plain table of notes"),
        ("ALTER TABLE notes ADD COLUMN more AS (hex(zeroblob(1000000)))", "no plain table of notes"),
        ("UPDATE notes SET flds = zeroblob(20000000) WHERE id = (SELECT min(id) FROM notes)", "damaged"),
        ("WITH RECURSIVE x(n) AS (SELECT 10 UNION ALL SELECT n + 1 FROM x WHERE n < 400000)
          INSERT INTO notes SELECT n, n, 1, 0, 0, '', 'a', 'a', 0, 0, '' FROM x", "more than 300000 notes"),
        ("UPDATE notes SET mid = 'x', guid = NULL, tags = 7 WHERE 0; UPDATE cards SET ord = -5, due = 1e300", ""),
        ("UPDATE revlog SET id = -id, ease = 9, time = 1e18", ""),
        ("UPDATE col SET models = '[]', decks = 'x', conf = '7'", ""),
        ("UPDATE col SET models = replace(models, '{{Front}}', replace(hex(zeroblob(40000)), '00', '{{Front}}{{#Back}}'))", ""),
    ] {
        let bytes = changed(sql);
        let begun = std::time::Instant::now();
        match Package::read(bytes) {
            Ok(package) => {
                assert_eq!(said, "", "{sql}");
                import::read(package.markdown("x").as_bytes(), None, None, None);
            }
            Err(why) => assert!(!said.is_empty() && why.to_string().contains(said), "{sql}: {why}"),
        }
        assert!(begun.elapsed().as_secs() < 20, "{sql}: {:?}", begun.elapsed());
    }
}

#[test]
fn bombs_and_other_archives_are_refused() {
    let one = |name: &str, bytes: Vec<u8>| archive(&[(name.to_owned(), bytes)]);
    // A frame of Zstandard that says one byte a hundred million times over.
    let mut frame = vec![0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58];
    for _ in 0..800 {
        // A block that repeats one byte 128 KiB times.
        frame.extend((((128u32 << 10) << 3) | 0b010).to_le_bytes()[..3].iter());
        frame.push(b'x');
    }
    frame.extend([0x01, 0x00, 0x00]);
    for (bytes, said) in [
        (Vec::new(), "no package of Anki"),
        (b"1. a?\nb\n".to_vec(), "no package of Anki"),
        (one("notes.md", b"x".to_vec()), "it has no collection"),
        (one("collection.anki2", vec![0; 100]), "damaged"),
        (one("collection.anki2", vec![b'x'; 100 << 20]), "larger than"),
        (one("collection.anki21b", frame), "larger than"),
        (one("collection.anki21b", b"not packed".to_vec()), "damaged"),
        (
            archive(&[("collection.anki2".to_owned(), Vec::new()), ("media".to_owned(), b"[1]".to_vec())]),
            "list of media files is damaged",
        ),
    ] {
        let why = Package::read(bytes).unwrap_err();
        assert!(why.to_string().contains(said), "{said}: {why}");
    }
}

/// Whatever happens to the bytes of a package, reading it ends, and not in a panic.
#[test]
fn damage_anywhere_does_no_harm() {
    for name in SAMPLES {
        let whole = sample(name);
        for at in (0..whole.len()).step_by(whole.len() / 60) {
            let _ = Package::read(whole[..at].to_vec());
            let mut bytes = whole.clone();
            bytes[at] ^= 0x55;
            let _ = Package::read(bytes);
        }
    }
    let whole = files(sample("legacy.apkg"));
    let place = whole.iter().position(|(name, _)| name == "collection.anki21").unwrap();
    for at in (0..whole[place].1.len()).step_by(1499) {
        let mut files = whole.clone();
        files[place].1[at] ^= 0x55;
        if let Ok(package) = Package::read(archive(&files)) {
            import::read(package.markdown("x").as_bytes(), None, None, None);
        }
    }
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = program(folder.join("data"));
    command.args(arguments).env("BACKPROP_NOW", "2026-11-25T10:00:00Z").output().unwrap()
}

fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(below(&path)) } else { found.push(path) }
    }
    found
}

#[test]
fn names_of_media_lead_nowhere_else() {
    let folder = tempfile::tempdir().unwrap();
    let names =
        ["../../evil.png", "/tmp/evil.png", "..\\evil.png", "a/b/evil.png", "evil.sh", "\u{1b}[2Jevil.png"];
    let images: String = names.iter().map(|name| format!("<img src=\"{name}\">")).collect();
    let bytes = changed(&format!("UPDATE notes SET flds = 'q?' || char(31) || '{images}'"));
    let mut files = files(bytes);
    files.retain(|(name, _)| name != "media" && name.parse::<u32>().is_err());
    let list: Vec<String> = (names.iter().enumerate())
        .map(|(index, name)| format!("\"{index}\":{}", serde_json::Value::from(*name)))
        .collect();
    files.push(("media".to_owned(), format!("{{{}}}", list.join(",")).into_bytes()));
    files.extend((0..names.len()).map(|index| (index.to_string(), b"x".to_vec())));
    fs::write(folder.path().join("bad.apkg"), archive(&files)).unwrap();
    let output = run(folder.path(), &["import", "-y", folder.path().join("bad.apkg").to_str().unwrap()]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let inside = folder.path().join("data/decks/bad");
    for path in below(folder.path()) {
        let name = path.file_name().unwrap().to_str().unwrap();
        assert!(!name.contains("evil") || path.parent() == Some(&inside), "{path:?}");
        assert!(!name.contains('\u{1b}') && !name.ends_with(".sh"), "{path:?}");
    }
    assert!(below(&inside).len() > 3, "{:?}", below(&inside));
    assert!(!Path::new("/tmp/evil.png").exists());
}

#[test]
fn a_package_is_imported_once_however_often() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deck.apkg");
    fs::write(&path, sample("latest.apkg")).unwrap();
    let import = || {
        let output = run(folder.path(), &["import", "--json", path.to_str().unwrap()]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap()
    };
    let first = import();
    assert_eq!(first[0]["action"], "added");
    assert_eq!(first[0]["history"]["reviews"], 8);
    assert_eq!(first[0]["history"]["suspended"], 1);
    assert_eq!(first[0]["images"].as_array().unwrap().len(), 1);
    let log = || fs::read_to_string(folder.path().join("data/progress.json")).unwrap();
    let before = log();
    let second = import();
    assert_eq!(second[0]["action"], "unchanged");
    assert_eq!(second[0]["history"]["reviews"], 0);
    assert_eq!(log(), before);
    // What was done here since then stands, whatever the package says.
    let suspended = before.lines().find(|line| line.contains("\"suspend\"")).unwrap();
    let card = suspended.split("\"card\":\"").nth(1).unwrap().split('"').next().unwrap();
    let resume = format!(
        ",{{\"at\":\"2026-11-25T11:00:00.000Z\",\"day\":\"2026-11-25\",\"card\":\"{card}\",\"event\":\"resume\"}}\n]\n"
    );
    fs::write(folder.path().join("data/progress.json"), before.replace("]\n", &resume)).unwrap();
    let before = log();
    import();
    assert_eq!(log(), before);
}

#[test]
fn a_dry_run_of_a_package_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deck.apkg");
    fs::write(&path, sample("latest.apkg")).unwrap();
    let output = run(folder.path(), &["import", "--dry-run", path.to_str().unwrap()]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("7 cards"));
    assert!(!folder.path().join("data/progress.json").exists());
    assert!(!folder.path().join("data/decks").exists());
}
