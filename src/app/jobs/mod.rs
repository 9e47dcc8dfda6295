//! Work beside the window: dialogs, reading and writing files, drawing figures, and what takes long to derive.
//!
//! The shell starts a job and is told of its end by one event. Nothing here knows the state of the window.

pub(crate) mod derive;
pub(crate) mod desktop;
pub(crate) mod editor;
pub(crate) mod figure;
pub(crate) mod file_kind;
pub(crate) mod folder;
pub(crate) mod load;
pub(crate) mod merge;
pub(crate) mod paste;
pub(crate) mod preview;
pub(crate) mod save;
pub(crate) mod watch;

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::{io, thread};

use eframe::egui::Context;

/// Runs work on threads. Each run ends in exactly one event, also when the work panics or the thread is refused.
pub(crate) struct Jobs<E> {
    outbox: Outbox<E>,
    events: Receiver<E>,
    /// Starts a thread.
    start: Start,
    /// How many jobs there have been.
    count: Cell<u64>,
}

/// Runs work of this name on a thread of its own.
type Start = fn(&str, Box<dyn FnOnce() + Send>) -> io::Result<()>;

/// Tells a job from all others of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct JobId(u64);

/// Why a job has no result.
#[derive(Debug, thiserror::Error)]
pub(crate) enum JobError {
    /// The work panicked.
    #[error("a part of the program has failed")]
    Panicked,
    /// There is no thread to run it on.
    #[error("the system refuses a thread: {0}")]
    NotStarted(io::Error),
}

/// A job that was started. Dropping the handle cancels work that asks its [`CancelToken`].
#[derive(Debug)]
pub(crate) struct JobHandle {
    /// Its events bear this.
    pub(crate) id: JobId,
    token: CancelToken,
}

/// Decides, once, between the work that is about to change something outside and the person who cancels it.
#[derive(Clone, Debug, Default)]
pub(crate) struct CancelToken(Arc<AtomicBool>);

/// Where events are put to be handled with the next frame.
pub(crate) struct Outbox<E> {
    sender: Sender<E>,
    ctx: Context,
}

impl<E: Send + 'static> Jobs<E> {
    /// No jobs yet, for a window with this context.
    pub(crate) fn new(ctx: &Context) -> Self {
        Self::started_by(ctx, |name, work| thread::Builder::new().name(name.to_owned()).spawn(work).map(drop))
    }

    fn started_by(ctx: &Context, start: Start) -> Self {
        let (sender, events) = channel();
        Self { outbox: Outbox { sender, ctx: ctx.clone() }, events, start, count: Cell::new(0) }
    }

    /// Runs work on a thread and puts its result into an event.
    pub(crate) fn spawn<T: 'static>(
        &self,
        name: &str,
        work: impl FnOnce(&CancelToken) -> T + Send + 'static,
        event: fn(JobId, Result<T, JobError>) -> E,
    ) -> JobHandle {
        self.spawn_in_parts(name, |token, _, _| work(token), event)
    }

    /// The same for work that tells of what it has so far, by events of its own.
    pub(crate) fn spawn_in_parts<T: 'static>(
        &self,
        name: &str,
        work: impl FnOnce(&CancelToken, JobId, &Outbox<E>) -> T + Send + 'static,
        event: fn(JobId, Result<T, JobError>) -> E,
    ) -> JobHandle {
        self.count.update(|count| count + 1);
        let id = JobId(self.count.get());
        let token = CancelToken::default();
        let handle = JobHandle { id, token: token.clone() };
        let outbox = self.outbox.clone();
        let run = move || {
            let result = catch_unwind(AssertUnwindSafe(|| work(&token, id, &outbox)));
            outbox.send(event(id, result.map_err(|_| JobError::Panicked)));
        };
        if let Err(err) = (self.start)(name, Box::new(run)) {
            self.outbox.send(event(id, Err(JobError::NotStarted(err))));
        }
        handle
    }

    /// What has come since the last call.
    pub(crate) fn events(&self) -> Vec<E> {
        self.events.try_iter().collect()
    }

    /// Where others than jobs put events.
    pub(crate) fn outbox(&self) -> Outbox<E> {
        self.outbox.clone()
    }
}

impl<E> Outbox<E> {
    /// Has an event handled with the next frame, and asks for one.
    pub(crate) fn send(&self, event: E) {
        // A closed window handles no events.
        if self.sender.send(event).is_ok() {
            self.ctx.request_repaint();
        }
    }
}

// Not derived, as that would ask the event to be clonable.
impl<E> Clone for Outbox<E> {
    fn clone(&self) -> Self {
        Self { sender: self.sender.clone(), ctx: self.ctx.clone() }
    }
}

impl JobHandle {
    /// Cancels the job; false where its work has decided before.
    pub(crate) fn cancel(&self) -> bool {
        self.token.decide()
    }
}

impl Drop for JobHandle {
    fn drop(&mut self) {
        self.cancel();
    }
}

impl CancelToken {
    /// Whether nothing was decided yet.
    pub(crate) fn is_open(&self) -> bool {
        !self.0.load(Ordering::SeqCst)
    }

    /// Decides; whether that is the first decision.
    pub(crate) fn decide(&self) -> bool {
        !self.0.swap(true, Ordering::SeqCst)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::{sync::mpsc::RecvTimeoutError, time::Duration};

    use super::*;

    /// A window's jobs on a system that starts no more threads.
    pub(crate) fn refused<E: Send + 'static>(ctx: &Context) -> Jobs<E> {
        Jobs::started_by(ctx, |_, _| Err(io::Error::other("too many")))
    }

    type Ended = (JobId, Result<u32, String>);

    fn ended(id: JobId, result: Result<u32, JobError>) -> Ended {
        (id, result.map_err(|err| err.to_string()))
    }

    /// The only event of a job, and whether the window is asked to show it.
    fn only_event(jobs: &Jobs<Ended>) -> Ended {
        let event = jobs.events.recv_timeout(Duration::from_secs(20)).unwrap();
        assert_eq!(jobs.events.recv_timeout(Duration::from_millis(20)), Err(RecvTimeoutError::Timeout));
        assert!(jobs.outbox.ctx.has_requested_repaint());
        event
    }

    #[test]
    fn each_job_ends_in_one_event() {
        let jobs = Jobs::new(&Context::default());
        let job = jobs.spawn("add", |_| 2 + 2, ended);
        assert_eq!(only_event(&jobs), (job.id, Ok(4)));
        let job = jobs.spawn("fail", |token| if token.decide() { panic!("as a fault would") } else { 0 }, ended);
        assert_eq!(only_event(&jobs), (job.id, Err("a part of the program has failed".to_owned())));
    }

    #[test]
    fn a_refused_thread_ends_in_an_event_too() {
        let jobs = refused(&Context::default());
        let job = jobs.spawn("add", |_| 2 + 2, ended);
        assert_eq!(only_event(&jobs), (job.id, Err("the system refuses a thread: too many".to_owned())));
    }

    #[test]
    fn either_the_work_decides_or_the_one_who_cancels() {
        let jobs = Jobs::new(&Context::default());
        let decides = |token: &CancelToken| u32::from(token.decide());
        let job = jobs.spawn("decide", decides, ended);
        assert_eq!(only_event(&jobs), (job.id, Ok(1)));
        assert!(!job.cancel(), "too late");
        let (sender, receiver) = channel::<()>();
        let job = jobs.spawn(
            "wait and decide",
            move |token| {
                _ = receiver.recv();
                u32::from(token.decide())
            },
            ended,
        );
        let id = job.id;
        drop(job);
        drop(sender);
        assert_eq!(only_event(&jobs), (id, Ok(0)));
    }
}
