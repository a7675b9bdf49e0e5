//! The words for why there is no such growth.

use alloc::string::{String, ToString};

use super::{choose, fill};
use crate::growth::GrowthError;
use crate::value::Language;

impl GrowthError {
    /// Why there is no answer.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{GrowthError, Language, dec};
    ///
    /// let error = GrowthError::Zero { from: dec!(0), to: dec!(12) };
    /// assert_eq!(error.words(Language::SimplifiedChinese), "从0到12没有复合增长率：两个数值都须大于零");
    /// ```
    #[must_use]
    pub fn words(&self, language: Language) -> String {
        if language == Language::English {
            return self.to_string();
        }
        let sentence = in_chinese(self, language);
        match self {
            Self::Zero { from, to } | Self::Crossing { from, to } | Self::BothNegative { from, to } => {
                fill(sentence, &[&from.to_string(), &to.to_string()])
            }
            Self::Negative { value } | Self::Start { start: value } | Self::NoDistance { value } => {
                fill(sentence, &[&value.to_string()])
            }
            Self::NegativeSpan { over } => fill(sentence, &[&over.to_string()]),
            Self::NoSolution { base, total } => fill(sentence, &[&base.to_string(), &total.to_string()]),
            Self::Weights { weights, points } => fill(sentence, &[&weights.to_string(), &points.to_string()]),
            Self::EmptySpan | Self::NoValues | Self::OneTime | Self::Overflow | Self::Underflow => sentence.to_string(),
        }
    }
}

const fn in_chinese(error: &GrowthError, language: Language) -> &'static str {
    let [simplified, traditional] = match error {
        GrowthError::Zero { .. } => [
            "从{0}到{1}没有复合增长率：两个数值都须大于零",
            "從{0}到{1}沒有複合增長率：兩個數值都須大於零",
        ],
        GrowthError::Crossing { .. } => [
            "复合增长不会越过零，而数值从{0}变为{1}",
            "複合增長不會越過零，而數值從{0}變為{1}",
        ],
        GrowthError::BothNegative { .. } => [
            "亏损的增减没有复合增长率，数值从{0}变为{1}",
            "虧損的增減沒有複合增長率，數值從{0}變為{1}",
        ],
        GrowthError::Negative { .. } => [
            "复合增长的数值不能为负，而此处为{0}",
            "複合增長的數值不能為負，而此處為{0}",
        ],
        GrowthError::Start { .. } => [
            "增长须以大于零的数值为基数，而此处为{0}",
            "增長須以大於零的數值為基數，而此處為{0}",
        ],
        GrowthError::EmptySpan => ["两个数值之间没有时间间隔", "兩個數值之間沒有時間間隔"],
        GrowthError::NegativeSpan { .. } => ["时间间隔为负（{0}年）", "時間間隔為負（{0}年）"],
        GrowthError::NoDistance { .. } => [
            "起点与终点同为{0}，无法计算完成份额",
            "起點與終點同為{0}，無法計算完成份額",
        ],
        GrowthError::NoValues => ["基期之后没有数值，无法平均", "基期之後沒有數值，無法平均"],
        GrowthError::OneTime => ["趋势至少需要两个不同时点的数值", "趨勢至少需要兩個不同時點的數值"],
        GrowthError::Weights { .. } => [
            "每个数值都须有大于零的权重，而{1}个数值只有{0}个",
            "每個數值都須有大於零的權重，而{1}個數值只有{0}個",
        ],
        GrowthError::NoSolution { .. } => [
            "自{0}起增长的各期之和须大于零，而此处为{1}",
            "自{0}起增長的各期之和須大於零，而此處為{1}",
        ],
        GrowthError::Overflow => ["结果超出可表示的最大数值", "結果超出可表示的最大數值"],
        GrowthError::Underflow => ["结果过于接近零，无法表示", "結果過於接近零，無法表示"],
    };
    choose(language, ["", simplified, traditional])
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_all_differ;
    use super::*;
    use crate::dec;
    use crate::value::Years;

    #[test]
    fn every_error_has_words() {
        let (from, to, value) = (dec!(0), dec!(12.5), dec!(-3));
        let errors = [
            GrowthError::Zero { from, to },
            GrowthError::Crossing { from: value, to },
            GrowthError::BothNegative { from: value, to: value },
            GrowthError::Negative { value },
            GrowthError::Start { start: from },
            GrowthError::EmptySpan,
            GrowthError::NegativeSpan {
                over: Years::months(-6),
            },
            GrowthError::NoDistance { value },
            GrowthError::NoValues,
            GrowthError::OneTime,
            GrowthError::Weights { weights: 1, points: 2 },
            GrowthError::NoSolution { base: to, total: value },
            GrowthError::Overflow,
            GrowthError::Underflow,
        ];
        assert_all_differ(&errors, |error, language| error.words(language));
    }
}
