//! Any bytes are read as a package, as one of its files or as a field of a note without a panic, and
//! what comes of them is notes that are read again card by card.
//!
//! `RUSTC_BOOTSTRAP=1 cargo fuzz run package CORPUS -- -max_total_time=300 -max_len=200000`, where the
//! corpus begins with the samples of `tests/packages`, a byte 0 before each, and with the files inside
//! them, a byte 1 to 4 before each.

#![no_main]

use backprop::import;
use backprop::import::package::Package;
use backprop::markdown;
use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fuzz_target!(|bytes: &[u8]| {
    let Some((what, bytes)) = bytes.split_first() else { return };
    match what {
        0 => read(bytes.to_vec()),
        1 => read(archive(&[("collection.anki2", bytes)])),
        2 => read(archive(&[("collection.anki21b", bytes)])),
        3 => read(archive(&[("collection.anki2", b""), ("media", bytes)])),
        4 => read(archive(&[("collection.anki21b", b""), ("media", bytes)])),
        _ => {
            let Ok(html) = std::str::from_utf8(bytes) else { return };
            let written = markdown::from_html(html);
            let is_hidden = |letter: char| letter.is_control() && letter != '\n';
            assert!(!written.contains(is_hidden), "{written:?}");
            markdown::blocks(&written);
        }
    }
});

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, options).expect("writing to memory never fails");
        zip.write_all(bytes).expect("writing to memory never fails");
    }
    zip.finish().expect("writing to memory never fails").into_inner()
}

fn read(bytes: Vec<u8>) {
    let Ok(package) = Package::read(bytes) else { return };
    let text = package.markdown("deck");
    let notes = import::read(text.as_bytes(), None, None, None);
    let ids = |ids: Vec<&str>| ids.join("\n");
    let read = ids(notes.cards.iter().map(|card| card.id.as_str()).collect());
    let packed = ids(package.cards.iter().map(|card| card.id.as_str()).collect());
    assert_eq!(read, packed, "{text}");
}
