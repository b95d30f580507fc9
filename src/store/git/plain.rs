//! Git without the user's own settings, and what it says.

use std::process::Command;

/// Git that asks nobody, speaks plainly, and goes only where no address can run a program.
pub(super) fn bare_command() -> Command {
    let mut command = Command::new("git");
    for (name, _) in std::env::vars_os() {
        let is_git = name.to_string_lossy().starts_with("GIT_");
        if is_git && !KEPT.iter().any(|kept| name == *kept) {
            command.env_remove(&name);
        }
    }
    command.env("GIT_TERMINAL_PROMPT", "0").env("GIT_ASKPASS", "").env("SSH_ASKPASS_REQUIRE", "never");
    command.env("GIT_ALLOW_PROTOCOL", PROTOCOLS).env("GIT_NO_LAZY_FETCH", "1");
    command
        .env("GIT_NO_REPLACE_OBJECTS", "1")
        .env("GIT_LITERAL_PATHSPECS", "1")
        .env("GIT_OPTIONAL_LOCKS", "0");
    // What git says is looked into.
    command.env("LC_ALL", "C").env_remove("LANGUAGE");
    command
}

/// All lines but hints, on one line. They are parts of a sentence there: none ends one.
pub(super) fn shown(said: &[u8]) -> String {
    const MOST: usize = 40;
    let said = String::from_utf8_lossy(said);
    let lines = said.split(['\n', '\r']).map(|line| line.trim().trim_end_matches(['.', ';']).trim_end());
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("hint:"));
    let lines: Vec<String> = lines.map(|line| crate::markdown::clean(line).replace('\n', " ")).collect();
    // The last lines say why; a chatty host may have said much before.
    lines[lines.len().saturating_sub(MOST)..].join("; ")
}

/// What the environment may say to git: how a host is reached, and where git is installed.
const KEPT: [&str; 13] = [
    "GIT_EXEC_PATH",
    "GIT_SSH",
    "GIT_SSH_COMMAND",
    "GIT_SSH_VARIANT",
    "GIT_SSL_CAINFO",
    "GIT_SSL_CAPATH",
    "GIT_SSL_CERT",
    "GIT_SSL_KEY",
    "GIT_SSL_NO_VERIFY",
    "GIT_SSL_VERSION",
    "GIT_PROXY_SSL_CAINFO",
    "GIT_PROXY_SSL_CERT",
    "GIT_PROXY_SSL_KEY",
];

/// Ways to reach a repository that run no program the address names.
const PROTOCOLS: &str = "file:git:http:https:ssh";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_git_are_parts_of_one_sentence() {
        let said =
            "hint: x\nfatal: Could not read from remote repository.\n\nPlease make sure that it exists.\n";
        assert_eq!(
            shown(said.as_bytes()),
            "fatal: Could not read from remote repository; Please make sure that it exists"
        );
        assert_eq!(shown(b"remote: why:\r.;\nno"), "remote: why:; no");
    }
}
