//! A fold as bytes: little-endian numbers one after the other.

use crate::card::{CardId, Grade};
use crate::day::{At, Day, Moment};
use crate::memory::Memory;
use crate::progress::{
    Answered, Confidence, Kind, LogEvent, Move, Paces, Points, Recalls, Record, Snapshot, Tally, Waiting,
    event,
};
use crate::state::{CardState, Due, Phase};

/// Little-endian numbers one after the other.
pub(super) struct Output(pub(super) Vec<u8>);

/// What [`Output`] wrote; every read may find the end.
pub(super) struct FoldInput<'a>(pub(super) &'a [u8]);

impl Output {
    pub(super) fn u32(&mut self, number: u32) {
        self.0.extend(number.to_le_bytes());
    }

    pub(super) fn u64(&mut self, number: u64) {
        self.0.extend(number.to_le_bytes());
    }

    pub(super) fn at(&mut self, at: At) {
        self.u64(at.0 as u64);
    }

    pub(super) fn day(&mut self, day: Day) {
        self.u32(day.0 as u32);
    }

    pub(super) fn option<T>(&mut self, value: Option<&T>, put: impl FnOnce(&mut Output, &T)) {
        self.0.push(u8::from(value.is_some()));
        if let Some(value) = value {
            put(self, value);
        }
    }

    pub(super) fn list<T>(&mut self, list: &[T], mut put: impl FnMut(&mut Output, &T)) {
        self.u64(list.len() as u64);
        for item in list {
            put(self, item);
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        self.u32(text.len() as u32);
        self.0.extend(text.as_bytes());
    }

    pub(super) fn snapshot(&mut self, snapshot: &Snapshot) {
        self.option(snapshot.latest.as_ref(), |output, at| output.at(*at));
        self.option(snapshot.horizon.as_ref(), |output, at| output.at(*at));
        self.list(&snapshot.ids, |output, id| output.text(id.as_str()));
        self.list(&snapshot.records, |output, (id, record)| {
            output.u32(*id);
            output.record(record);
        });
        self.list(&snapshot.notes, |output, (id, text)| {
            output.u32(*id);
            output.text(text);
        });
        self.list(&snapshot.moves, |output, step| {
            output.at(step.at);
            output.u32(step.from);
            output.u32(step.to);
            output.0.extend([u8::from(step.undone), u8::from(step.is_identity)]);
        });
        self.list(&snapshot.days, |output, (day, tally)| {
            output.day(*day);
            for number in [tally.new, tally.reviews, tally.answers, tally.again, tally.untimed] {
                output.u32(number);
            }
            output.u64(tally.ms);
        });
        self.0.push(u8::from(snapshot.has_loose_undo));
        self.option(snapshot.target.as_ref(), |output, target| {
            let (at, day, card) = (At(0), Day(0), CardId::from(""));
            output.text(&LogEvent { at, day, card, kind: Kind::Plan(target.clone()) }.to_json());
        });
        snapshot.paces.counts().for_each(|count| self.u32(count));
        snapshot.recalls.counts().for_each(|count| self.u32(count));
        self.list(&snapshot.later, |output, event| output.text(&event.to_json()));
    }

    pub(super) fn record(&mut self, record: &Record) {
        let Record { state, suspended, buried, flagged, points, asked, went, waiting } = record;
        let (phase, step) = match state.phase {
            Phase::New => (0, 0),
            Phase::Learning(step) => (1, step),
            Phase::Review => (2, 0),
            Phase::Relearning(step) => (3, step),
        };
        self.0.extend([phase, step, u8::from(*suspended), u8::from(*flagged)]);
        self.option(buried.as_ref(), |output, day| output.day(*day));
        self.option(state.memory.as_ref(), |output, memory| {
            output.u32(memory.stability.to_bits());
            output.u32(memory.difficulty.to_bits());
        });
        self.option(state.due.as_ref(), |output, due| match due {
            Due::At(at) => {
                output.0.push(0);
                output.at(*at);
            }
            Due::On(day) => {
                output.0.push(1);
                output.day(*day);
            }
        });
        self.option(state.last.as_ref(), |output, last| {
            output.at(last.at);
            output.day(last.day);
        });
        for number in [state.interval, state.reps, state.lapses, *asked] {
            self.u32(number);
        }
        for grade in [went, &state.grade] {
            self.option(grade.as_ref(), |output, grade| output.0.push(*grade as u8));
        }
        self.option(points.as_ref(), |output, points| {
            let missed: Vec<usize> = points.missed().collect();
            output.0.extend([points.count() as u8, missed.len() as u8]);
            output.0.extend(missed.iter().map(|point| *point as u8));
        });
        self.option(waiting.as_ref(), |output, Waiting { given, answered }| {
            output.at(given.at);
            output.day(given.day);
            output.at(answered.round);
            output.u32(answered.ms);
            output.u32(answered.pace);
            output.0.push(answered.confidence as u8);
        });
    }
}

impl FoldInput<'_> {
    pub(super) fn bytes<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (bytes, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*bytes)
    }

    pub(super) fn u8(&mut self) -> Option<u8> {
        self.bytes::<1>().map(|[byte]| byte)
    }

    pub(super) fn bool(&mut self) -> Option<bool> {
        Some(self.u8()? == 1)
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        self.bytes().map(u32::from_le_bytes)
    }

    pub(super) fn u64(&mut self) -> Option<u64> {
        self.bytes().map(u64::from_le_bytes)
    }

    pub(super) fn i128(&mut self) -> Option<i128> {
        self.bytes().map(i128::from_le_bytes)
    }

    pub(super) fn f32(&mut self) -> Option<f32> {
        self.u32().map(f32::from_bits)
    }

    pub(super) fn at(&mut self) -> Option<At> {
        self.u64().map(|number| At(number as i64))
    }

    pub(super) fn day(&mut self) -> Option<Day> {
        self.u32().map(|number| Day(number as i32))
    }

    pub(super) fn option<T>(&mut self, get: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        match self.bool()? {
            true => get(self).map(Some),
            false => Some(None),
        }
    }

    pub(super) fn list<T>(&mut self, mut get: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let len = usize::try_from(self.u64()?).ok()?;
        // No item takes less than a byte, so a longer list is not there.
        if len > self.0.len() {
            return None;
        }
        let mut list = Vec::with_capacity(len);
        for _ in 0..len {
            list.push(get(self)?);
        }
        Some(list)
    }

    pub(super) fn snapshot(&mut self) -> Option<Snapshot> {
        let latest = self.option(FoldInput::at)?;
        let horizon = self.option(FoldInput::at)?;
        let ids = self.list(|input| input.text().map(CardId::from))?;
        let number = |input: &mut Self| input.u32().filter(|number| (*number as usize) < ids.len());
        let records = self.list(|input| Some((number(input)?, input.record()?)))?;
        let notes = self.list(|input| Some((number(input)?, input.text()?.into())))?;
        let moves = self.list(|input| {
            let (at, from, to) = (input.at()?, number(input)?, number(input)?);
            Some(Move { at, from, to, undone: input.bool()?, is_identity: input.bool()? })
        })?;
        let days = self.list(|input| {
            let day = input.day()?;
            let (new, reviews, answers, again) = (input.u32()?, input.u32()?, input.u32()?, input.u32()?);
            Some((day, Tally { new, reviews, answers, again, untimed: input.u32()?, ms: input.u64()? }))
        })?;
        let has_loose_undo = self.bool()?;
        let target = self.option(|input| {
            let event = event::parse(input.text()?.as_bytes())?.to_event();
            if let Kind::Plan(target) = event.kind { Some(target) } else { None }
        })?;
        let paces = Paces::from_counts(|| self.u32())?;
        let recalls = Recalls::from_counts(|| self.u32())?;
        let later = self.list(|input| Some(event::parse(input.text()?.as_bytes())?.to_event()))?;
        Some(Snapshot {
            latest,
            horizon,
            ids,
            records,
            notes,
            moves,
            days,
            has_loose_undo,
            target,
            paces,
            recalls,
            later,
        })
    }

    pub(super) fn grade(&mut self) -> Option<Grade> {
        Grade::ALL.get(usize::from(self.u8()?)).copied()
    }

    pub(super) fn text(&mut self) -> Option<&str> {
        let len = self.u32()? as usize;
        let (text, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        std::str::from_utf8(text).ok()
    }

    pub(super) fn record(&mut self) -> Option<Record> {
        let phase = match self.bytes::<2>()? {
            [0, _] => Phase::New,
            [1, step] => Phase::Learning(step),
            [2, _] => Phase::Review,
            [3, step] => Phase::Relearning(step),
            _ => return None,
        };
        let (suspended, flagged) = (self.bool()?, self.bool()?);
        let buried = self.option(FoldInput::day)?;
        let memory =
            self.option(|input| Some(Memory { stability: input.f32()?, difficulty: input.f32()? }))?;
        let due = self.option(|input| match input.u8()? {
            0 => input.at().map(Due::At),
            _ => input.day().map(Due::On),
        })?;
        let last = self.option(|input| Some(Moment { at: input.at()?, day: input.day()? }))?;
        let (interval, reps, lapses) = (self.u32()?, self.u32()?, self.u32()?);
        let asked = self.u32()?;
        let went = self.option(FoldInput::grade)?;
        let grade = self.option(FoldInput::grade)?;
        let state = CardState { phase, memory, due, interval, last, reps, lapses, grade };
        let points = self.option(|input| {
            let [of, missed] = input.bytes()?;
            let missed: Option<Vec<u8>> = (0..missed).map(|_| input.u8()).collect();
            Some(Points::new(usize::from(of), missed?.into_iter().map(usize::from)))
        })?;
        let waiting = self.option(|input| {
            let given = Moment { at: input.at()?, day: input.day()? };
            let (round, ms, pace) = (input.at()?, input.u32()?, input.u32()?);
            let confidence = *Confidence::ALL.get(usize::from(input.u8()?))?;
            Some(Waiting { given, answered: Answered { round, ms, pace, confidence } })
        })?;
        Some(Record { state, suspended, buried, flagged, points, asked, went, waiting })
    }
}
