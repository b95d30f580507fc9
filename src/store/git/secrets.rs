//! Passwords and tokens in addresses, kept out of whatever is shown.

use crate::markdown::percent_decoded;

/// What must not be shown.
#[derive(Debug, Clone, Default)]
pub(in crate::store) struct Secrets {
    texts: Vec<String>,
}

const HIDDEN: &str = "***";

impl Secrets {
    /// Hides the user, the password and what is asked for in the addresses of a text.
    pub(in crate::store) fn hide_in(&mut self, text: &str) {
        for (scheme, rest) in addresses(text) {
            let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
            if let Some((login, _)) = authority.rsplit_once('@') {
                let (user, password) = login.split_once(':').unwrap_or((login, ""));
                self.hide(password);
                // A token may stand alone; the user of ssh is no secret.
                if scheme.to_lowercase().starts_with("http") {
                    self.hide(user);
                }
            }
            if let Some((_, query)) = path.split_once('?') {
                query
                    .split('&')
                    .filter_map(|part| part.split_once('='))
                    .for_each(|(_, value)| self.hide(value));
            }
        }
    }

    fn hide(&mut self, secret: &str) {
        // A user called `a` would take every `a` away; the address itself is cut in any case.
        for secret in [secret.to_owned(), percent_decoded(secret)] {
            if secret.len() >= 4 && !self.texts.contains(&secret) {
                self.texts.push(secret);
            }
        }
        self.texts.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
    }

    /// A text without any of them, and without the login of any address.
    pub(in crate::store) fn without(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for secret in &self.texts {
            text = text.replace(secret.as_str(), HIDDEN);
        }
        without_logins(&text)
    }
}

/// An address as it may be shown.
pub(in crate::store) fn without_password(address: &str) -> String {
    let mut secrets = Secrets::default();
    secrets.hide_in(address);
    crate::markdown::clean(&secrets.without(address)).replace('\n', " ")
}

/// Scheme and rest of each address in a text.
fn addresses(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.match_indices("://").map(|(at, sign)| {
        let is_scheme = |letter: char| letter.is_ascii_alphanumeric() || "+-.".contains(letter);
        let start = text[..at]
            .rfind(|letter| !is_scheme(letter))
            .map_or(0, |before| before + text[before..].chars().next().map_or(1, char::len_utf8));
        let rest = &text[at + sign.len()..];
        let end = rest.find(|letter: char| letter.is_whitespace() || "'\"<>".contains(letter));
        (&text[start..at], &rest[..end.unwrap_or(rest.len())])
    })
}

/// `https://me:secret@host/x` without what stands before the host.
fn without_logins(text: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("://") {
        let (before, after) = rest.split_at(at + 3);
        shown.push_str(before);
        let ends = |letter: char| letter.is_whitespace() || "/?#'\"<>".contains(letter);
        let authority = &after[..after.find(ends).unwrap_or(after.len())];
        rest = &after[authority.rfind('@').map_or(0, |at| at + 1)..];
    }
    shown.push_str(rest);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shown_without_its_password() {
        for (address, shown) in [
            ("https://me:secret@host.org/me/x.git", "https://host.org/me/x.git"),
            ("https://ghp_0123456789@host.org/x.git", "https://host.org/x.git"),
            ("https://me:a@b@host.org/x.git", "https://host.org/x.git"),
            ("ssh://git:hunter22@host.org/x.git", "ssh://host.org/x.git"),
            ("https://host.org/x.git?private_token=abcdefgh", "https://host.org/x.git?private_token=***"),
            ("git@host.org:me/x.git", "git@host.org:me/x.git"),
            ("/srv/x.git", "/srv/x.git"),
        ] {
            assert_eq!(without_password(address), shown);
        }
    }

    #[test]
    fn what_others_say_shows_no_password_either() {
        let mut secrets = Secrets::default();
        secrets.hide_in("https://me:p%40ss-word@host.org/x.git?access_token=t0k3n");
        for (said, shown) in [
            (
                "fatal: unable to access 'https://me:p%40ss-word@host.org/x.git/'",
                "fatal: unable to access 'https://host.org/x.git/'",
            ),
            ("remote: the password p@ss-word is wrong", "remote: the password *** is wrong"),
            ("remote: t0k3n was revoked", "remote: *** was revoked"),
            ("warning: redirecting to http://other:pw@x.org/", "warning: redirecting to http://x.org/"),
            ("mail me@host.org", "mail me@host.org"),
        ] {
            assert_eq!(secrets.without(said), shown);
        }
    }
}
