//! Any bytes are read without a panic, and every line has an owner.
//!
//! `RUSTC_BOOTSTRAP=1 cargo fuzz run reader -- -max_total_time=300 -max_len=4096 -dict=fuzz/dict`

#![no_main]

use backprop::import::{self, Owner};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (style, bytes) = match bytes.split_first() {
        // The first byte may force a style, so that all of them meet pages they do not fit.
        Some((first, rest)) if *first < 32 => (import::STYLES.get(usize::from(*first)), rest),
        _ => (None, bytes),
    };
    let notes = import::read(bytes, None, style, None);
    let mut free = 1;
    for span in &notes.spans {
        assert_eq!(span.first, free);
        assert!(span.last >= span.first);
        free = span.last + 1;
        if span.owner == Owner::Rest {
            let told = |line: usize| notes.diagnostics.iter().any(|told| told.line <= line && line <= told.last_line);
            assert!((span.first..=span.last).all(told), "{span:?} is told by nobody");
        }
    }
});
