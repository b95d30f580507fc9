//! Whether what an answer says near a point can be anything but the point.

use super::align::PointAlignment;
use super::claim::{LEAST, PointClaim, REACH, holds};
use super::tokens::AnswerToken;
use super::words::{FILLERS, LinkKind, OPENING, PREDICATE};

/// A list has a pause for as many words at most.
const SPACED: f32 = 6.0;
/// So many places show how an answer links words.
const MANY: usize = 4;
/// Where as many words were found, an answer may pause once where the point goes on.
const BREAKING: f32 = 4.0;
/// Less than this share of its words, without its formulas, is not enough either.
const WORDS: f32 = 0.4;
/// A clause of more words was typed without marks.
const UNMARKED: f32 = 15.0;
/// Words that limit what stands before them, behind a comma too.
const LIMITS: [&str; 3] = ["only", "unless", "except"];
/// An answer with fewer function words than this for each of the others may be a list.
const LINKED: f32 = 0.3;
/// So many words before a match bear on it.
const BEFORE: f32 = 4.0;
/// So many behind it.
const BEHIND: f32 = 3.0;

/// Whether an answer practically certainly says a point, as far as its words go. Tokens of the answer that
/// belong to other points are `taken`.
pub(super) fn is_certain(
    claim: &PointClaim,
    answer: &[AnswerToken],
    aligned: &PointAlignment,
    taken: &dyn Fn(usize) -> bool,
    opens: &dyn Fn(usize) -> bool,
) -> bool {
    let (Some(first), Some(last)) = (aligned.pairs.first(), aligned.pairs.last()) else { return false };
    let point = &claim.tokens;
    let weight: f32 = aligned.pairs.iter().map(|(own, _)| point[*own].weight()).sum();
    aligned.is_enough()
        && weight >= LEAST
        && spanned(answer, first.1, last.1) <= spanned(point, first.0, last.0).max(1)
        && aligned.pairs.windows(2).all(|two| fits_between(point, answer, two[0], two[1]))
        && !aligned.pairs.windows(3).any(|three| is_replaced(three[0], three[1], three[2]))
        && says_its_words(point, &aligned.pairs)
        && fits_beside(claim, answer, (*first, *last), taken, opens)
        && !ClaimLinks::of(point, answer, &aligned.pairs).is_bare(is_sparse(answer))
        && !is_moved(claim, answer, aligned, taken)
        && !claim.has_other_numbers(answer, aligned, taken)
}

/// How many sentences end between two tokens.
fn spanned(tokens: &[AnswerToken], first: usize, last: usize) -> usize {
    tokens[last].sentence - tokens[first].sentence
}

/// Whether two neighbours stand in one formula, so that neither goes without the other.
fn are_joined(tokens: &[AnswerToken], left: usize) -> bool {
    tokens.get(left..left + 2).is_some_and(|two| two.iter().all(AnswerToken::is_symbol) && two[1].is_joined)
}

/// Whether nothing between two pairs can change what is said: words of no weight left out, none put in, and no
/// linking word in the place of one that says something else.
fn fits_between(
    point: &[AnswerToken],
    answer: &[AnswerToken],
    from: (usize, usize),
    to: (usize, usize),
) -> bool {
    let skipped = &point[from.0 + 1..to.0];
    let added = &answer[from.1 + 1..to.1];
    let is_cut = !skipped.is_empty() && (are_joined(point, from.0) || are_joined(point, to.0 - 1));
    // In a list of words a comma stands where the point goes on.
    let is_list = !skipped.is_empty()
        && answer[from.1].clause < answer[to.1].clause
        && point[from.0].clause == point[to.0].clause;
    (skipped.is_empty() || added.is_empty())
        && added.chunk_by(|one, next| one.is_han() == next.is_han()).all(|run| may_add(point, run))
        && !is_list
        && !skipped.iter().any(|token| token.is_negation())
        && !is_cut
        && are_linked_alike(&point[from.0 + 1..=to.0], &answer[from.1 + 1..=to.1])
}

/// Whether words that were put in say nothing, or only what the point has, once more. A Chinese run is one
/// or two words.
fn may_add(point: &[AnswerToken], run: &[AnswerToken]) -> bool {
    let is_known = |token: &AnswerToken| !token.is_negation() && !token.is_symbol() && holds(point, token);
    let is_filler =
        |run: &[AnswerToken]| FILLERS.has(&run.iter().map(|token| token.key.as_str()).collect::<String>());
    // `the one of` stands for a name.
    let is_pronoun = |token: &AnswerToken| token.key == "one" && token.links.contains(&"the");
    run.iter().all(|token| is_known(token) || is_pronoun(token) || is_filler(std::slice::from_ref(token)))
        || run[0].is_han()
            && (is_filler(run) || (1..run.len()).any(|at| is_filler(&run[..at]) && is_filler(&run[at..])))
}

/// Whether a word is left out on one side of a pair and another put in on the other: in its place.
fn is_replaced(left: (usize, usize), at: (usize, usize), right: (usize, usize)) -> bool {
    let (skipped, added) = (at.0 - left.0 > 1, at.1 - left.1 > 1);
    let (skips, adds) = (right.0 - at.0 > 1, right.1 - at.1 > 1);
    skipped && adds || added && skips
}

/// Whether the words that were found are no mere formula, where the point has more than one.
fn says_its_words(point: &[AnswerToken], pairs: &[(usize, usize)]) -> bool {
    let weigh = |token: &AnswerToken| if token.is_symbol() { 0.0 } else { token.weight() };
    let all: f32 = point.iter().map(weigh).sum();
    let found: f32 = pairs.iter().map(|pair| weigh(&point[pair.0])).sum();
    found >= WORDS * all
}

/// Whether the linking words before these tokens let the same be said: none stands in the place of one that says
/// something else, and none goes or comes where a word does.
fn are_linked_alike(point: &[AnswerToken], answer: &[AnswerToken]) -> bool {
    let kinds = |tokens: &[AnswerToken]| -> Vec<LinkKind> {
        tokens.iter().flat_map(|token| &token.links).filter_map(|link| LinkKind::of(link)).collect()
    };
    let (own, theirs) = (kinds(point), kinds(answer));
    let count = |kinds: &[LinkKind], one: LinkKind| kinds.iter().filter(|kind| **kind == one).count();
    let mut lacking = own.iter().filter(|kind| count(&own, **kind) > count(&theirs, **kind)).peekable();
    let other = || theirs.iter().filter(|kind| count(&theirs, **kind) > count(&own, **kind));
    let (skips, adds) = (point.len() > 1, answer.len() > 1);
    let is_replaced = adds && lacking.peek().is_some() || skips && other().any(|kind| kind.is_quantity());
    !is_replaced && !lacking.any(|kind| other().any(|other| kind.excludes(*other)))
}

/// The same for what stands before the first pair and after the last: near by, in the same clause, and not on
/// the other side of what says another point.
fn fits_beside(
    claim: &PointClaim,
    answer: &[AnswerToken],
    (first, last): ((usize, usize), (usize, usize)),
    taken: &dyn Fn(usize) -> bool,
    opens: &dyn Fn(usize) -> bool,
) -> bool {
    let point = &claim.tokens;
    let goes_on = |at: &usize, pair: usize| answer[*at].clause == answer[pair].clause && !taken(*at);
    let lead = (0..first.1).rev().take_while(|at| goes_on(at, first.1));
    let lead = within(BEFORE, lead.map(|at| &answer[at]));
    let tail = (last.1 + 1..answer.len()).take_while(|at| goes_on(at, last.1) && !opens(*at));
    let tail = within(BEHIND, tail.map(|at| &answer[at]));
    let rest = (last.1 + 1..answer.len())
        .take_while(|at| answer[*at].sentence == answer[last.1].sentence && !taken(*at));
    let rest = within(BEHIND, rest.map(|at| &answer[at]));
    // The name of the point may stand there or not; something else instead may not.
    let is_name = |token: &&AnswerToken| holds(claim.names(), token);
    let unnamed = claim.names().iter().filter(|name| !holds(lead.iter().copied(), name));
    let before: Vec<&AnswerToken> = point[claim.name..first.0].iter().collect();
    let after: Vec<&AnswerToken> = point[last.0 + 1..].iter().collect();
    let lacks = unnamed.count() + before.len() > 0;
    let other = lead.iter().any(|token| !is_name(token));
    let is_begun = before.is_empty() && begins_clause(claim, answer, first.1);
    let lead = if is_begun { &lead[..lead.len().min(1)] } else { &lead[..] };
    // A point whose clause was said to its end may lack the next.
    let is_open = after.first().is_some_and(|next| next.clause == point[last.0].clause);
    let is_negated = [&before, &after, &tail].into_iter().flatten().any(|token| token.is_negation())
        || lead.iter().any(|token| token.is_negation() && !is_name(token));
    let is_limited = rest.iter().any(|token| token.is_negation() && LIMITS.contains(&token.key.as_str()));
    let is_subject =
        tail.first().is_some_and(|next| next.links.first().is_some_and(|link| PREDICATE.has(link)));
    let is_cut = first.0 > claim.name && are_joined(point, first.0 - 1) || are_joined(point, last.0);
    let begins_alike =
        are_linked_alike(std::slice::from_ref(&point[first.0]), std::slice::from_ref(&answer[first.1]));
    let is_replaced = lacks && other && !is_begun || is_open && !tail.is_empty();
    begins_alike && !(is_negated || is_limited || is_subject || is_cut || is_replaced)
}

/// Whether a claim that has a subject of its own begins there, whatever stands before it: a word says so, or the
/// clause is so long that it is several, typed without their marks.
fn begins_clause(claim: &PointClaim, answer: &[AnswerToken], at: usize) -> bool {
    let links = &answer[at].links;
    let clause = answer.iter().filter(|token| token.clause == answer[at].clause);
    claim.has_subject()
        && (links.iter().any(|link| OPENING.has(link))
            || clause.map(AnswerToken::weight).sum::<f32>() >= UNMARKED)
}

/// As many of these tokens as weigh no more than this.
fn within<'a>(most: f32, tokens: impl Iterator<Item = &'a AnswerToken>) -> Vec<&'a AnswerToken> {
    let mut weight = 0.0;
    let fits = |token: &&AnswerToken| {
        weight += token.weight();
        weight <= most
    };
    tokens.take_while(fits).collect()
}

/// How an answer links the words of a point.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ClaimLinks {
    /// So often the point has words that make a claim between two of those found.
    own: usize,
    /// So often the answer has some there too.
    alike: usize,
    /// So often the answer pauses where the point goes on.
    breaks: usize,
    /// The weight of what was found.
    weight: f32,
    /// Most of what was found are numbers and signs.
    is_formula: bool,
}

impl ClaimLinks {
    pub(super) fn of(point: &[AnswerToken], answer: &[AnswerToken], pairs: &[(usize, usize)]) -> ClaimLinks {
        let is_linked = |tokens: &[AnswerToken]| {
            tokens.iter().flat_map(|token| &token.links).any(|link| makes_claim(link))
        };
        let signs = pairs.iter().filter(|pair| point[pair.0].is_symbol()).count();
        let mut linking = ClaimLinks {
            weight: pairs.iter().map(|pair| point[pair.0].weight()).sum(),
            is_formula: signs * 2 > pairs.len(),
            ..ClaimLinks::default()
        };
        for two in pairs.windows(2) {
            let (own, theirs) = (&point[two[0].0 + 1..=two[1].0], &answer[two[0].1 + 1..=two[1].1]);
            linking.own += usize::from(is_linked(own));
            linking.alike += usize::from(is_linked(own) && is_linked(theirs));
            linking.breaks += usize::from(
                point[two[0].0].clause == point[two[1].0].clause
                    && answer[two[0].1].clause < answer[two[1].1].clause,
            );
        }
        linking
    }

    /// What several points come to.
    pub(super) fn sum(all: impl Iterator<Item = ClaimLinks>) -> ClaimLinks {
        all.fold(ClaimLinks::default(), |sum, one| ClaimLinks {
            own: sum.own + one.own,
            alike: sum.alike + one.alike,
            breaks: sum.breaks + one.breaks,
            weight: sum.weight + one.weight,
            is_formula: false,
        })
    }

    /// Whether it strings words together where the points make claims of them.
    pub(super) fn is_list(&self) -> bool {
        self.own >= MANY && self.alike * 4 < self.own
            || self.breaks + 1 >= MANY && self.breaks as f32 * SPACED > self.weight
    }

    /// The same of one point, where less shows it.
    fn is_bare(&self, is_sparse: bool) -> bool {
        let least = if is_sparse { 2 } else { 4 };
        let few = if self.is_formula { 3 } else { 2 };
        self.own >= few && self.alike * least < self.own || self.breaks > usize::from(self.weight >= BREAKING)
    }
}

/// Whether an answer has hardly any function words.
fn is_sparse(answer: &[AnswerToken]) -> bool {
    let all: f32 = answer.iter().map(AnswerToken::weight).sum();
    let links: usize = answer.iter().map(|token| token.links.len()).sum();
    (links as f32) < LINKED * all
}

/// Whether a linking word belongs to what makes a claim of words; those that say how often do not.
fn makes_claim(link: &str) -> bool {
    !matches!(LinkKind::of(link), Some(LinkKind::Most | LinkKind::Some | LinkKind::All | LinkKind::Always))
}

/// Whether a word of the point that was not found in its place stands in another near by, as in sides swapped.
fn is_moved(
    claim: &PointClaim,
    answer: &[AnswerToken],
    aligned: &PointAlignment,
    taken: &dyn Fn(usize) -> bool,
) -> bool {
    let (Some(first), Some(last)) = (aligned.pairs.first(), aligned.pairs.last()) else { return false };
    let near = answer[first.1].sentence..=answer[last.1].sentence;
    let room = claim.tokens.len().max(REACH);
    let window = first.1.saturating_sub(room)..=last.1 + room;
    let is_free = |at: usize| !aligned.pairs.iter().any(|pair| pair.1 == at) && !taken(at);
    let lacking =
        (claim.name..claim.tokens.len()).filter(|own| !aligned.pairs.iter().any(|pair| pair.0 == *own));
    let lacking: Vec<&AnswerToken> = lacking.map(|own| &claim.tokens[own]).collect();
    let others = answer.iter().enumerate().filter(|(at, _)| window.contains(at));
    let mut others = others.filter(|(at, other)| near.contains(&other.sentence) && is_free(*at));
    others.any(|(_, other)| holds(lacking.iter().copied(), other))
}
