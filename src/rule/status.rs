//! Where a promise stands.

use crate::value::names;

names! { "a status":
    /// Where a promise stands.
    ///
    /// "No data", "cannot be computed" and "off track" are different things: what is not known is
    /// [`Unknown`](Self::Unknown), with a [`Reason`](crate::evidence::Reason) that says why.
    pub enum Status {
        /// The bound is met.
        Achieved = "achieved",
        /// Faster than the path, by more than the rule's margin.
        Ahead = "ahead",
        /// On the path, within the rule's margin.
        OnTrack = "on_track",
        /// Behind the path, and moving towards the goal.
        Lagging = "lagging",
        /// Far behind the path.
        OffTrack = "off_track",
        /// Moving away from the goal.
        Worsening = "worsening",
        /// The deadline is past, and the bound is not met.
        Missed = "missed",
        /// Nothing is due yet.
        NotDue = "not_due",
        /// Nobody can say, for a reason that is given.
        Unknown = "unknown",
    }
}

impl Status {
    /// The status, or on track if it is a better one.
    pub(crate) const fn at_best_on_track(self) -> Self {
        match self {
            Self::Achieved | Self::Ahead => Self::OnTrack,
            other => other,
        }
    }

    /// The place in [`ALL`](Self::ALL), for columns: 0 for achieved to 8 for unknown.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Status;
    ///
    /// // A column of bytes, in which a smaller one is better as long as it was judged.
    /// assert_eq!(Status::ALL.iter().map(|status| status.code()).collect::<Vec<_>>(), (0..9).collect::<Vec<_>>());
    /// assert!(Status::OnTrack.code() < Status::Missed.code());
    /// ```
    pub const fn code(self) -> u8 {
        self as u8
    }

    /// The status of a code, if there is one.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Status;
    ///
    /// assert_eq!(Status::from_code(Status::Lagging.code()), Some(Status::Lagging));
    /// assert_eq!(Status::from_code(9), None);
    /// ```
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.get(usize::from(code)).copied()
    }

    /// Whether the status is one that nothing later changes, if it was given at the deadline: achieved or missed.
    pub(crate) const fn is_final(self) -> bool {
        matches!(self, Self::Achieved | Self::Missed)
    }

    /// Whether the promise was judged at all.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Status;
    ///
    /// assert!(Status::Missed.is_judged());
    /// assert!(!Status::Unknown.is_judged() && !Status::NotDue.is_judged());
    /// ```
    pub const fn is_judged(self) -> bool {
        !matches!(self, Self::NotDue | Self::Unknown)
    }

    /// Whether somebody should look at a target with this status.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Status;
    ///
    /// let pressing = Status::ALL.iter().filter(|status| status.needs_attention());
    /// let names: Vec<_> = pressing.map(|status| status.name()).collect();
    /// assert_eq!(names, ["lagging", "off_track", "worsening", "missed"]);
    /// ```
    pub const fn needs_attention(self) -> bool {
        matches!(self, Self::Missed | Self::Worsening | Self::OffTrack | Self::Lagging)
    }
}
