//! Files of settings as earlier versions wrote them: they are read without a complaint, every value counts, and a
//! change of one value keeps the rest.

use backprop::card::Lang;
use backprop::settings::{ROWS, Settings, read_both, write};

const CONFIG: &str = include_str!("../settings/config.toml");
const MACHINE: &str = include_str!("../settings/machine.toml");

#[test]
fn settings_of_the_version_before_count_and_are_kept() {
    let (settings, errors) = read_both(CONFIG, MACHINE);
    assert_eq!(errors, []);
    for row in ROWS {
        let file = if row.is_of_machine() { MACHINE } else { CONFIG };
        let line = file.lines().find(|line| line.starts_with(&format!("{} = ", row.key))).unwrap();
        let value = (row.get)(&settings);
        assert_ne!(value, (row.get)(&Settings::default()), "{}: the file has another value", row.key);
        // Writing the value that is there changes not a byte.
        assert_eq!(write(file, row, &value, Lang::En).as_deref(), Some(file), "{line}");
        let other = write(file, row, &(row.get)(&Settings::default()), Lang::En).unwrap();
        assert_eq!(other.lines().count(), file.lines().count());
        assert_eq!(other.lines().filter(|line| !file.contains(line)).count(), 1, "{}: {other}", row.key);
    }
    assert_eq!(settings.keys["good"], ["3", "Ctrl-g"]);
    assert_eq!(settings.trusted.iter().map(String::as_str).collect::<Vec<_>>(), ["0123456789abcdef"]);
    assert_eq!(settings.mode_of("coding").to_string(), "code");
    assert_eq!(settings.decks_off, ["vision", "my notes/week 1"]);
}
