//! The parts by which an indicator is broken down, and the part that a target is about.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::nearest::LISTED_CODES;
use crate::value::{Code, Text, getters};

/// One part of what an indicator measures: the women, a district, the young of a district.
///
/// Its dimensions say what it is a part by. The parts along one dimension alone are those of the whole, and a target
/// can be [of each](Of::Each) of them; what has several dimensions is a part of such a part.
///
/// # Examples
///
/// ```
/// use milepost::Breakdown;
///
/// let women = Breakdown::new("women".parse()?, "Women".try_into()?, "sex".parse()?);
/// let young_women = Breakdown::new("young-women".parse()?, "Young women".try_into()?, "sex".parse()?)
///     .with_dimension("age".parse()?);
/// assert!(women.is_part_along("sex"));
/// assert!(!young_women.is_part_along("sex"));
/// # Ok::<(), milepost::ValueError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Breakdown {
    pub(super) code: Code,
    pub(super) name: Text,
    /// INVARIANT: at least one, and none twice.
    pub(super) dimensions: Vec<Code>,
}

impl Breakdown {
    /// A part along one dimension.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Breakdown, Indicator, Measure, Quantity, Unit, code, text};
    ///
    /// // Two districts are parts along one dimension, by which a target can be of each of them.
    /// let [north, south] = [(code!("north"), text!("North")), (code!("south"), text!("South"))]
    ///     .map(|(code, name)| Breakdown::new(code, name, code!("district")));
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let cover = Indicator::new(code!("cover"), text!("Homes connected"), share)
    ///     .with_breakdown(north)
    ///     .with_breakdown(south);
    /// assert_eq!(cover.parts_along("district").count(), 2);
    /// assert_eq!(cover.parts_along("north").count(), 0, "that is a part, and no dimension");
    /// ```
    pub fn new(code: Code, name: Text, dimension: Code) -> Self {
        Self {
            code,
            name,
            dimensions: Vec::from([dimension]),
        }
    }

    /// The same part, along one more dimension.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Breakdown, code, text};
    ///
    /// let young_women = Breakdown::new(code!("young-women"), text!("Young women"), code!("sex"))
    ///     .with_dimension(code!("age"));
    /// assert_eq!(young_women.dimensions(), [code!("sex"), code!("age")]);
    /// ```
    pub fn with_dimension(mut self, dimension: Code) -> Self {
        if !self.dimensions.contains(&dimension) {
            self.dimensions.push(dimension);
        }
        self
    }

    getters! {
        /// The name by which machines know it, within its indicator.
        code: &Code,
        /// The name.
        name: &Text,
        /// The dimensions along which the breakdown is a part.
        dimensions: &[Code],
    }

    /// Whether the breakdown is a part of the whole along this dimension, and along no other.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Breakdown, code, text};
    ///
    /// // The young of a district are a part of a part: neither of the districts nor of the ages.
    /// let young = Breakdown::new(code!("north-young"), text!("Young people of the north"), code!("district"))
    ///     .with_dimension(code!("age"));
    /// assert!(!young.is_part_along("district") && !young.is_part_along("age"));
    /// let north = Breakdown::new(code!("north"), text!("North"), code!("district"));
    /// assert!(north.is_part_along("district") && !north.is_part_along("age"));
    /// ```
    pub fn is_part_along(&self, dimension: impl AsRef<str>) -> bool {
        self.dimensions.iter().map(Code::as_str).eq([dimension.as_ref()])
    }
}

/// The part of its indicator that a target is about.
///
/// # Examples
///
/// ```
/// use milepost::{Bound, Goal, Measure, Of, Quantity, Target, Unit, dec};
///
/// let share = Quantity::new(Measure::Share, Unit::percent());
/// let target = Target::builder("cover".parse()?, share, Goal::level(Bound::AtLeast(dec!(75))), "2026".parse()?)
///     .of(Of::Each("district".parse()?))
///     .build()?;
/// assert_eq!(*target.of(), Of::Each("district".parse()?));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub enum Of {
    /// The total.
    #[default]
    Total,
    /// One breakdown, by its code.
    Breakdown(Code),
    /// Each part along a dimension: every one of them has to keep the promise, from where it starts itself.
    Each(Code),
}

impl Of {
    /// The breakdown by whose series the target is judged; `None` if it is judged by the total, or by each part.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Of, code};
    ///
    /// // Which series decides: that of the part, or that of the total.
    /// assert_eq!(Of::Breakdown(code!("women")).breakdown(), Some(&code!("women")));
    /// assert_eq!(Of::Total.breakdown(), None);
    /// ```
    pub const fn breakdown(&self) -> Option<&Code> {
        match self {
            Self::Breakdown(code) => Some(code),
            Self::Total | Self::Each(_) => None,
        }
    }

    /// The dimension of which each part has a promise of its own to keep; `None` for the total, and for one part.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Of, code};
    ///
    /// assert_eq!(Of::Each(code!("district")).each(), Some(&code!("district")));
    /// assert_eq!(Of::Each(code!("district")).breakdown(), None);
    /// assert_eq!(Of::Breakdown(code!("north")).breakdown(), Some(&code!("north")));
    /// assert_eq!(Of::Total.each(), None);
    /// ```
    pub const fn each(&self) -> Option<&Code> {
        match self {
            Self::Each(dimension) => Some(dimension),
            Self::Total | Self::Breakdown(_) => None,
        }
    }
}

/// The breakdowns of an indicator, found by their codes and along each dimension.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Breakdowns {
    /// In the order of the document.
    all: Vec<Breakdown>,
    /// The place of each in `all`; of the first, where several claim one code.
    places: BTreeMap<Code, usize>,
    /// Along each dimension, the places in `all` of the breakdowns along this dimension alone.
    parts: BTreeMap<Code, Vec<usize>>,
}

impl Breakdowns {
    pub(super) const NONE: Self = Self {
        all: Vec::new(),
        places: BTreeMap::new(),
        parts: BTreeMap::new(),
    };

    /// Adds a breakdown after the others. Its code names it, unless an earlier one has the same code.
    pub(super) fn add(&mut self, breakdown: Breakdown) {
        let place = self.all.len();
        for dimension in &breakdown.dimensions {
            let parts = self.parts.entry(dimension.clone()).or_default();
            if breakdown.is_part_along(dimension) {
                parts.push(place);
            }
        }
        self.places.entry(breakdown.code.clone()).or_insert(place);
        self.all.push(breakdown);
    }

    /// All breakdowns, in the order of the document.
    pub(super) fn as_slice(&self) -> &[Breakdown] {
        &self.all
    }

    /// The index of the breakdown with this code, the first if several claim it; `None` if no breakdown has it.
    pub(super) fn index_of(&self, code: &str) -> Option<usize> {
        self.places.get(code).copied()
    }

    /// The breakdown with this code, the first if several claim it; `None` if none has it.
    pub(super) fn get(&self, code: &str) -> Option<&Breakdown> {
        self.all.get(self.index_of(code)?)
    }

    /// The breakdowns along this dimension alone, which are parts of the total, in the order of the document.
    pub(super) fn parts_along(&self, dimension: &str) -> impl Iterator<Item = &Breakdown> + use<'_> {
        let places = self.parts.get(dimension).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(|place| self.all.get(*place))
    }

    /// Whether a breakdown is along a dimension, perhaps together with others.
    pub(super) fn has_dimension(&self, dimension: &Code) -> bool {
        self.parts.contains_key(dimension)
    }

    /// In the words of a message, what a target is `of` where this dimension was written as a breakdown.
    pub(super) fn instead_of_breakdown(&self, dimension: &str) -> Option<String> {
        let first = self.parts_along(dimension).next()?.code();
        Some(format!(
            "it is a dimension: `{{\"each\": \"{dimension}\"}}` is of each part along it, `{{\"breakdown\": \"{first}\"}}` of one"
        ))
    }

    /// In the words of a message, of which parts figures can be where this dimension, or the total, was written as one.
    pub(super) fn instead_of_part(&self, dimension: &str) -> Option<String> {
        if dimension.eq_ignore_ascii_case("total") {
            return Some("a series of the total says no `breakdown`".into());
        }
        let parts = self.parts_along(dimension).take(LISTED_CODES);
        let parts: Vec<_> = parts.map(|part| part.code().as_str()).collect();
        let words = || {
            format!(
                "it is a dimension, and a series is of one part along it: `{}`",
                parts.join("`, `")
            )
        };
        (!parts.is_empty()).then(words)
    }

    /// In the words of a message, what a target is `of` where this breakdown was written as a dimension.
    pub(super) fn instead_of_each(&self, breakdown: &str) -> Option<String> {
        let of_it = format!("it is a breakdown: `{{\"breakdown\": \"{breakdown}\"}}` is of it");
        Some(match self.get(breakdown)?.dimensions() {
            [dimension] => format!("{of_it}, `{{\"each\": \"{dimension}\"}}` of each part along its dimension"),
            _ => of_it,
        })
    }

    /// In the words of a message, the dimensions of this breakdown, which was written as one.
    pub(super) fn instead_of_dimension(&self, breakdown: &str) -> Option<String> {
        let dimensions: Vec<_> = self.get(breakdown)?.dimensions().iter().map(Code::as_str).collect();
        Some(format!("it is a breakdown, along `{}`", dimensions.join("`, `")))
    }

    /// Every code of a breakdown, sorted.
    pub(super) fn codes(&self) -> impl Iterator<Item = &Code> {
        self.places.keys()
    }

    /// Every dimension of a breakdown, sorted.
    pub(super) fn dimensions(&self) -> impl Iterator<Item = &Code> {
        self.parts.keys()
    }
}
