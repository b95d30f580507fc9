//! The clock of a command: the machine's, or the one that a variable sets.

use super::language::{failure, say};
use super::tell;
use crate::day::{At, Calendar, Day, RELEASED, Zone};
use crate::messages::CommandMessage;
use crate::workspace::{Clock, NOW, too_early};
use std::io::{self, IsTerminal};

/// The time that the variable sets the clock to.
pub(super) fn start_of_clock() -> anyhow::Result<Option<At>> {
    let Some(text) = std::env::var_os(NOW) else { return Ok(None) };
    let text = text.to_string_lossy();
    let wrong = || failure(CommandMessage::NotATimeOfClock { name: NOW, text: text.to_string() });
    Ok(Some(At::parse(&text).ok_or_else(wrong)?))
}

pub(super) fn clock() -> anyhow::Result<Clock> {
    Ok(Clock::standing(start_of_clock()?))
}

/// The clock of a sitting at the screen. One that is older than the program cannot be right: the learner
/// is asked.
pub(super) fn clock_of_sitting() -> anyhow::Result<Clock> {
    let clock = Clock::new(start_of_clock()?);
    if clock.now() >= RELEASED {
        return Ok(clock);
    }
    if !io::stdin().is_terminal() {
        return Err(too_early(clock.now()));
    }
    tell(&say(CommandMessage::ClockBehind { now: clock.now() }));
    loop {
        tell(&say(CommandMessage::AskDate));
        let mut answer = String::new();
        io::stdin().read_line(&mut answer)?;
        if answer.trim().is_empty() {
            return Err(too_early(clock.now()));
        }
        match instant(answer.trim()) {
            Some(start) if start >= RELEASED => return Ok(Clock::new(Some(start))),
            Some(_) => tell(&say(CommandMessage::DateBehind)),
            None => tell(&say(CommandMessage::NoDate)),
        }
    }
}

/// The instant of a local date, at noon where no time is said.
fn instant(text: &str) -> Option<At> {
    let (date, time) = text.split_once([' ', 'T']).unwrap_or((text, "12:00"));
    let (hours, minutes) = time.split_once(':')?;
    let (hours, minutes) = (hours.parse::<u8>().ok()?, minutes.parse::<u8>().ok()?);
    let midnight = Calendar { zone: Zone::Local, rollover_hour: 0 }.start_of(Day::parse(date)?);
    let is_time = hours < 24 && minutes < 60;
    is_time.then(|| midnight.plus_seconds((i64::from(hours) * 60 + i64::from(minutes)) * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (text, expected) in [
            ("2026-11-22", true),
            ("2026-11-22 10:05", true),
            ("2026-11-22T23:59", true),
            ("2026-11-22 24:00", false),
            ("22.11.2026", false),
            ("2026-13-01", false),
            ("now", false),
        ] {
            assert_eq!(instant(text).is_some(), expected, "{text}");
        }
        let noon = instant("2026-11-22").unwrap();
        assert_eq!(instant("2026-11-22 12:30").unwrap().seconds_since(noon), 1800);
    }
}
