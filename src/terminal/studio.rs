//! The studio: a thread that reads, scales and encodes pictures, so that the screen never waits for one.

use super::wait::Poker;
use crate::desk::Desk;
use crate::messages::PictureRefused;
use crate::store::picture_file;
use crate::typeset::picture::PictureKey;
use crate::ui::app::App;
use crate::ui::pictures::{self, Drawing, Job, Protocol};
use image::DynamicImage;
use std::collections::{HashSet, VecDeque};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

/// How pictures are drawn: by which protocol, for cells of how many pixels.
type DrawingHow = (Protocol, (u16, u16));

/// What the thread tells.
enum ImageNews {
    /// A picture's size in pixels, or why it has none.
    Size(PictureKey, Result<(u32, u32), PictureRefused>),
    /// A picture, drawn in this way.
    Drawn(Job, DrawingHow, Arc<Drawing>),
}

/// The thread, seen from the shell. It starts with the first job.
pub(super) struct ImageWorker {
    poker: Poker,
    jobs: Option<Sender<(Job, DrawingHow)>>,
    news: Option<Receiver<ImageNews>>,
    /// Given to the thread and not done yet.
    waiting: HashSet<Job>,
}

/// The name of the thread.
pub(super) const NAME: &str = "pictures";

impl ImageWorker {
    pub(super) fn new(poker: Poker) -> ImageWorker {
        ImageWorker { poker, jobs: None, news: None, waiting: HashSet::new() }
    }

    /// Gives the thread what the app is missing.
    pub(super) fn order(&mut self, app: &App) {
        for job in app.missing_pictures() {
            if self.waiting.insert(job.clone()) {
                let how = app.pictures().how();
                self.jobs().map(|jobs| jobs.send((job, how)));
            }
        }
    }

    /// Lets the app know what was done; `true` when there was something.
    pub(super) fn deliver(&mut self, app: &mut App, desk: &Desk) -> bool {
        let news: Vec<ImageNews> = self.news.iter().flat_map(Receiver::try_iter).collect();
        let is_some = !news.is_empty();
        for news in news {
            match news {
                ImageNews::Size(key, size) => {
                    self.waiting.retain(|job| job.key != key);
                    app.with_pictures(|pictures| pictures.learn(key, size), desk);
                }
                ImageNews::Drawn(job, how, drawing) => {
                    self.waiting.remove(&job);
                    // Another way may have been chosen meanwhile; then it is drawn again.
                    if how == app.pictures().how() {
                        app.with_pictures(|pictures| pictures.keep(job, drawing), desk);
                    }
                }
            }
        }
        is_some
    }

    fn jobs(&mut self) -> Option<&Sender<(Job, DrawingHow)>> {
        if self.jobs.is_none() {
            let (jobs, given) = mpsc::channel();
            let (done, news) = mpsc::channel();
            let poker = self.poker.clone();
            let work = move || work(&given, &done, &poker);
            // Without a thread there are no pictures, and their text still stands.
            if thread::Builder::new().name(NAME.to_owned()).spawn(work).is_ok() {
                (self.jobs, self.news) = (Some(jobs), Some(news));
            }
        }
        self.jobs.as_ref()
    }
}

/// As many decoded pictures are kept, to be drawn at other sizes.
const KEPT: usize = 3;

fn work(jobs: &Receiver<(Job, DrawingHow)>, done: &Sender<ImageNews>, poker: &Poker) {
    let mut known: VecDeque<(PictureKey, DynamicImage)> = VecDeque::new();
    while let Ok((job, how)) = jobs.recv() {
        let key = job.key.clone();
        let news = match decoded(&mut known, &key) {
            Err(why) => ImageNews::Size(key, Err(why)),
            Ok(image) => match job.size {
                None => ImageNews::Size(key, Ok((image.width(), image.height()))),
                Some(size) => match pictures::draw(image, size, how) {
                    Ok(drawing) => ImageNews::Drawn(job, how, Arc::new(drawing)),
                    Err(why) => ImageNews::Size(key, Err(why)),
                },
            },
        };
        if done.send(news).is_err() {
            return;
        }
        poker.poke();
    }
}

fn decoded<'a>(
    known: &'a mut VecDeque<(PictureKey, DynamicImage)>,
    key: &PictureKey,
) -> Result<&'a DynamicImage, PictureRefused> {
    if !known.iter().any(|(other, _)| other == key) {
        let file = key.file.as_ref().map(|file| file.as_path());
        known.push_back((key.clone(), picture_file::read(file, &key.target)?));
        if known.len() > KEPT {
            known.pop_front();
        }
    }
    known.iter().find(|(other, _)| other == key).map(|(_, image)| image).ok_or(PictureRefused::Missing)
}
