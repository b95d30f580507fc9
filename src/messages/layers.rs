//! The words of the layers of an answer.

table! {
    /// The layers of an answer, in one language.
    pub struct LayerMessages;

    /// What stands below the core of an answer: bonus points, mistakes, follow-ups.
    rest: fn(usize, usize, usize) -> String =
        |bonus, mistakes, follow_ups| {
            let count = |count: usize, one: &str, many: &str| match count {
                0 => None,
                1 => Some(format!("1 {one}")),
                _ => Some(format!("{count} {many}")),
            };
            let parts = [
                count(bonus, "bonus", "bonus"),
                count(mistakes, "mistake", "mistakes"),
                count(follow_ups, "follow-up", "follow-ups"),
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        },
        |bonus, mistakes, follow_ups| {
            let count = |count: usize, what: &str| (count > 0).then(|| format!("{count} 个{what}"));
            let parts = [count(bonus, "加分项"), count(mistakes, "误区"), count(follow_ups, "追问")];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        };
    /// The question that a follow-up follows up on, above it.
    follows: fn(&str) -> String =
        |question| format!("Follow-up to: {question}"),
        |question| format!("承接：{question}");
    /// Heading of the questions that follow.
    follow_ups = "Follow-ups", "追问";
}
