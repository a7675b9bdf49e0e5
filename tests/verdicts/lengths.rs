//! What a figure says of a period: the average over it, the sum of it, or what is there at a moment of it.

use milepost::{Baseline, Bound, Caveat, Collected, Goal, Measure, Period, Quantity, Reason, Status, Target, dec};

use crate::setting::{assessed, code, judged, period, quantity};

/// Every measure, in each way in which it can be collected.
pub(crate) fn quantities() -> impl Iterator<Item = Quantity> {
    Measure::ALL.into_iter().flat_map(|measure| {
        let ways = Collected::ALL.into_iter();
        ways.filter_map(move |collected| quantity(measure).with_collected(collected).ok())
    })
}

pub(crate) fn named(quantity: &Quantity) -> String {
    format!("{} {}", quantity.measure().name(), quantity.collected().name())
}

/// A level for a period, from 40 in 2021; 60 if it is to rise, and 20 if it is to fall.
pub(crate) fn level(quantity: &Quantity, rises: bool, deadline: Period) -> Target {
    let bound = if rises {
        Bound::AtLeast(dec!(60))
    } else {
        Bound::AtMost(dec!(20))
    };
    Target::builder(code("promise"), quantity.clone(), Goal::level(bound), deadline)
        .baseline(Baseline::stated(period("2021"), dec!(40)))
        .build()
        .unwrap()
}

/// Both ways, so that a part that looks good in one looks bad in the other.
#[test]
fn a_part_of_a_year_stands_for_it_only_at_a_moment() {
    for quantity in quantities() {
        for rises in [true, false]
            .into_iter()
            .filter(|rises| !rises || quantity.measure() != Measure::Rank)
        {
            let target = level(&quantity, rises, period("2026"));
            let part = if rises {
                ("2026-01-01/P8M", "70")
            } else {
                ("2026-01-01/P8M", "10")
            };
            let covers = quantity.collected().covers_its_period();
            let name = format!("{} {rises}", named(&quantity));

            let verdict = judged(&target, &[("2025", "41"), part], "2026-09-20");
            let decided_by = verdict.decided_by == Some(period("2025"));
            assert_eq!(decided_by, covers, "{name}");
            assert_eq!(verdict.status == Status::Achieved, !covers, "{name}");
            assert_eq!(verdict.caveats.contains(Caveat::NewerFigureIsPartial), covers, "{name}");

            let alone = judged(&target, &[part], "2026-09-20");
            let partial = Reason::PartialPeriod {
                period: period("2026-01-01/P8M"),
                needed: period("2026").length(),
            };
            assert_eq!(alone.reason == partial, covers, "{name}");
        }
    }
}

#[test]
fn a_december_decides_nothing_for_its_year_unless_it_is_a_moment_of_it() {
    for quantity in quantities() {
        let target = level(&quantity, false, period("2026"));
        let verdict = judged(&target, &[("2026-12", "10")], "2027-01-06");
        let covers = quantity.collected().covers_its_period();
        assert_eq!(verdict.status == Status::Achieved, !covers, "{}", named(&quantity));
    }
}

#[test]
fn the_promise_of_a_moment_is_one_by_its_end() {
    let share = quantity(Measure::Share).with_collected(Collected::End).unwrap();
    let target = level(&share, true, period("2026"));
    let facts = assessed(&target, &[("2024-06", "55")], "2024-07-31").evidence;
    assert_eq!(facts.observed.unwrap().period, period("2024-06"));
    assert_eq!(facts.share_of_time, Ok(dec!(0.5)));
}
