//! Charts that a browser draws: a report's targets as [Vega-Lite](https://vega.github.io/vega-lite/) specifications.
//!
//! Three charts are made of a [`Report`](crate::Report): of a target ([`target`]), of its parts beside each other
//! ([`parts`]), and of all targets of the plan ([`scoreboard()`]). Each is a [`Graphic`]: the specification, what it
//! shows in words for those who do not see it, and the table behind it. It is data: whatever reads Vega-Lite 6 draws
//! it, in a browser by one line.
//!
//! ```html
//! <div id="chart"></div>
//! <script>vegaEmbed("#chart", graphic.specification)</script>
//! ```
//!
//! - All words and dates are ready, in the language of the report; nothing is computed on the page.
//! - All data lie in the specification, and nothing is fetched. What a plan says is data in it and nothing else: no
//!   name becomes a field, an expression or markup. (Where JSON is written into a page's script, write `<` as `\u003c`,
//!   as for any JSON: a name may hold `</script>`.)
//! - Numbers that are drawn are JSON numbers: whole ones of 64 bits as they are, others as the nearest float of 64
//!   bits, which of up to 15 digits shows the same digits. The digits as they were published stand beside them
//!   (`exact`), and in the words.
//! - Moments are written in UTC. Where all that is drawn is of periods of one length, each stands in the middle of its
//!   period, above the period's name; else each stands at its end. What stands beneath the axis says so, and the day of
//!   the question stands where the calendar has it.
//! - A line of figures breaks where figures are missing: [`ChartFigure::is_joined`](crate::report::ChartFigure). A
//!   legend beneath says what the marks mean that stand alone.
//! - Colours are told apart by readers of any colour vision, and no colour alone says anything. A renderer of SVG has
//!   words for each figure, for screen readers and for the pointer.
//! - A chart has a width of its own; `specification.width = "container"` makes that of a target as wide as its place.
//!
//! # What is drawn of a chart
//!
//! The chart of a target has layers, of which each covers those before it. Who draws with another library finds here
//! which fields of a report's [`Chart`](crate::report::Chart) make which of them, from back to front:
//!
//! | layer | drawn as | of the fields |
//! |---|---|---|
//! | axes | marks of values, and names of periods | `axis`; the periods of all that follows |
//! | borders | upright lines between named periods | the same periods |
//! | goal | a dashed line, or a band where both are there and differ | `goal_low`, `goal_high` |
//! | day of the question | an upright line with its date | `as_of` of the report's header, where `today` is |
//! | figures | a line through `value`, broken where `is_joined` is not | `figures` that are not superseded |
//! | path | a line, in steps where `is_stepped` | `path` |
//! | first path | a dashed line, where an amendment is in force; in steps where `is_first_path_stepped` | `first_path` |
//! | pace so far | a dashed line | `projection` |
//! | required pace | a dashed line, for a status that needs attention | `catch_up` |
//! | points of the path | dots, where there are no more than 60 | `path` |
//! | ranges | a broad bar from end to end | `uncertain_low` and `uncertain_high` of figures, else `low` and `high` |
//! | marks of figures | a dot; a triangle where one limit is all that is known; hollow if superseded | `figures` |
//! | promises | diamonds | `milestones`, and the last of `path` at the deadline |
//! | deciding figure | a large dot in the colour of the status | the one of `figures` that `decides` |
//! | words | beside the goal, the end of the pace so far, the deciding or latest figure | their values |
//!
//! The five lines, from that of figures to the required pace, are of one layer, but for paths in steps, which lie
//! behind the others. Where nothing has a place in time, `why_no_path` stands in the place of the drawing. `baseline`
//! is the first point of `path`, and is drawn as such; where the path is held at a limit, only the axis reaches to it.
//!
//! # Examples
//!
//! ```
//! # use milepost::{Baseline, Bound, Goal, Indicator, Measure, Observation, Observations, Pillar, Plan, Quantity};
//! # use milepost::{Language, Report, Rule, Series, Target, Unit, code, day, dec, period};
//! use milepost::vega_lite::{self, Theme};
//!
//! # let share = Quantity::new(Measure::Share, Unit::percent());
//! # let target = Target::builder(code!("air"), share.clone(), Goal::level(Bound::AtLeast(dec!(88))), period!("2026"))
//! #     .baseline(Baseline::stated(period!("2021"), dec!(80)))
//! #     .build()?;
//! # let indicator = Indicator::new(code!("air"), "Days with good air".try_into()?, share).with_target(target);
//! # let plan = Plan::builder(code!("city"), "City plan".try_into()?, period!("2022-01-01/P5Y"))
//! #     .pillar(Pillar::new(code!("green"), "Green".try_into()?).with_indicator(indicator))
//! #     .build()?;
//! # let figure = Observation::new(period!("2024"), dec!(83)).published_on(day!("2025-01-20"));
//! # let observations = Observations::new(vec![Series::new(code!("air"), Unit::percent(), vec![figure])?])?;
//! let report = Report::of(&plan, &observations, day!("2025-06-30"), &Rule::pace(), Language::English);
//! let row = report.targets().next().ok_or("a target")?;
//!
//! let graphic = vega_lite::target(&report, row, Theme::Light);
//! assert!(graphic.description.starts_with(
//!     "Chart of “Days with good air”, promised: at least 88 % in 2026; the path leads from 80 % (2021) to 88 % (2026). \
//!      As of 2025-06-30, “Days with good air” stands at 83 % (2024)"
//! ));
//! assert_eq!(graphic.table.headings, ["time", "observed", "path", "goal", "catch-up path", "projection", "remarks"]);
//!
//! let specification = serde_json::to_string(&graphic.specification)?;
//! assert!(specification.starts_with(r#"{"$schema":"https://vega.github.io/schema/vega-lite/v6.json","#));
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```

mod frame;
mod graphic;
mod json;
mod layers;
mod legend;
mod scoreboard;
mod table;
mod theme;
mod time;
mod view;

pub use graphic::{Graphic, Specification, parts, target};
pub use scoreboard::scoreboard;
pub use table::DataTable;
pub use theme::Theme;
