//! The days on which something changed: what a slider of days steps through.

use std::collections::BTreeMap;

use milepost::{Amendment, Language, NaiveDate, Observations, Period, Plan, Target, Text};
use serde::Serialize;

/// A day on which something changed, with what did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Event {
    /// The day.
    pub day: NaiveDate,
    /// What changed on it.
    pub changes: Vec<Change>,
}

/// Something that changed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Change {
    /// The plan was published.
    Plan,
    /// An amendment came into force.
    Amendment {
        /// The name of what was amended.
        name: String,
    },
    /// A figure was published.
    Figure {
        /// The name of the indicator, and of the part of it.
        name: String,
        /// The time of which it speaks.
        period: String,
        /// Whether it is known only that it was published on this day or later.
        is_not_before: bool,
    },
    /// A report on a deliverable was published.
    Delivery {
        /// The deliverable's name.
        name: String,
    },
    /// A deadline is over: this is the day after it.
    Deadline {
        /// The name of what was due.
        name: String,
    },
}

impl Event {
    /// Whether somebody published something on the day, and no time was merely over.
    pub fn became_known(&self) -> bool {
        self.changes
            .iter()
            .any(|change| !matches!(change, Change::Deadline { .. }))
    }
}

/// The days on which something changed, in the order of time.
pub fn events(plan: &Plan, observations: &Observations, language: Language) -> Vec<Event> {
    let mut days = Days {
        by_day: BTreeMap::new(),
        language,
    };
    if let Some(day) = plan.published() {
        days.add(day, Change::Plan);
    }
    for (indicator, target) in plan.targets() {
        let name = days.words(target.name().unwrap_or(indicator.name()));
        let versions = target.versions();
        days.add_promise(
            &name,
            versions.iter().map(|version| version.amendment()),
            core::iter::once(target)
                .chain(versions.iter().map(|version| version.promised()))
                .map(Target::deadline),
            |day| target.in_force_on(day).deadline(),
        );
    }
    for deliverable in plan.deliverables() {
        let name = days.words(deliverable.name());
        let versions = deliverable.amended_deadlines();
        days.add_promise(
            &name,
            versions.iter().map(|version| version.amendment()),
            core::iter::once(deliverable.deadline()).chain(versions.iter().map(|version| *version.promised())),
            |day| deliverable.deadline_on(day),
        );
        for report in observations.deliveries(deliverable.code()) {
            if let Some(day) = report.published().earliest() {
                days.add(day, Change::Delivery { name: name.clone() });
            }
        }
    }
    days.add_figures(plan, observations);
    let events = days.by_day.into_iter().map(|(day, mut changes)| {
        changes.sort();
        changes.dedup();
        Event { day, changes }
    });
    events.collect()
}

struct Days {
    by_day: BTreeMap<NaiveDate, Vec<Change>>,
    language: Language,
}

impl Days {
    fn words(&self, text: &Text) -> String {
        text.in_language(self.language.tag()).to_owned()
    }

    fn add(&mut self, day: NaiveDate, change: Change) {
        self.by_day.entry(day).or_default().push(change);
    }

    /// A deadline is over where it still holds on its last day.
    fn add_promise<'a>(
        &mut self,
        name: &str,
        amendments: impl Iterator<Item = &'a Amendment>,
        deadlines: impl Iterator<Item = Period>,
        in_force: impl Fn(NaiveDate) -> Period,
    ) {
        for amendment in amendments {
            self.add(amendment.since(), Change::Amendment { name: name.to_owned() });
        }
        for deadline in deadlines.filter(|deadline| in_force(deadline.last()) == *deadline) {
            if let Some(day) = deadline.last().succ_opt() {
                self.add(day, Change::Deadline { name: name.to_owned() });
            }
        }
    }

    fn add_figures(&mut self, plan: &Plan, observations: &Observations) {
        for series in observations {
            let Some(indicator) = plan.indicator(series.indicator()) else {
                continue;
            };
            let part = series.breakdown().and_then(|breakdown| indicator.breakdown(breakdown));
            let names = [Some(indicator.name()), part.map(|part| part.name())];
            let name = names
                .into_iter()
                .flatten()
                .map(|name| self.words(name))
                .collect::<Vec<_>>()
                .join(" · ");
            for figure in series.observations() {
                let Some(day) = figure.published().earliest() else {
                    continue;
                };
                let is_not_before = matches!(figure.published(), milepost::Published::NotBefore(_));
                let period = figure.coverage().words(self.language);
                self.add(
                    day,
                    Change::Figure {
                        name: name.clone(),
                        period,
                        is_not_before,
                    },
                );
            }
        }
    }
}
