//! What tests share.

pub(crate) mod code;
pub(crate) mod desk;
#[cfg(unix)]
pub(crate) mod disk;
pub(crate) mod gold;
pub(crate) mod home;
pub(crate) mod library;
mod not_run;
pub(crate) mod old_home;
pub(crate) mod player;
pub(crate) mod run;
#[cfg(unix)]
pub(crate) mod terminal;
pub(crate) mod warm;

pub(crate) use not_run::not_run;

/// Whether git is there; without it `what` is not tried.
pub(crate) fn has_git(what: &str) -> bool {
    let found = std::process::Command::new("git").arg("--version").output();
    let found = found.is_ok_and(|output| output.status.success());
    if !found {
        not_run(what, "there is no git");
    }
    found
}
