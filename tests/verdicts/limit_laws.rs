//! Laws of promises that hold where they begin, drawn so that they meet cuts, bounds and each other.

use milepost::{
    Baseline, Bound, Decimal, Goal, Measure, Observation, Rule, Series, Shape, Status, Target, assess, dec,
};
use proptest::prelude::*;
use proptest::sample::select;

use crate::setting::{code, day, never_negative, period, quantity, round_cuts};

/// A limit with room, on any path that limits have: start and room in hundredths of the start, so that shares of the room lie on cuts.
#[derive(Debug, Clone, Copy)]
struct Limit {
    /// Whether the room is spent by rising.
    rises: bool,
    start: i64,
    room: i64,
    kind: Kind,
    shape: Option<Line>,
    is_told: bool,
    /// Whether the bound itself lies beyond it.
    is_strict: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Level,
    Band,
    Change,
    Addition,
    AverageGrowth,
    Sum,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Straight,
    Growing,
}

fn limit() -> impl Strategy<Value = Limit> {
    use Kind::{Addition, AverageGrowth, Band, Change, Level, Sum};
    (
        any::<[bool; 3]>(),
        1_i64..50,
        0_i64..10,
        select(vec![Level, Band, Change, Addition, AverageGrowth, Sum]),
        select(vec![None, Some(Line::Straight), Some(Line::Growing)]),
    )
        .prop_map(|([rises, is_told, is_strict], start, room, kind, shape)| Limit {
            rises: rises || kind == Sum,
            start: start.wrapping_mul(100),
            room: room.wrapping_mul(10),
            kind,
            shape: shape.filter(|_| !matches!(kind, Band | Sum)),
            is_told,
            is_strict,
        })
}

impl Limit {
    /// So much is spent, in hundredths of the start.
    fn spent(self, hundredths: i64) -> Decimal {
        let amount = self.start.wrapping_div(100).wrapping_mul(hundredths);
        Decimal::from(if self.rises { amount } else { amount.wrapping_neg() })
    }

    fn at(self, hundredths: i64) -> Decimal {
        Decimal::from(self.start).checked_add(self.spent(hundredths)).unwrap()
    }

    fn bound(self, limit: Decimal) -> Bound {
        match (self.rises, self.is_strict) {
            (true, false) => Bound::AtMost(limit),
            (true, true) => Bound::LessThan(limit),
            (false, false) => Bound::AtLeast(limit),
            (false, true) => Bound::MoreThan(limit),
        }
    }

    fn goal(self) -> Goal {
        let share = Decimal::new(
            if self.rises {
                self.room
            } else {
                self.room.wrapping_neg()
            },
            2,
        );
        match self.kind {
            Kind::Level => Goal::level(self.bound(self.at(self.room))),
            Kind::Band => {
                let edges = [self.at(self.room), self.at(self.room.wrapping_neg())];
                Goal::level(Bound::within(edges[0].min(edges[1]), edges[0].max(edges[1])).unwrap())
            }
            Kind::Change => Goal::change(self.bound(share)),
            Kind::Addition => Goal::addition(self.bound(self.spent(self.room))),
            Kind::AverageGrowth => Goal::average_growth(self.bound(share)),
            Kind::Sum => Goal::cumulative(self.bound(self.spent(self.room))),
        }
    }

    fn target_of(self, measure: Measure) -> Option<Target> {
        let quantity = if measure == Measure::Flow {
            never_negative()
        } else {
            quantity(measure)
        };
        let builder = Target::builder(code("any"), quantity, self.goal(), period("2026"));
        let builder = builder.baseline(Baseline::stated(period("2021"), Decimal::from(self.start)));
        let builder = match self.shape {
            Some(Line::Straight) => builder.shape(Shape::Linear),
            Some(Line::Growing) => builder.shape(Shape::ConstantGrowth),
            None => builder,
        };
        let builder = if self.is_told { builder.as_limit() } else { builder };
        builder.build().ok()
    }

    fn target(self) -> Option<Target> {
        self.target_of(Measure::Flow)
    }

    /// A figure of a year by whose end so much is spent; of a sum, what came up to then.
    fn figure(self, year: &str, hundredths: i64) -> Observation {
        let published = period(year).last().succ_opt().unwrap();
        let figure = |value: Decimal| Observation::new(period(year), value).published_on(published);
        if self.kind == Kind::Sum {
            figure(self.spent(hundredths.max(0)))
                .cumulative_since(day("2022-01-01"))
                .unwrap()
        } else {
            figure(self.at(hundredths))
        }
    }
}

/// The place of a status, from the best to the worst, and the pace, by a rule: on a day in January.
fn standing(target: &Target, figures: Vec<Observation>, year: &str, rule: &Rule) -> (Status, Option<Decimal>) {
    let series = Series::new(code("any"), target.quantity().unit().clone(), figures).unwrap();
    let assessment = assess(target, &series, day(&format!("{year}-01-31")), rule);
    (assessment.verdict.status, assessment.evidence.pace.ok())
}

fn place(status: Status) -> Option<usize> {
    Status::ALL.iter().position(|one| *one == status)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// More spent is never better, before the deadline and at it, whatever the path, the bound and the cuts.
    #[test]
    fn more_spent_is_never_better(
        limit in limit(), one in -30_i64..150, other in -30_i64..150, before in prop::option::of(-30_i64..150), early in any::<bool>(),
    ) {
        let Some(target) = limit.target() else { return Ok(()) };
        let (year, asked) = if early { ("2023", "2024") } else { ("2026", "2027") };
        for rule in [Rule::pace(), round_cuts(), Rule::pace().with_max_age(None)] {
            // Less than nothing may be beyond the other edge of a band.
            let least = if limit.kind == Kind::Band { 0 } else { i64::MIN };
            let of = |hundredths: i64| {
                let hundredths = hundredths.max(least);
                let earlier = before.map(|before| limit.figure("2022", before.min(one).min(other)));
                let figures = earlier.into_iter().chain([limit.figure(year, hundredths)]).collect();
                standing(&target, figures, asked, &rule)
            };
            let ((less, pace_of_less), (more, pace_of_more)) = (of(one.min(other)), of(one.max(other)));
            if less.is_judged() && more.is_judged() {
                prop_assert!(place(less) <= place(more), "{:?}: {less:?}, and with more {more:?}", rule.cuts());
            }
            if let (Some(less), Some(more)) = (pace_of_less, pace_of_more) {
                prop_assert!(less >= more, "{less} {more}");
            }
        }
    }

    /// A limit is never achieved, nor ahead, before its deadline; at it, its bound decides and nothing else.
    #[test]
    fn a_limit_is_kept_until_its_deadline(limit in limit(), spent in -30_i64..150) {
        prop_assume!(limit.room > 0);
        let Some(target) = limit.target() else { return Ok(()) };
        let (now, _) = standing(&target, vec![limit.figure("2023", spent)], "2024", &Rule::pace());
        prop_assert!(!matches!(now, Status::Achieved | Status::Ahead), "{now:?}");
        let (then, _) = standing(&target, vec![limit.figure("2026", spent)], "2027", &Rule::pace());
        prop_assert!(matches!(then, Status::Achieved | Status::Missed), "{then:?}");
        if matches!(limit.kind, Kind::Level | Kind::Addition | Kind::Change | Kind::Sum) {
            let is_within = if limit.is_strict { spent < limit.room } else { spent <= limit.room };
            prop_assert_eq!(then == Status::Achieved, is_within);
            let is_beyond = matches!(now, Status::Worsening | Status::Missed);
            prop_assert_eq!(is_beyond, !is_within, "{:?}", now);
        }
    }

    /// A floor is to what falls what a cap is to what rises, on straight lines and where the bound is held.
    #[test]
    fn a_floor_mirrors_a_cap(
        limit in limit(), kind in select(vec![Kind::Level, Kind::Band, Kind::Addition]), spent in -30_i64..150, before in -30_i64..150,
    ) {
        let shape = limit.shape.filter(|shape| kind != Kind::Band && *shape == Line::Straight);
        let status = |rises: bool| {
            let limit = Limit { rises, kind, shape, ..limit };
            let figures = vec![limit.figure("2022", before), limit.figure("2023", spent)];
            limit.target_of(Measure::Stock).map(|target| standing(&target, figures, "2024", &Rule::pace()))
        };
        prop_assert_eq!(status(true), status(false));
    }
}

/// So much of a time is so much of the room: twelve of a hundred a year, in five years of which two are gone.
#[test]
fn laws_have_ties() {
    let limit = Limit {
        rises: true,
        start: 100,
        room: 60,
        kind: Kind::Level,
        shape: Some(Line::Straight),
        is_told: false,
        is_strict: false,
    };
    let target = limit.target().unwrap();
    for (spent, status, pace) in [
        (0, Status::OnTrack, None),
        (24, Status::OnTrack, Some(dec!(1))),
        (25, Status::OnTrack, Some(dec!(0.96))),
        (26, Status::Lagging, Some(dec!(0.923076923077))),
        (40, Status::Lagging, Some(dec!(0.6))),
        (41, Status::OffTrack, Some(dec!(0.585365853659))),
        (60, Status::OffTrack, Some(dec!(0.4))),
        (61, Status::Worsening, Some(dec!(0.393442622951))),
    ] {
        let found = standing(&target, vec![limit.figure("2023", spent)], "2024", &Rule::pace());
        assert_eq!(found, (status, pace), "{spent}");
    }
}
