//! Words of heads that say that a column holds promises, and no figures.

/// Whether a head says in words that what stands beneath is promised or planned: `2030 target`, `Zielwert 2030`, `2030
/// 目标`.
pub(in crate::table) fn says_promise(head: &str) -> bool {
    const WORDS: [&str; 20] = [
        "target",
        "targets",
        "goal",
        "goals",
        "objective",
        "planned",
        "plan",
        "pledge",
        "ziel",
        "ziele",
        "zielwert",
        "soll",
        "sollwert",
        "objectif",
        "cible",
        "prévu",
        "objetivo",
        "meta",
        "commitment",
        "promised",
    ];
    const CHARACTERS: [&str; 6] = ["目标", "目標", "规划", "規劃", "计划", "計劃"];
    let mut words = head.split(|one: char| !one.is_alphabetic());
    words.any(|word| WORDS.contains(&&*word.to_lowercase())) || CHARACTERS.iter().any(|said| head.contains(said))
}
