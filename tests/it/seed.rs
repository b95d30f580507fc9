//! The notes the project was made from, where they are at hand.

use backprop::card::Lang;
use backprop::import;
use std::path::Path;

const QUESTION_LINES: [usize; 23] =
    [1, 5, 8, 14, 17, 20, 26, 32, 36, 40, 43, 47, 53, 60, 63, 68, 80, 84, 88, 92, 95, 96, 97];
const ANSWERS: [Option<(usize, usize)>; 23] = [
    Some((2, 3)),
    Some((6, 6)),
    Some((9, 12)),
    Some((15, 15)),
    Some((18, 18)),
    Some((21, 24)),
    Some((27, 30)),
    Some((33, 34)),
    Some((37, 38)),
    Some((41, 41)),
    Some((44, 45)),
    Some((48, 51)),
    Some((54, 58)),
    Some((61, 61)),
    Some((64, 66)),
    Some((69, 78)),
    Some((81, 82)),
    Some((85, 86)),
    Some((89, 90)),
    Some((93, 93)),
    None,
    None,
    Some((98, 99)),
];

#[test]
fn the_original_notes_become_their_23_cards() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seed");
    let Ok(mut entries) = std::fs::read_dir(folder) else { return };
    let file = entries.next().expect("the folder holds the notes").expect("it can be listed").path();
    let notes = import::read(&std::fs::read(file).expect("the notes can be read"), None, None, None);
    let faces: Vec<_> = notes.cards.iter().map(|card| &card.face(Lang::Zh).source).collect();
    assert_eq!(faces.iter().map(|source| source.question_line).collect::<Vec<_>>(), QUESTION_LINES);
    assert_eq!(faces.iter().map(|source| source.answer_lines).collect::<Vec<_>>(), ANSWERS);
    assert_eq!(notes.diagnostics.iter().map(|diagnostic| diagnostic.line).collect::<Vec<_>>(), [95, 96]);
}
