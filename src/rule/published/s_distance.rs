//! Distance in time: the S-distance of Sicherl.

use crate::code;
use crate::dec;
use crate::rule::{Cut, Method, Progress, Rule, Scale, Status};

impl Rule {
    /// The S-distance of Sicherl: by how many years the latest value lies behind the straight line to the goal.
    ///
    /// ```text
    /// s* = t₀ + (y − y₀) ÷ (yT − y₀) × (T − t₀),   S = t − s*
    /// ```
    ///
    /// The verdict's value is S: positive is behind, negative ahead. At 0 or below it is *on the line or ahead*, above
    /// it is *behind*. The line is that of a goal to be reached: of a limit to be kept within (a floor that lies below
    /// the baseline) it runs down to the limit, and whoever stays above it is *behind* on the way there. Judge limits
    /// by [`Rule::pace`].
    ///
    /// # Sources
    ///
    /// P. Sicherl, time distance; Philippine Statistics Authority, board resolution 5 of 2020.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Rule;
    ///
    /// assert_eq!(Rule::s_distance().classes()[0].name(), "on the line or ahead");
    /// ```
    pub fn s_distance() -> Self {
        let scale = Scale::new(Progress::TimeDistance)
            .class("on the line or ahead", Status::OnTrack, Cut::AtMost(dec!(0)))
            .rest("behind", Status::Lagging);
        Self::of_method(code!("s-distance"), Method::new().with_number(scale))
    }
}
