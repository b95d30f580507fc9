//! What is taken from the user's own configuration of git: how hosts are reached, and nothing else.

use super::plain::{bare_command, shown};

/// Keys begin so, in lower case.
const TAKEN: [&str; 4] = ["credential.", "http.", "url.", "ssh."];
const SSH: &str = "core.sshcommand";

/// Keys and values in their order, or what git said when it could not read them.
pub(super) fn settings() -> Result<Vec<(String, String)>, String> {
    let mut command = bare_command();
    for name in ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM"] {
        if let Some(value) = std::env::var_os(name) {
            command.env(name, value);
        }
    }
    // No repository, wherever this runs.
    command.env("GIT_DIR", "/dev/null/none").args(["config", "--list", "--includes", "-z"]);
    let output = command.output().map_err(|cause| cause.to_string())?;
    if !output.status.success() {
        return Err(shown(&output.stderr));
    }
    Ok(taken(&String::from_utf8_lossy(&output.stdout)))
}

fn taken(listed: &str) -> Vec<(String, String)> {
    // A key without a value is one that is set to true.
    let entries = listed.split('\0').filter(|entry| !entry.is_empty());
    let entries = entries.map(|entry| entry.split_once('\n').unwrap_or((entry, "true")));
    let is_taken = |key: &str| key == SSH || TAKEN.iter().any(|start| key.starts_with(start));
    entries.filter(|(key, _)| is_taken(key)).map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_how_hosts_are_reached_is_taken() {
        let listed = "user.name\nx\0credential.helper\n\0credential.helper\nstore\0core.sshcommand\nssh -i k\0\
                      core.hookspath\n/x\0http.https://a.org/.proxy\np\0url.git@a:.insteadof\nhttps://a/\0\
                      ssh.variant\nssh\0filter.x.clean\ntouch x\0core.fsmonitor\ntouch x\0http.sslverify\0\
                      alias.x\n!x\0remote.origin.uploadpack\nx\0protocol.ext.allow\nalways\0";
        let keys: Vec<String> = taken(listed).into_iter().map(|(key, _)| key).collect();
        assert_eq!(
            keys,
            [
                "credential.helper",
                "credential.helper",
                "core.sshcommand",
                "http.https://a.org/.proxy",
                "url.git@a:.insteadof",
                "ssh.variant",
                "http.sslverify"
            ]
        );
    }
}
