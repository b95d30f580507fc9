//! Folders for the picker, read beside the screens: a folder with very many files, or a disk that does not answer,
//! holds up nobody.

use crate::store::folder::{self, Demand, FolderView, PickKind};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// So often it is shown what came so far.
const PAUSE: Duration = Duration::from_millis(100);

/// No more disks that do not answer are waited for at once; the next folder is read when one of them does.
const MOST_WAITED_FOR: usize = 4;

/// What is asked for: the path as it was typed, and what is looked for.
type WantedFolder = (String, PickKind);

/// Reads the folder that was asked for last.
pub(super) struct FolderReader {
    wake: Arc<dyn Fn() + Send + Sync>,
    /// The number of the request that counts.
    number: Arc<AtomicU64>,
    running: Arc<AtomicUsize>,
    sender: Sender<(u64, FolderView)>,
    views: Receiver<(u64, FolderView)>,
    waiting: Option<WantedFolder>,
}

impl FolderReader {
    /// `wake` is called whenever there is something to be seen.
    pub(super) fn new(wake: impl Fn() + Send + Sync + 'static) -> FolderReader {
        let (sender, views) = mpsc::channel();
        let (number, running) = (Arc::default(), Arc::default());
        FolderReader { wake: Arc::new(wake), number, running, sender, views, waiting: None }
    }

    /// Looks into a folder; whatever was asked for before is not wanted any more.
    pub(super) fn look(&mut self, path: String, kind: PickKind) {
        self.number.fetch_add(1, Ordering::SeqCst);
        self.waiting = Some((path, kind));
        self.begin();
    }

    fn begin(&mut self) {
        if self.running.load(Ordering::SeqCst) >= MOST_WAITED_FOR {
            return;
        }
        let Some((path, kind)) = self.waiting.take() else { return };
        self.running.fetch_add(1, Ordering::SeqCst);
        let own = self.number.load(Ordering::SeqCst);
        let (number, running) = (self.number.clone(), self.running.clone());
        let (sender, wake) = (self.sender.clone(), self.wake.clone());
        thread::spawn(move || {
            let _ended = RunningGuard { running, wake: wake.clone() };
            let mut shown = Instant::now();
            let mut demand = || {
                if number.load(Ordering::SeqCst) != own {
                    return Demand::Stop;
                }
                if shown.elapsed() < PAUSE {
                    return Demand::More;
                }
                shown = Instant::now();
                Demand::Show
            };
            let mut show = |view| {
                // Nobody may listen any more.
                let _ = sender.send((own, view));
                wake();
            };
            let path = folder::meant(&path);
            let looked = catch_unwind(AssertUnwindSafe(|| folder::look(&path, kind, &mut demand, &mut show)));
            // Whoever waits is told that no more comes.
            if looked.is_err() {
                show(FolderView::unread(path));
            }
        });
    }

    /// What is known by now of the folder that was asked for last, where that is more than before.
    pub(super) fn view(&mut self) -> Option<FolderView> {
        self.begin();
        let number = self.number.load(Ordering::SeqCst);
        let of_last = |(of, view)| (of == number).then_some(view);
        self.views.try_iter().filter_map(of_last).last()
    }
}

/// Tells that a reading is over, however it ended.
struct RunningGuard {
    running: Arc<AtomicUsize>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl Drop for RunningGuard {
    fn drop(&mut self) {
        self.running.fetch_sub(1, Ordering::SeqCst);
        (self.wake)();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::folder::{FolderExtent, PickKind};
    use std::fs;

    /// The last view of the folder that was asked for last, once it is whole.
    fn whole(reader: &mut FolderReader, woken: &Receiver<()>) -> FolderView {
        loop {
            let view = reader.view();
            if let Some(view) = view.filter(|view| view.extent != FolderExtent::Reading) {
                return view;
            }
            woken.recv_timeout(Duration::from_secs(60)).expect("somebody reads");
        }
    }

    #[test]
    fn only_the_folder_that_was_asked_for_last_is_told_of() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
        fs::create_dir(at("huge")).unwrap();
        for number in 0..5_000 {
            fs::write(at(&format!("huge/{number}.md")), "").unwrap();
        }
        fs::create_dir(at("small")).unwrap();
        fs::write(at("small/cnn.md"), "1. Why?\nSo.\n").unwrap();
        let (wake, woken) = mpsc::channel();
        let mut reader = FolderReader::new(move || wake.send(()).unwrap_or_default());
        // More requests than readings at once: each is dropped for the next.
        for _ in 0..20 {
            reader.look(at("huge"), PickKind::Notes);
        }
        reader.look(at("small"), PickKind::Notes);
        let view = whole(&mut reader, &woken);
        assert_eq!(view.entries.map(|entries| entries.len()), Some(1));
        reader.look(at("huge"), PickKind::Notes);
        let view = whole(&mut reader, &woken);
        assert_eq!(view.entries.map(|entries| entries.len()), Some(5_000));
        assert!(reader.running.load(Ordering::SeqCst) <= MOST_WAITED_FOR);
    }
}
