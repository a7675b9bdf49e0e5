//! The words for where a promise stands.

use super::choose;
use crate::evidence::Outcome;
use crate::rule::Status;
use crate::value::Language;

impl Status {
    /// What the status is called.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Language, Status};
    ///
    /// assert_eq!(Status::OffTrack.words(Language::English), "off track");
    /// assert_eq!(Status::OffTrack.words(Language::SimplifiedChinese), "严重滞后");
    /// assert_eq!(Status::OffTrack.words(Language::TraditionalChinese), "嚴重滯後");
    /// ```
    #[must_use]
    pub const fn words(self, language: Language) -> &'static str {
        choose(
            language,
            match self {
                Self::Achieved => ["achieved", "已实现", "已實現"],
                Self::Ahead => ["ahead", "快于预期", "快於預期"],
                Self::OnTrack => ["on track", "符合预期", "符合預期"],
                Self::Lagging => ["lagging", "滞后", "滯後"],
                Self::OffTrack => ["off track", "严重滞后", "嚴重滯後"],
                Self::Worsening => ["worsening", "背离目标", "背離目標"],
                Self::Missed => ["missed", "未完成", "未完成"],
                Self::NotDue => ["not due", "未到期", "未到期"],
                Self::Unknown => ["unknown", "无法评估", "無法評估"],
            },
        )
    }
}

impl Outcome {
    /// What the outcome of one period is called.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Language, Outcome};
    ///
    /// assert_eq!(Outcome::Kept.words(Language::English), "kept");
    /// ```
    #[must_use]
    pub const fn words(self, language: Language) -> &'static str {
        choose(
            language,
            match self {
                Self::Kept => ["kept", "符合要求", "符合要求"],
                Self::Broken => ["not kept", "不符合要求", "不符合要求"],
                Self::Reversed => ["went the wrong way", "方向相反", "方向相反"],
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_all_differ;
    use super::*;

    #[test]
    fn every_status_and_outcome_has_words() {
        assert_all_differ(&Status::ALL, |status, language| status.words(language).into());
        let outcomes = [Outcome::Kept, Outcome::Broken, Outcome::Reversed];
        assert_all_differ(&outcomes, |outcome, language| outcome.words(language).into());
    }
}
