//! Figures of which their publisher says several things.

use milepost::series::Flags;
use milepost::{
    Bound, Caveat, Caveats, Goal, Ground, Measure, Missing, ObservationStatus, Reason, Status, Target, dec,
};

use crate::setting::{Figures, assessed, judged, period, promise_from};

fn rising(measure: Measure) -> Target {
    promise_from(measure, dec!(40), Goal::level(Bound::AtLeast(dec!(90))))
}

fn falling(measure: Measure) -> Target {
    promise_from(measure, dec!(90), Goal::level(Bound::AtMost(dec!(40))))
}

#[test]
fn a_break_and_more_are_all_kept() {
    let broken = Reason::from(Missing::series_break(period("2023")));
    let cases: &[(&str, Target, &str, Status, Reason, &[Caveat])] = &[
        (
            "break and provisional",
            rising(Measure::Share),
            "60 break provisional",
            Status::Unknown,
            broken,
            &[Caveat::Provisional, Caveat::SeriesBreak],
        ),
        (
            "in the other order",
            rising(Measure::Share),
            "60 provisional break",
            Status::Unknown,
            broken,
            &[Caveat::Provisional, Caveat::SeriesBreak],
        ),
        (
            "of a flow",
            rising(Measure::Flow),
            "60 break estimated",
            Status::Unknown,
            broken,
            &[Caveat::Estimated, Caveat::SeriesBreak],
        ),
        (
            "falling",
            falling(Measure::Stock),
            "70 break definition_differs",
            Status::Unknown,
            broken,
            &[Caveat::DefinitionDiffers, Caveat::SeriesBreak],
        ),
        (
            "a level's own bound decides",
            rising(Measure::Share),
            "90 break provisional",
            Status::Achieved,
            Reason::from(Ground::BoundMet),
            &[
                Caveat::Provisional,
                Caveat::SeriesBreak,
                Caveat::Early,
                Caveat::TooCloseToCall,
            ],
        ),
        (
            "one unit of the last digit below it does not",
            rising(Measure::Share),
            "89 break provisional",
            Status::Unknown,
            broken,
            &[Caveat::Provisional, Caveat::SeriesBreak],
        ),
        (
            "a change has no bound of its own",
            promise_from(Measure::Stock, dec!(40), Goal::change(Bound::AtLeast(dec!(1)))),
            "90 break provisional",
            Status::Unknown,
            broken,
            &[Caveat::Provisional, Caveat::SeriesBreak],
        ),
        (
            "a break alone",
            rising(Measure::Share),
            "60 break",
            Status::Unknown,
            broken,
            &[Caveat::SeriesBreak],
        ),
        (
            "no break",
            rising(Measure::Share),
            "60 provisional definition_differs",
            Status::OnTrack,
            Reason::from(Ground::Pace),
            &[Caveat::Provisional, Caveat::DefinitionDiffers],
        ),
    ];
    for (name, target, figure, status, reason, caveats) in cases {
        let verdict = judged(target, &[("2023", figure)], "2024-01-31");
        assert_eq!((verdict.status, verdict.reason), (*status, *reason), "{name}");
        assert_eq!(verdict.caveats, caveats.iter().copied().collect(), "{name}");
    }
}

#[test]
fn each_is_named_beside_an_unchanged_status() {
    let cases: &[(&str, &[Caveat])] = &[
        ("normal", &[]),
        ("provisional", &[Caveat::Provisional]),
        ("estimated", &[Caveat::Estimated]),
        ("imputed", &[Caveat::Imputed]),
        ("low_reliability", &[Caveat::LowReliability]),
        ("definition_differs", &[Caveat::DefinitionDiffers]),
        ("not_significant", &[Caveat::NotSignificant]),
        ("low_reliability imputed", &[Caveat::Imputed, Caveat::LowReliability]),
    ];
    for target in [rising(Measure::Stock), rising(Measure::Flow), falling(Measure::Share)] {
        for (said, caveats) in cases {
            let plain = judged(&target, &[("2023", "65")], "2024-01-31");
            let assessment = assessed(&target, &[("2023", &format!("65 {said}"))], "2024-01-31");
            assert_eq!(assessment.verdict.status, plain.status, "{said}");
            assert_eq!(assessment.verdict.caveats, caveats.iter().copied().collect(), "{said}");
            let flags: Vec<_> = assessment
                .evidence
                .observed
                .unwrap()
                .status
                .iter()
                .map(ObservationStatus::name)
                .collect();
            let mut words: Vec<_> = said.split(' ').filter(|word| *word != "normal").collect();
            words.sort_unstable();
            assert_eq!(flags.len(), words.len(), "{said}");
            assert!(flags.iter().all(|flag| words.contains(flag)), "{said}");
        }
    }
}

#[test]
fn what_excludes_a_value_withdraws_the_figure() {
    for said in [
        "missing",
        "confidential",
        "not_applicable",
        "confidential provisional",
        "missing break",
    ] {
        let withdrawn = format!("missing {said}");
        let figures = [("2023@2024-01-05", "60"), ("2023@2024-01-10", &*withdrawn)];
        for (as_of, status) in [("2024-01-09", Status::OnTrack), ("2024-01-10", Status::Unknown)] {
            let verdict = judged(&rising(Measure::Share), &figures, as_of);
            assert_eq!(verdict.status, status, "{said}");
            assert_eq!(verdict.caveats, Caveats::NONE, "{said}");
        }
    }
}

#[test]
fn a_forecast_is_not_seen_whatever_else_is_said() {
    let figures: Figures<'_> = &[("2022", "50"), ("2023", "90 forecast estimated")];
    let verdict = judged(&rising(Measure::Share), figures, "2024-01-31");
    assert_eq!(verdict.deciding_period, Some(period("2022")));
    // An estimate is known before its period is over, a break beside it: it achieves nothing, and no share of the way.
    let figures: Figures<'_> = &[("2023@2023-06-01", "90 break estimated")];
    let verdict = judged(&rising(Measure::Share), figures, "2023-06-30");
    assert_eq!(
        (verdict.status, verdict.deciding_period),
        (Status::Unknown, Some(period("2023")))
    );
}

#[test]
fn a_sum_joins_what_is_said_of_its_parts() {
    let quarters = |first: &'static str, last: &'static str| {
        [
            ("2023-Q1", first),
            ("2023-Q2", "20"),
            ("2023-Q3", "20"),
            ("2023-Q4", last),
        ]
    };
    for (first, last, flags) in [
        ("20", "20", Flags::NONE),
        ("20 imputed", "20", ObservationStatus::Imputed.into()),
        ("20", "20 imputed", ObservationStatus::Imputed.into()),
        (
            "20 provisional",
            "20 estimated low_reliability",
            Flags::from([
                ObservationStatus::Provisional,
                ObservationStatus::Estimated,
                ObservationStatus::LowReliability,
            ]),
        ),
        (
            "20 provisional break",
            "20",
            Flags::from([ObservationStatus::Provisional, ObservationStatus::Break]),
        ),
    ] {
        let assessment = assessed(&rising(Measure::Flow), &quarters(first, last), "2024-01-31");
        assert_eq!(assessment.evidence.observed.unwrap().status, flags);
        let is_broken = matches!(assessment.verdict.reason, Reason::Missing(Missing::SeriesBreak { .. }));
        assert_eq!(is_broken, flags.contains(ObservationStatus::Break));
    }
}
