//! The absolute contraction of the Science Based Targets initiative.

use rust_decimal::Decimal;

use crate::code;
use crate::rule::{Cut, Method, Parameters, Progress, Rule, RuleError, Scale, Status, Window};
use crate::value::Direction;

impl Rule {
    /// Absolute contraction, **approximately**: the reduction on the base year against a yearly share of it for each
    /// year since 2020.
    ///
    /// ```text
    /// required by the year t   yearly share × (t − 2020), of the base year's value: a straight line, not compounded,
    ///                          that ends where all of it is cut
    /// ```
    ///
    /// The yearly share is 0.042 for 1.5 °C and 0.025 for well below 2 °C. A base year after 2020 has the years before
    /// it to make up for: from 2022 to 2030 the requirement is 42 %, not 33.6 %. For a base year before 2020 the years
    /// are counted from it, which is not confirmed. No more than all is asked: at 4.2 % a year nothing is left from
    /// 2044 on, and 0 is then on the line. The line knows no deadline, and goes on behind that of a target. The
    /// standard publishes a requirement and no classes; *on the line* and *behind the line* are words of this crate.
    ///
    /// It is a rule of absolute emissions. An intensity is judged by the same numbers, and its fall tells nothing of
    /// the emissions, which can rise meanwhile.
    ///
    /// The path of a target compounds unless it is told otherwise: with [`Shape::Linear`](crate::Shape::Linear) its
    /// charts draw this line.
    ///
    /// # Errors
    ///
    /// [`RuleError::OutOfRange`] for a share that is not above 0 and 1 at most.
    ///
    /// # Sources
    ///
    /// Science Based Targets initiative, Corporate Net-Zero Standard 1.3, cross-sector absolute reduction, as others
    /// summarise it.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Baseline, Bound, Goal, Measure, Observation, Quantity, Rule, Series, Status, Target, Unit, date};
    /// use milepost::{dec, verdict};
    ///
    /// let tonnes = Unit::new("t".parse()?, 0)?;
    /// let quantity = Quantity::new(Measure::Flow, tonnes.clone());
    /// let target = Target::builder("co2".parse()?, quantity, Goal::level(Bound::AtMost(dec!(580))), "2030".parse()?)
    ///     .baseline(Baseline::stated("2022".parse()?, dec!(1000)))
    ///     .build()?;
    /// let published = date("2031-02-01")?;
    /// let figure = Observation::new("2030".parse()?, dec!(600)).published_on(published);
    /// let series = Series::new("co2".parse()?, tonnes, vec![figure])?;
    ///
    /// let verdict = verdict(&target, &series, published, &Rule::sbti_absolute_contraction(dec!(0.042))?);
    /// let measured = verdict.measured.ok_or("a number")?;
    /// assert_eq!((measured.observed, measured.required), (Some(dec!(-0.4)), Some(dec!(-0.42))));
    /// assert_eq!(verdict.status, Status::Lagging);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn sbti_absolute_contraction(yearly_share: Decimal) -> Result<Self, RuleError> {
        let scale = Scale::new(Progress::TotalChange)
            .class("on the line", Status::OnTrack, Cut::Required)
            .rest("behind the line", Status::Lagging);
        let method = Method::new()
            .window(Window::SinceYear(2020))
            .defaults(Parameters::new().required(yearly_share))
            .only(Direction::Falling)
            .with_number(scale);
        Self::composed(code!("sbti-absolute-contraction"), method)
    }
}
