//! Slips of strangers who write the document of a rule: each message says where, what was found there, and what would be
//! right. None of them speaks of types.

use milepost::Rule;

/// What was written in the place of `HERE`, each with the message.
type Slips = &'static [(&'static str, &'static str)];

#[test]
fn messages_to_authors_of_rules() {
    let groups = [
        DOCUMENTS,
        CUTS_OF_PACE,
        SCALES,
        MEASURES,
        CLASSES,
        CUTS,
        SETTINGS,
        PARAMETERS,
        WHOLES,
    ];
    for (document, slips) in groups {
        for (slip, message) in slips {
            let document = document.replace("HERE", slip);
            let refused = serde_json::from_str::<Rule>(&document).map_err(|error| error.to_string());
            assert_eq!(refused, Err((*message).to_owned()), "{document}");
        }
    }
}

/// The document itself.
const DOCUMENTS: (&str, Slips) = (
    "HERE",
    &[
        (
            r#""open-sdg""#,
            "expected the map of a rule, in which can stand `$schema`, `format`, `code`, `cuts`, `max_age`, `method`, found the text `open-sdg`",
        ),
        (
            "null",
            "expected the map of a rule, in which can stand `$schema`, `format`, `code`, `cuts`, `max_age`, `method`, found nothing (`null`): what is not known is left out",
        ),
        (
            r#"{"code":"open-sdg"}"#,
            "a rule has either `cuts` or a `method`; one that an office publishes has no document, and is asked for by its code, `Rule::by_code`",
        ),
        (r#"{"method":{}}"#, "code: the field `code` is missing"),
        (
            r#"{"code":12,"method":{}}"#,
            "code: expected a code, such as `gdp-2026`, found the number 12",
        ),
        (
            r#"{"code":"my rule","method":{}}"#,
            "code: `my rule` is not a code: it begins with an ASCII letter or digit, goes on with letters, digits, `-`, `_` or `.`, and has at most 64 characters; `my-rule` is one",
        ),
        (
            r#"{"code":"own","code":"other","method":{}}"#,
            "code: the field `code` stands twice",
        ),
        (
            r#"{"code":"own","name":"Our rule","method":{}}"#,
            "name: there is no field `name` here; a rule is called by its `code`",
        ),
        (
            r#"{"code":"own","methods":{}}"#,
            "methods: there is no field `methods` here; the nearest is `method`",
        ),
        (
            r#"{"code":"own","method":"open-sdg"}"#,
            "method: expected the map of a method, in which can stand `window`, `base`, `label`, `with_number`, `without_number`, `only`, `achieved`, `met_at_base`, `transform`, `rounding`, `in_percent`, `natural_limit_exponent`, `down_to`, `zero_as`, `passes_over_zero_bases`, `as_published`, `schedule`, `defaults`, `parameters`, `aggregation`, found the text `open-sdg`",
        ),
        (
            r#"{"code":"own","method":{}}"#,
            "method: a rule has a scale, for goals with a number or for those without",
        ),
        (
            r#"{"code":"own","cuts":{"ahead":"1","on_track":"0.9","lagging":"0.5","off_track":"0"},"method":{}}"#,
            "a rule has either `cuts` or a `method`; one that an office publishes has no document, and is asked for by its code, `Rule::by_code`",
        ),
        (
            r#"{"code":"own","with_number":{}}"#,
            "with_number: there is no field `with_number` here; it stands in the `method`",
        ),
        (
            r#"{"code":"own","bands":[]}"#,
            "bands: there is no field `bands` here; what can stand here is `$schema`, `format`, `code`, `cuts`, `max_age`, `method`",
        ),
        (
            r#"{"format":2,"kode":"own"}"#,
            "format: the format 2 is not known here; this version reads format 1",
        ),
        (
            r#"{"format":"1","code":"own"}"#,
            "format: expected a whole number from 0 on, as `1` without quotes, found the text `1`",
        ),
        (
            r#"{"code":"own","max_age":"2 years"}"#,
            "max_age: expected a whole number from 0 on, found the text `2 years`",
        ),
        (
            r#"{"code":"own","max_age":-1}"#,
            "max_age: expected a whole number from 0 on, found the number -1",
        ),
    ],
);

/// The cuts of pace.
const CUTS_OF_PACE: (&str, Slips) = (
    r#"{"code":"own","cuts":HERE}"#,
    &[
        (
            r#"{"ahead":"1.05","on_track":"0.95","lagging":"0.6"}"#,
            "cuts.off_track: the field `off_track` is missing",
        ),
        (
            r#"{"ahead":"1.05","on_track":"0.95","lagging":"0.6","off_track":"0","worsening":"-1"}"#,
            "cuts.worsening: there is no field `worsening` here; what can stand here is `ahead`, `on_track`, `lagging`, `off_track`",
        ),
        (
            r#"{"ahead":"1.05","on_track":"1.95","lagging":"0.6","off_track":"0"}"#,
            "cuts: cuts fall from the best class to the worst, and 1.95 does not lie below 1.05",
        ),
        (
            r#"{"ahead":"105","on_track":"95","lagging":"60","off_track":"0"}"#,
            "cuts: `cuts` are paces, where 1 is all of what is due and 10 the most, got 105; write 1.05 for 105 %",
        ),
        (
            r#"{"ahead":"1,05","on_track":"0.95","lagging":"0.6","off_track":"0"}"#,
            "cuts.ahead: `1,05` is not a decimal number: write it as `1.05`",
        ),
        (
            r#"["1.05","0.95","0.6","0"]"#,
            "cuts: expected a map of four paces, in which can stand `ahead`, `on_track`, `lagging`, `off_track`, found a list of 4",
        ),
    ],
);

/// A scale.
const SCALES: (&str, Slips) = (
    r#"{"code":"own","method":{"with_number":HERE}}"#,
    &[
        (
            r#""share_of_way""#,
            "method.with_number: expected a map of a measure and its classes, in which can stand `measures`, `bands`, `knots`, `range`, `shrinks`, `times`, found the text `share_of_way`",
        ),
        (
            r#"{"measure":"level","bands":[]}"#,
            "method.with_number.measure: there is no field `measure` here; the nearest is `measures`",
        ),
        (
            r#"{"measures":"level"}"#,
            "method.with_number.bands: the field `bands` is missing",
        ),
        (
            r#"{"measures":"level","classes":[]}"#,
            "method.with_number.classes: there is no field `classes` here; the classes of a scale are its `bands`",
        ),
        (
            r#"{"measures":"level","bands":{"good":"80"}}"#,
            "method.with_number.bands: expected a list, found a map",
        ),
        (
            r#"{"measures":"level","bands":["good"]}"#,
            "method.with_number.bands[0]: expected a map of a class and of where it begins, in which can stand `class`, `cut`, `score`, found the text `good`",
        ),
        (
            r#"{"measures":"level","bands":[],"growth":"linear"}"#,
            r#"method.with_number.growth: there is no field `growth` here; how growth is read stands in `measures`, as in `{"growth_ratio": "compound"}`"#,
        ),
        (
            r#"{"measures":"share_of_way","bands":[],"times":"100 %"}"#,
            "method.with_number.times: `100 %` is not a decimal number: write `100` in a unit of per cent, and `1` where a fraction is meant",
        ),
        (
            r#"{"measures":"share_of_way","bands":[],"times":"0"}"#,
            "method.with_number.times: `times` is a factor other than 0, got 0",
        ),
        (
            r#"{"measures":"share_of_way","bands":[],"knots":[["0","1"]]}"#,
            "method.with_number.knots[0]: expected a map of a number and its score, in which can stand `number`, `score`, found a list of 2",
        ),
        (
            r#"{"measures":"share_of_way","bands":[],"range":["0","1"]}"#,
            "method.with_number.range: expected a map of two scores, in which can stand `low`, `high`, found a list of 2",
        ),
        (
            r#"{"measures":"share_of_way","bands":[],"shrinks":"yes"}"#,
            "method.with_number.shrinks: expected `true` or `false`, found the text `yes`",
        ),
        (
            r#"{"measures":"share_of_way","bands":[],"knots":[{"number":"1","score":"1"},{"number":"0","score":"0"}]}"#,
            "method.with_number.knots: the points of a score stand in rising order of their numbers",
        ),
        (
            r#"{"measures":"share_of_way","bands":[],"range":{"low":"5","high":"0"}}"#,
            "method.with_number.range: the least score does not lie above the greatest, got 5 and 0",
        ),
    ],
);

/// What a scale measures.
const MEASURES: (&str, Slips) = (
    r#"{"code":"own","method":{"with_number":{"measures":HERE,"bands":[]}}}"#,
    &[
        (
            r#""growth_ratio""#,
            r#"method.with_number.measures: expected a measure: `share_of_way`, `level`, `change`, `mean`, `closeness`, `scheduled_share`, `completion`, `time_distance` or `total_change`; or `growth`, `growth_ratio`, `signed_growth_ratio`, `projected_change` or `remaining_gap` with how growth is read, as in `{"growth_ratio": "compound"}`, found the word `growth_ratio` alone"#,
        ),
        (
            r#""growth-ratio""#,
            "method.with_number.measures: `growth-ratio` cannot stand here; the nearest is `growth_ratio`",
        ),
        (
            r#""pace""#,
            r#"method.with_number.measures: expected a measure: `share_of_way`, `level`, `change`, `mean`, `closeness`, `scheduled_share`, `completion`, `time_distance` or `total_change`; or `growth`, `growth_ratio`, `signed_growth_ratio`, `projected_change` or `remaining_gap` with how growth is read, as in `{"growth_ratio": "compound"}`, found the text `pace`"#,
        ),
        (
            "1",
            r#"method.with_number.measures: expected a measure: `share_of_way`, `level`, `change`, `mean`, `closeness`, `scheduled_share`, `completion`, `time_distance` or `total_change`; or `growth`, `growth_ratio`, `signed_growth_ratio`, `projected_change` or `remaining_gap` with how growth is read, as in `{"growth_ratio": "compound"}`, found the number 1"#,
        ),
        (
            r#"["share_of_way"]"#,
            r#"method.with_number.measures: expected a measure: `share_of_way`, `level`, `change`, `mean`, `closeness`, `scheduled_share`, `completion`, `time_distance` or `total_change`; or `growth`, `growth_ratio`, `signed_growth_ratio`, `projected_change` or `remaining_gap` with how growth is read, as in `{"growth_ratio": "compound"}`, found a list of 1"#,
        ),
        (
            r#"{"growth_ratio":"exponential"}"#,
            "method.with_number.measures.growth_ratio: `exponential` is not a way to read growth: those are `compound`, `continuous`, `linear`, `linear_regression`, `weighted_regression`, `log_linear_regression`, `weighted_log_linear_regression`, `mean_yearly_change`, `cumulative_method`",
        ),
        (
            r#"{"growth_ratio":1}"#,
            "method.with_number.measures.growth_ratio: expected a way to read growth, one of `compound`, `continuous`, `linear`, `linear_regression`, `weighted_regression`, `log_linear_regression`, `weighted_log_linear_regression`, `mean_yearly_change`, `cumulative_method`, found the number 1",
        ),
        (
            r#"{"growth_ratio":"compound","level":null}"#,
            r#"method.with_number.measures: expected a measure: `share_of_way`, `level`, `change`, `mean`, `closeness`, `scheduled_share`, `completion`, `time_distance` or `total_change`; or `growth`, `growth_ratio`, `signed_growth_ratio`, `projected_change` or `remaining_gap` with how growth is read, as in `{"growth_ratio": "compound"}`, found a map with `growth_ratio`, `level`"#,
        ),
        (
            r#"{"share_of_way":"linear"}"#,
            r#"method.with_number.measures.share_of_way: expected the word alone, `"share_of_way"`, found the text `linear`"#,
        ),
    ],
);

/// The classes of a scale.
const CLASSES: (&str, Slips) = (
    r#"{"code":"own","method":{"with_number":{"measures":{"growth_ratio":"compound"},"bands":HERE}}}"#,
    &[
        (
            r#"[{"name":"a","status":"on_track"}]"#,
            "method.with_number.bands[0].name: there is no field `name` here; it stands in the `class` of a band",
        ),
        (
            r#"[{"class":"a"}]"#,
            "method.with_number.bands[0].class: expected a map with the name and the status of a class, in which can stand `name`, `status`, found the text `a`",
        ),
        (
            r#"[{"class":{"name":"a"}}]"#,
            "method.with_number.bands[0].class.status: the field `status` is missing",
        ),
        (
            r#"[{"class":{"name":"a","status":"on-track"}}]"#,
            "method.with_number.bands[0].class.status: `on-track` is not a status: those are `achieved`, `ahead`, `on_track`, `lagging`, `off_track`, `worsening`, `missed`, `not_due`, `unknown`",
        ),
        (
            r#"[{"class":{"name":"a","status":1}}]"#,
            "method.with_number.bands[0].class.status: expected a status, one of `achieved`, `ahead`, `on_track`, `lagging`, `off_track`, `worsening`, `missed`, `not_due`, `unknown`, found the number 1",
        ),
        (
            r#"[{"class":{"name":{"en":"a"},"status":"on_track"}}]"#,
            "method.with_number.bands[0].class.name: expected a text, found a map",
        ),
        (
            r#"[{"class":{"name":" ","status":"on_track"}}]"#,
            "method.with_number.bands[0].class.name: a class has a name, and this one is blank",
        ),
        (
            r#"[{"class":{"name":"a","status":"unknown"}}]"#,
            "method.with_number.bands[0].class.status: a class is of what was judged, and `unknown` is said of what was not: its status is `on_track`, `off_track` or another one",
        ),
        (
            r#"[{"class":{"name":"a","status":"on_track"},"at_least":"0.9"}]"#,
            r#"method.with_number.bands[0].at_least: there is no field `at_least` here; it stands in the `cut` of a band, as in `{"at_least": "0.95"}`"#,
        ),
        (
            r#"[{"class":{"name":"a","status":"on_track"},"colour":"green"}]"#,
            "method.with_number.bands[0].colour: there is no field `colour` here; what can stand here is `class`, `cut`, `score`",
        ),
        (
            r#"[{"class":{"name":"a","status":"on_track"}},{"class":{"name":"a","status":"on_track"},"cut":{"at_least":"0.5"}}]"#,
            "method.with_number.bands[0]: the class that takes whatever is left is the last one of its scale, and the only one without a cut",
        ),
        (
            r#"[{"class":{"name":"a","status":"on_track"},"cut":{"at_least":"0.5"}},{"class":{"name":"a","status":"on_track"},"cut":{"at_least":"0.9"}}]"#,
            "method.with_number.bands[1].cut: cuts fall from the best class to the worst, and 0.9 does not lie below 0.5",
        ),
        (
            r#"[{"class":{"name":"a","status":"on_track"},"cut":{"at_least":"0.5"}},{"class":{"name":"a","status":"on_track"},"cut":{"at_most":"0.2"}}]"#,
            "method.with_number.bands[1].cut: the cuts of one scale all ask for more, or all for less",
        ),
        (
            r#"[{"class":{"name":"a","status":"on_track"},"cut":{"at_least":"0.5"}},{"class":{"name":"a","status":"lagging"}}]"#,
            "method.with_number.bands[0].class.name: two classes of one scale are called `a`, one `on_track` and one `lagging`: give them one status, or two names",
        ),
        (
            r#"[{"class":{"name":"a","status":"on_track"},"score":1}]"#,
            r#"method.with_number.bands[0].score: expected a score, `{"fixed": "1"}` or `{"line": {"slope": "5", "intercept": "0"}}`, found the number 1"#,
        ),
        (
            r#"[{"class":{"name":"a","status":"on_track"},"score":"line"}]"#,
            r#"method.with_number.bands[0].score: expected a score, `{"fixed": "1"}` or `{"line": {"slope": "5", "intercept": "0"}}`, found the word `line` alone"#,
        ),
        (
            r#"[{"class":{"name":"a","status":"on_track"},"score":{"line":{"slope":"1"}}}]"#,
            "method.with_number.bands[0].score.line.intercept: the field `intercept` is missing",
        ),
        (
            r#"[{"class":{"name":"a","status":"on_track"},"score":{"line":["1","2"]}}]"#,
            "method.with_number.bands[0].score.line: expected a map, in which can stand `slope`, `intercept`, `shrinks`, found a list of 2",
        ),
    ],
);

/// Where a class begins.
const CUTS: (&str, Slips) = (
    r#"{"code":"own","method":{"with_number":{"measures":{"growth_ratio":"compound"},"bands":[{"class":{"name":"a","status":"on_track"},"cut":HERE}]}}}"#,
    &[
        (
            r#""0.5""#,
            r#"method.with_number.bands[0].cut: expected a cut, one of `at_least`, `more_than`, `at_most` or `less_than` as in `{"at_least": "0.95"}`, or `"required"`, found the text `0.5`"#,
        ),
        (
            "0.5",
            r#"method.with_number.bands[0].cut: expected a cut, one of `at_least`, `more_than`, `at_most` or `less_than` as in `{"at_least": "0.95"}`, or `"required"`, found the number 0.5"#,
        ),
        (
            r#"{"at_least":"0.9","at_most":"1"}"#,
            r#"method.with_number.bands[0].cut: expected a cut, one of `at_least`, `more_than`, `at_most` or `less_than` as in `{"at_least": "0.95"}`, or `"required"`, found a map with `at_least`, `at_most`"#,
        ),
        (
            r#"{"required":true}"#,
            r#"method.with_number.bands[0].cut.required: expected the word alone, `"required"`, found `true`"#,
        ),
        (
            r#""requird""#,
            "method.with_number.bands[0].cut: `requird` cannot stand here; the nearest is `required`",
        ),
        (
            r#"{"at_leest":"0.5"}"#,
            "method.with_number.bands[0].cut: `at_leest` cannot stand here; the nearest is `at_least`",
        ),
        (
            r#""at_least""#,
            r#"method.with_number.bands[0].cut: expected a cut, one of `at_least`, `more_than`, `at_most` or `less_than` as in `{"at_least": "0.95"}`, or `"required"`, found the word `at_least` alone"#,
        ),
        (
            r#"{"at_least":"a half"}"#,
            "method.with_number.bands[0].cut.at_least: `a half` is not a decimal number: write digits, as in `1781.8`; what is not known is left out, and a figure without a value has the status `missing`",
        ),
        (
            r#"{"at_least":true}"#,
            "method.with_number.bands[0].cut.at_least: expected a decimal number, best as a string, found `true`",
        ),
        (
            r#"{"at_least":"95"}"#,
            "method.with_number.bands[0].cut: `cut` is a part of what is promised, where 1 is all of it and 10 the most, unless the scale has `times`, got 95; write 0.95 for 95 %",
        ),
        (
            r#"["at_least","0.5"]"#,
            r#"method.with_number.bands[0].cut: expected a cut, one of `at_least`, `more_than`, `at_most` or `less_than` as in `{"at_least": "0.95"}`, or `"required"`, found a list of 2"#,
        ),
        (
            "{}",
            r#"method.with_number.bands[0].cut: expected a cut, one of `at_least`, `more_than`, `at_most` or `less_than` as in `{"at_least": "0.95"}`, or `"required"`, found a map"#,
        ),
        (
            r#""rest""#,
            r#"method.with_number.bands[0].cut: expected a cut, one of `at_least`, `more_than`, `at_most` or `less_than` as in `{"at_least": "0.95"}`, or `"required"`, found the text `rest`"#,
        ),
    ],
);

/// The settings of a method.
const SETTINGS: (&str, Slips) = (
    r#"{"code":"own","method":{"with_number":{"measures":{"growth_ratio":"compound"},"bands":[]},HERE}}"#,
    &[
        (
            r#""base":"nearest""#,
            r#"method.base: expected a base, `"exact"`, `"next_later"`, `{"nearest": 3}` or `{"earlier_then_later": 3}`, found the word `nearest` alone"#,
        ),
        (
            r#""base":{"nearest":300}"#,
            "method.base.nearest: expected a whole number from 0 to 255, found the number 300",
        ),
        (
            r#""base":{"nearest":0}"#,
            "method.base: `nearest` is how many years beside its own the base can lie, 1 or more, got 0; write `exact`",
        ),
        (
            r#""base":"2015""#,
            r#"method.base: expected a base, `"exact"`, `"next_later"`, `{"nearest": 3}` or `{"earlier_then_later": 3}`, found the text `2015`"#,
        ),
        (
            r#""window":"last_years""#,
            r#"method.window: expected a window, `"since_base"`, `{"last_years": {"years": 5, "at_least": 3}}` or `{"since_year": 2015}`, found the word `last_years` alone"#,
        ),
        (
            r#""window":{"last_years":5}"#,
            "method.window.last_years: expected a map, in which can stand `years`, `at_least`, found the number 5",
        ),
        (
            r#""window":{"last_years":{"years":5}}"#,
            "method.window.last_years.at_least: the field `at_least` is missing",
        ),
        (
            r#""window":{"last_years":{"years":2,"at_least":3}}"#,
            "method.window: a window of 2 years cannot span 3",
        ),
        (
            r#""window":{"since_year":"2015"}"#,
            "method.window.since_year: expected a whole number, as `2015` without quotes, found the text `2015`",
        ),
        (
            r#""window":5"#,
            r#"method.window: expected a window, `"since_base"`, `{"last_years": {"years": 5, "at_least": 3}}` or `{"since_year": 2015}`, found the number 5"#,
        ),
        (
            r#""transform":"away_from""#,
            r#"method.transform: expected a transformation, `"none"`, `"normalised"`, `"parity"`, `{"away_from": "50"}` or `"chained"`, found the word `away_from` alone"#,
        ),
        (
            r#""transform":"normalized""#,
            "method.transform: `normalized` cannot stand here; the nearest is `normalised`",
        ),
        (
            r#""transform":"log""#,
            r#"method.transform: expected a transformation, `"none"`, `"normalised"`, `"parity"`, `{"away_from": "50"}` or `"chained"`, found the text `log`"#,
        ),
        (
            r#""rounding":1"#,
            "method.rounding: expected a map of a rounding, in which can stand `values`, `rates`, found the number 1",
        ),
        (
            r#""rounding":{"rates":"2"}"#,
            "method.rounding.rates: expected a whole number from 0 to 255, as `2` without quotes, found the text `2`",
        ),
        (
            r#""in_percent":"true""#,
            "method.in_percent: expected `true` without quotes, found the text `true`",
        ),
        (
            r#""down_to":"losts""#,
            "method.down_to: `losts` cannot stand here; the nearest is `losses`",
        ),
        (
            r#""only":"up""#,
            "method.only: `up` is not a direction: those are `rising`, `falling`",
        ),
        (
            r#""label":"start""#,
            "method.label: `start` is not a label of a year: those are `first`, `middle`, `last`",
        ),
        (
            r#""schedule":{"1":"0.2"}"#,
            "method.schedule: expected a list, found a map",
        ),
        (
            r#""schedule":["20","100"]"#,
            "method.schedule: nothing in this rule reads `schedule`: the measure `scheduled_share` does",
        ),
        (
            r#""achieved":"target achieved""#,
            "method.achieved: expected a map of a class and its score, in which can stand `class`, `score`, `strictly`, `line`, `alone`, found the text `target achieved`",
        ),
        (
            r#""achieved":{"class":{"name":"a","status":"achieved"},"line":"the goal"}"#,
            r#"method.achieved.line: expected a line, `"goal"`, `"goal_or_zero"` or `"level"`, found the text `the goal`"#,
        ),
        (
            r#""natural_limit":"100""#,
            "method.natural_limit: there is no field `natural_limit` here; it stands in `parameters`, under the code of an indicator or a target, or in `defaults` for all of them",
        ),
        (
            r#""cuts":["0.9"]"#,
            "method.cuts: there is no field `cuts` here; it stands in `parameters`, under the code of an indicator or a target, or in `defaults` for all of them",
        ),
        (
            r#""defaults":{"required":"-0.026"}"#,
            "method.defaults.required: `required` is the movement per year towards the goal, a fraction above 0 whichever way is better, got -0.026; write 0.026",
        ),
        (
            r#""parameters":[{"code":"gdp","required":"0.02"}]"#,
            "method.parameters: expected a map whose keys are the codes of indicators or targets, found a list of 1",
        ),
        (
            r#""parameters":{"g d p":{"required":"0.02"}}"#,
            "method.parameters.g d p: `g d p` is not a code: it begins with an ASCII letter or digit, goes on with letters, digits, `-`, `_` or `.`, and has at most 64 characters; `g-d-p` is one",
        ),
        (
            r#""parameters":{"gdp":{"required":"0.02"},"gdp":{}}"#,
            "method.parameters.gdp: the field `gdp` stands twice",
        ),
    ],
);

/// What it is told of an indicator.
const PARAMETERS: (&str, Slips) = (
    r#"{"code":"own","method":{"with_number":{"measures":{"growth_ratio":"compound"},"bands":[{"class":{"name":"a","status":"on_track"},"cut":{"at_least":"0.9"}}]},"parameters":{"gdp":HERE}}}"#,
    &[
        (
            r#"{"required":"-0.026"}"#,
            "method.parameters.gdp.required: `required` is the movement per year towards the goal, a fraction above 0 whichever way is better, got -0.026; write 0.026",
        ),
        (
            r#"{"required":"2.6"}"#,
            "method.parameters.gdp.required: `required` is the movement per year towards the goal, a fraction above 0 whichever way is better, got 2.6; write 0.026 for 2.6 %",
        ),
        (
            r#"{"required":"2.6 %"}"#,
            "method.parameters.gdp.required: `2.6 %` is not a decimal number: write `2.6` in a unit of per cent, and `0.026` where a fraction is meant",
        ),
        (
            r#"{"requires":"0.026"}"#,
            "method.parameters.gdp.requires: there is no field `requires` here; the nearest is `required`",
        ),
        (
            r#"{"cuts":"0.9"}"#,
            r#"method.parameters.gdp.cuts: expected a list, such as `["0.9"]`, found the text `0.9`"#,
        ),
        (
            r#"{"cuts":["0.9","0.5"]}"#,
            "method.parameters.gdp.cuts: this rule has 1 cut that can be replaced, got 2",
        ),
        (
            r#"{"level":"95"}"#,
            "method.parameters.gdp.level: nothing in this rule reads `level`: values that are `normalised` do, and `achieved` where a movement is measured",
        ),
        (
            r#""0.02""#,
            "method.parameters.gdp: expected a map of parameters, in which can stand `natural_limit`, `level`, `required`, `lower`, `optimum`, `transform`, `scale`, `cuts`, found the text `0.02`",
        ),
        (
            r#"{"scale":"binary"}"#,
            "method.parameters.gdp.scale: expected a map of a measure and its classes, in which can stand `measures`, `bands`, `knots`, `range`, `shrinks`, `times`, found the text `binary`",
        ),
    ],
);

/// How it makes a whole of several.
const WHOLES: (&str, Slips) = (
    r#"{"code":"own","method":{"with_number":{"measures":{"growth_ratio":"compound"},"bands":[]},"aggregation":HERE}}"#,
    &[
        (
            r#""mean""#,
            "method.aggregation: expected a map of how targets make a whole, in which can stand `statistic`, `bands`, `all_achieved`, `least_share`, found the text `mean`",
        ),
        (
            r#"{"statistic":"average","bands":[]}"#,
            "method.aggregation.statistic: `average` is not a statistic: those are `mean`, `median`, `two_worst`, `worst`",
        ),
        (
            r#"{"bands":[]}"#,
            "method.aggregation.statistic: the field `statistic` is missing",
        ),
        (
            r#"{"statistic":"mean","bands":[],"least_share":"50"}"#,
            "method.aggregation.least_share: `least_share` is the share of the parts that must be assessed, from 0 to 1, got 50; write 0.5 for 50 %",
        ),
        (
            r#"{"statistic":"mean","bands":[{"class":{"name":"a","status":"on_track"},"score":{"line":{"slope":"1","intercept":"0"}}}]}"#,
            "method.aggregation.bands[0].score.line: nothing in this rule reads `line`: only `achieved` has one, and the score of a class of a scale",
        ),
    ],
);
