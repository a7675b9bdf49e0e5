//! What reads each setting of a rule, for the message about a setting that nothing reads.

/// Settings by their names in documents, each with the words for what reads it.
const READERS: &[(&str, &str)] = &[
    ("strictly", "only `achieved` has it"),
    ("alone", "only `achieved` has it"),
    ("line", "only `achieved` has one, and the score of a class of a scale"),
    ("schedule", "the measure `scheduled_share` does"),
    (
        "window",
        "a movement does, and of the figures since a year growth, `mean` and `total_change`",
    ),
    ("base", "a movement does, in every window but `last_years`"),
    ("achieved", "every measure but `level` does"),
    ("met_at_base", "every measure but `level` does"),
    (
        "in_percent",
        "`level`, `mean`, `rounding.values` and `achieved` by its level do",
    ),
    (
        "rounding.rates",
        "`growth`, `growth_ratio` and `signed_growth_ratio` do",
    ),
    ("natural_limit_exponent", "a scale that `shrinks` does"),
    ("down_to", "growth that compounds does"),
    ("zero_as", "every measure but `level` and `mean` does"),
    (
        "passes_over_zero_bases",
        "a measure that divides by its base does, in every window but `last_years`",
    ),
    (
        "as_published",
        "`zero_as`, `achieved`, `share_of_way` and ratios of growth do",
    ),
    ("natural_limit", "a scale that `shrinks` does"),
    (
        "level",
        "values that are `normalised` do, and `achieved` where a movement is measured",
    ),
    ("required", "growth and `total_change` do"),
    ("lower", "values that are `normalised` do, with both of their ends"),
    ("optimum", "values that are `normalised` do, with both of their ends"),
    (
        "shrinks",
        "a scale does where there is a `natural_limit_exponent`, and a score where its scale `shrinks`",
    ),
    ("score", "a scale without `knots` does"),
    ("knots", "a scale with `bands` does"),
    ("range", "a scale whose classes have a `score` does"),
];

/// The end of the message about a setting that nothing in the rule reads: which kind of rule would read it.
pub(super) fn advice_for_unread(setting: &str) -> &'static str {
    let known = READERS.iter().find(|(name, _)| *name == setting);
    known.map_or("leave it out", |(_, reader)| *reader)
}
