//! A small disk of its own, which can be filled and made read-only, where this user may mount one.

use crate::harness::not_run;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// A disk of its own, of this size; `None` where this user may mount none.
pub(crate) struct Disk {
    pub(crate) folder: PathBuf,
    _parent: tempfile::TempDir,
}

impl Disk {
    pub(crate) fn new(options: &str) -> Option<Disk> {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("disk");
        fs::create_dir(&folder).unwrap();
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(&folder).output();
        if !mounted.is_ok_and(|output| output.status.success()) {
            not_run("full and read-only disks", "no disk can be mounted");
            return None;
        }
        Some(Disk { folder, _parent: parent })
    }

    pub(crate) fn remount(&self, options: &str) {
        let options = format!("remount,{options}");
        assert!(Command::new("mount").args(["-o", &options]).arg(&self.folder).status().unwrap().success());
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.folder).status();
    }
}
