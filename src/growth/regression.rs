//! Trends through many figures: least squares on the values, and on their logarithms.

use alloc::vec::Vec;
use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::GrowthError;
use crate::exact::Real;
use crate::value::{Rate, Years};

/// The straight line through points, by least squares, with the recent ones counting more where they have weights.
///
/// ```text
/// slope = (Σw·Σwtv − Σwt·Σwv) ÷ (Σw·Σwt² − (Σwt)²)
/// ```
///
/// Each point is a time, in years from anywhere, and a value; without weights every point counts the same. Sums are
/// exact, and each answer of the trend is rounded once.
///
/// # Errors
///
/// - [`GrowthError::OneTime`] unless there are points at two times at least;
/// - [`GrowthError::Weights`] unless there is a weight above 0 for each point.
///
/// # Examples
///
/// ```
/// use milepost::{Years, dec, growth};
///
/// let points = [(2000, dec!(50)), (2005, dec!(46)), (2010, dec!(40)), (2015, dec!(33)), (2020, dec!(25))]
///     .map(|(year, value)| (Years::whole(year), value));
/// let trend = growth::linear_trend(&points, None)?;
/// assert_eq!(trend.change_per_year()?, dec!(-1.26));
/// assert_eq!(trend.at(Years::whole(2030))?, dec!(13.6));
/// # Ok::<(), growth::GrowthError>(())
/// ```
pub fn linear_trend(points: &[(Years, Decimal)], weights: Option<&[Decimal]>) -> Result<LinearTrend, GrowthError> {
    LinearTrend::through(&exactly(points), weights)
}

/// The points with their values as exact numbers.
fn exactly(points: &[(Years, Decimal)]) -> Vec<(Years, Real)> {
    points.iter().map(|&(time, value)| (time, value.into())).collect()
}

/// A quotient by the spread or by the sum of the weights, neither of which is zero.
fn quotient(dividend: &Real, divisor: &Real) -> Real {
    dividend.over(divisor).unwrap_or_else(Real::zero)
}

/// A weight for each point: 1 where none are given.
fn weights_of(points: usize, weights: Option<&[Decimal]>) -> Result<Vec<Real>, GrowthError> {
    let Some(weights) = weights else {
        return Ok((0..points).map(|_| Real::one()).collect());
    };
    let usable = weights.iter().filter(|weight| **weight > Decimal::ZERO).count();
    if usable == points && weights.len() == points {
        Ok(weights.iter().map(|weight| Real::from(*weight)).collect())
    } else {
        Err(GrowthError::Weights {
            weights: usable,
            points,
        })
    }
}

/// Points in time with their weights.
#[derive(Debug, Clone)]
struct LeastSquares {
    /// Σw.
    weights: Real,
    /// Σ(w·t).
    times: Real,
    /// (Σw) · Σ(w·t²) − (Σ(w·t))², above zero.
    spread: Real,
    points: Vec<WeightedPoint>,
}

#[derive(Debug, Clone)]
struct WeightedPoint {
    time: Real,
    weight: Real,
    value: Real,
}

impl LeastSquares {
    /// The sums over points with their weights; an error if all points have one time.
    fn new(points: &[(Years, Real)], weights: &[Real]) -> Result<Self, GrowthError> {
        let points = points.iter().zip(weights).map(|((time, value), weight)| WeightedPoint {
            time: time.units().into(),
            weight: weight.clone(),
            value: value.clone(),
        });
        let points: Vec<WeightedPoint> = points.collect();
        let weights = sum_over(&points, |point| point.weight.clone());
        let times = sum_over(&points, |point| point.weight.times(&point.time));
        let squares = sum_over(&points, |point| point.weight.times(&point.time).times(&point.time));
        let spread = weights.times(&squares).minus(&times.times(&times));
        if spread.is_zero() {
            return Err(GrowthError::OneTime);
        }
        Ok(Self {
            weights,
            times,
            spread,
            points,
        })
    }

    /// (Σw)·t − Σ(w·t): how far the time t lies from the weighted mean of the times, multiplied by Σw.
    fn scaled_distance_from_mean(&self, time: &Real) -> Real {
        self.weights.times(time).minus(&self.times)
    }

    /// The factor of a point's value in the line's change per year. With the point's weight w and time t:
    /// w · ((Σw)·t − Σ(w·t)) ÷ spread.
    fn weight_in_slope(&self, point: &WeightedPoint) -> Real {
        let distance = self.scaled_distance_from_mean(&point.time);
        quotient(
            &distance.times(&point.weight).times(&Years::UNITS_PER_YEAR.into()),
            &self.spread,
        )
    }

    /// The factor of a point's value in the line's value at the time T. With the point's weight w and time t:
    /// w · (spread + ((Σw)·t − Σ(w·t)) · ((Σw)·T − Σ(w·t))) ÷ (Σw · spread).
    fn weight_in_value(&self, point: &WeightedPoint, at: Years) -> Real {
        let product = self
            .scaled_distance_from_mean(&point.time)
            .times(&self.scaled_distance_from_mean(&at.units().into()));
        let counted = self.spread.plus(&product).times(&point.weight);
        quotient(&counted, &self.weights.times(&self.spread))
    }

    /// The sum of `part` over all points.
    fn sum(&self, part: impl Fn(&WeightedPoint) -> Real) -> Real {
        sum_over(&self.points, part)
    }

    /// The product of the points' values, each raised to the point's exponent.
    fn product(&self, exponent: impl Fn(&WeightedPoint) -> Real) -> Real {
        self.points.iter().fold(Real::one(), |product, point| {
            // The values are fractions above zero.
            let power = point.value.raised(&exponent(point)).unwrap_or_else(Real::one);
            product.times(&power)
        })
    }
}

/// The sum of `part` over the points.
fn sum_over(points: &[WeightedPoint], part: impl Fn(&WeightedPoint) -> Real) -> Real {
    points.iter().fold(Real::zero(), |sum, point| sum.plus(&part(point)))
}

/// A straight line through points: see [`linear_trend`].
#[derive(Debug, Clone)]
pub struct LinearTrend(LeastSquares);

impl LinearTrend {
    /// The line through exact values.
    pub(crate) fn through(points: &[(Years, Real)], weights: Option<&[Decimal]>) -> Result<Self, GrowthError> {
        LeastSquares::new(points, &weights_of(points.len(), weights)?).map(Self)
    }

    /// The change per year, exactly.
    pub(crate) fn exact_change_per_year(&self) -> Real {
        self.0.sum(|point| self.0.weight_in_slope(point).times(&point.value))
    }

    /// The value of the line at a time, exactly.
    pub(crate) fn exact_at(&self, time: Years) -> Real {
        self.0
            .sum(|point| self.0.weight_in_value(point, time).times(&point.value))
    }

    /// The change per year, rounded once.
    ///
    /// # Errors
    ///
    /// - [`GrowthError::Overflow`] if it exceeds the largest decimal;
    /// - [`GrowthError::Underflow`] if there is a change, and it is nearer to 0 than to any other decimal.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Years, dec, growth};
    ///
    /// // Recycling of a city in per cent. Where the last figure counts twice, the rise is steeper.
    /// let points = [(2021, dec!(30)), (2022, dec!(31)), (2023, dec!(35))];
    /// let points = points.map(|(year, share)| (Years::whole(year), share));
    /// let change = |weights| growth::linear_trend(&points, weights)?.change_per_year();
    /// assert_eq!(change(None)?, dec!(2.5));
    /// assert_eq!(change(Some(&[dec!(1), dec!(1), dec!(2)]))?.round_dp(3), dec!(2.636));
    /// # Ok::<(), growth::GrowthError>(())
    /// ```
    pub fn change_per_year(&self) -> Result<Decimal, GrowthError> {
        Ok(self.exact_change_per_year().rounded_not_to_zero()?)
    }

    /// The value of the line at a time, rounded once. It can be a rounded 0.
    ///
    /// # Errors
    ///
    /// [`GrowthError::Overflow`] if it exceeds the largest decimal.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Years, dec, growth};
    ///
    /// // Pupils per teacher. The line runs between the figures, and need not pass through any of them.
    /// let points = [(2021, dec!(18)), (2022, dec!(17)), (2023, dec!(17))];
    /// let points = points.map(|(year, ratio)| (Years::whole(year), ratio));
    /// let trend = growth::linear_trend(&points, None)?;
    /// assert_eq!(trend.at(Years::whole(2024))?.round_dp(2), dec!(16.33));
    /// assert_eq!(trend.at(Years::whole(2022))?.round_dp(2), dec!(17.33));
    /// # Ok::<(), growth::GrowthError>(())
    /// ```
    pub fn at(&self, time: Years) -> Result<Decimal, GrowthError> {
        Ok(self.exact_at(time).rounded()?)
    }
}

/// The constant growth that fits points best: least squares on the logarithms of the values, with the recent ones
/// counting more where they have weights.
///
/// ```text
/// slope = Σ wᵢ · (tᵢ − t̄) · ln vᵢ ÷ Σ wᵢ · (tᵢ − t̄)²,   rate = e^slope − 1
/// ```
///
/// The average annual rate of reduction of UNICEF and WHO is this rate with the other sign. Logarithms are enclosed
/// until the last digit is decided, so that the answer is the same on every platform.
///
/// # Errors
///
/// - [`GrowthError::OneTime`] unless there are points at two times at least;
/// - [`GrowthError::Start`] unless every value is above 0;
/// - [`GrowthError::Weights`] unless there is a weight above 0 for each point.
///
/// # Examples
///
/// ```
/// use milepost::{Years, dec, growth};
///
/// let points = [(2000, dec!(120)), (2005, dec!(100)), (2010, dec!(70)), (2015, dec!(55))]
///     .map(|(year, value)| (Years::whole(year), value));
/// let rate = growth::log_linear_trend(&points, None)?.annual_rate()?;
/// assert_eq!(format!("{rate:.4}"), "-5.2514 %");
/// # Ok::<(), growth::GrowthError>(())
/// ```
pub fn log_linear_trend(
    points: &[(Years, Decimal)],
    weights: Option<&[Decimal]>,
) -> Result<LogLinearTrend, GrowthError> {
    LogLinearTrend::through(&exactly(points), weights)
}

/// A constant growth fitted to points: see [`log_linear_trend`].
#[derive(Debug, Clone)]
pub struct LogLinearTrend(LeastSquares);

impl LogLinearTrend {
    /// The growth through exact values.
    pub(crate) fn through(points: &[(Years, Real)], weights: Option<&[Decimal]>) -> Result<Self, GrowthError> {
        let weights = weights_of(points.len(), weights)?;
        if let Some((_, value)) = points.iter().find(|(_, value)| value.side() != Ordering::Greater) {
            let start = value.rounded()?;
            return Err(GrowthError::Start { start });
        }
        LeastSquares::new(points, &weights).map(Self)
    }

    /// The factor of a year, exactly.
    pub(crate) fn exact_factor(&self) -> Real {
        self.0.product(|point| self.0.weight_in_slope(point))
    }

    /// The value of the fitted growth at a time, exactly.
    pub(crate) fn exact_at(&self, time: Years) -> Real {
        self.0.product(|point| self.0.weight_in_value(point, time))
    }

    /// The compound rate per year, rounded once. It can be a rounded 0.
    ///
    /// # Errors
    ///
    /// [`GrowthError::Overflow`] if it exceeds the largest decimal, [`GrowthError::Underflow`] if it cannot be told
    /// from −100 %.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Years, dec, growth};
    ///
    /// // 10 % more each year, exactly: so says the fit. A figure of 0 has no logarithm.
    /// let through = |values: [_; 3]| {
    ///     let points: Vec<_> = (2021..).map(Years::whole).zip(values).collect();
    ///     growth::log_linear_trend(&points, None)?.annual_rate()
    /// };
    /// assert_eq!(through([dec!(100), dec!(110), dec!(121)])?.as_decimal(), dec!(0.1));
    /// assert_eq!(through([dec!(100), dec!(0), dec!(121)]).map_err(|error| error.code()), Err("start"));
    /// # Ok::<(), growth::GrowthError>(())
    /// ```
    pub fn annual_rate(&self) -> Result<Rate, GrowthError> {
        let rate = self.exact_factor().minus(&Real::one()).rounded()?;
        Rate::new(rate).map_err(|_| GrowthError::Underflow)
    }

    /// The continuous rate per year, which is the slope of the logarithms; rounded once. It can be a rounded 0.
    ///
    /// # Errors
    ///
    /// [`GrowthError::Overflow`] if it exceeds the largest decimal.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Years, dec, growth};
    ///
    /// // Under-five deaths in 1,000 births. The slope of the logarithms and the compound rate tell of the same fall.
    /// let points = [(2000, dec!(120)), (2005, dec!(100)), (2010, dec!(70)), (2015, dec!(55))]
    ///     .map(|(year, deaths)| (Years::whole(year), deaths));
    /// let trend = growth::log_linear_trend(&points, None)?;
    /// assert_eq!(trend.continuous_rate()?.round_dp(5), dec!(-0.05394));
    /// assert_eq!(format!("{:.3}", trend.annual_rate()?), "-5.251 %");
    /// # Ok::<(), growth::GrowthError>(())
    /// ```
    pub fn continuous_rate(&self) -> Result<Decimal, GrowthError> {
        let slope = self.0.sum(|point| {
            // The values are fractions above zero.
            let logarithm = point.value.logarithm().unwrap_or_else(Real::zero);
            logarithm.times(&self.0.weight_in_slope(point))
        });
        Ok(slope.rounded()?)
    }

    /// The value of the fitted growth at a time, rounded once.
    ///
    /// # Errors
    ///
    /// [`GrowthError::Overflow`], [`GrowthError::Underflow`] if no decimal is near it.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Years, dec, growth};
    ///
    /// // What falls by the same rate never falls below zero, where a straight line would.
    /// let points = [(2000, dec!(120)), (2005, dec!(100)), (2010, dec!(70)), (2015, dec!(55))]
    ///     .map(|(year, deaths)| (Years::whole(year), deaths));
    /// let in_2050 = Years::whole(2050);
    /// assert_eq!(growth::log_linear_trend(&points, None)?.at(in_2050)?.round_dp(1), dec!(8.3));
    /// assert_eq!(growth::linear_trend(&points, None)?.at(in_2050)?, dec!(-105));
    /// # Ok::<(), growth::GrowthError>(())
    /// ```
    pub fn at(&self, time: Years) -> Result<Decimal, GrowthError> {
        Ok(self.exact_at(time).rounded_not_to_zero()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;

    fn points(points: &[(i32, Decimal)]) -> Vec<(Years, Decimal)> {
        points
            .iter()
            .map(|&(year, value)| (Years::whole(year), value))
            .collect()
    }

    fn even() -> Vec<(Years, Decimal)> {
        points(&[
            (2000, dec!(50)),
            (2005, dec!(46)),
            (2010, dec!(40)),
            (2015, dec!(33)),
            (2020, dec!(25)),
        ])
    }

    /// The digits by double precision, as published or computed from published figures.
    #[test]
    fn weights_bend_a_line_towards_the_recent_points() {
        let weights = [dec!(0.2), dec!(0.4), dec!(0.6), dec!(0.8), dec!(1)];
        let trend = linear_trend(&even(), Some(&weights)).unwrap();
        assert_eq!(trend.change_per_year().unwrap().round_dp(14), dec!(-1.33714285714286));
        assert_eq!(
            trend.at(Years::whole(2030)).unwrap().round_dp(13),
            dec!(12.3142857142857)
        );
        let log = log_linear_trend(&even(), None).unwrap();
        assert_eq!(log.continuous_rate().unwrap().round_dp(14), dec!(-0.03436856392285));
        assert_eq!(log.at(Years::whole(2030)).unwrap().round_dp(12), dec!(18.946404360510));
        let log = log_linear_trend(&even(), Some(&weights)).unwrap();
        assert_eq!(log.continuous_rate().unwrap().round_dp(14), dec!(-0.03814950854220));
        assert_eq!(log.at(Years::whole(2030)).unwrap().round_dp(12), dec!(17.789322652999));
    }

    /// Rates of reduction: a test series of a library of WHO, and world figures for stunting and child mortality.
    #[test]
    fn log_linear_rates() {
        let stunting = [(2012, dec!(26.2)), (2013, dec!(25.5)), (2014, dec!(24.9))];
        let longer = [&[(2010, dec!(27.7)), (2011, dec!(26.9))][..], &stunting].concat();
        let mortality = [
            (2010, dec!(51.2)),
            (2011, dec!(49.0)),
            (2012, dec!(47.2)),
            (2013, dec!(45.5)),
            (2014, dec!(44.0)),
        ];
        let four = [(2000, dec!(120)), (2005, dec!(100)), (2010, dec!(70)), (2015, dec!(55))];
        for (figures, slope, reduction) in [
            (&four[..], dec!(-0.053943012331749), dec!(0.052513900013159)),
            (&stunting, dec!(-0.025445803648195), dec!(0.025124787785989)),
            (&longer, dec!(-0.026657705388867), dec!(0.026305525139270)),
            (&mortality, dec!(-0.037720776840812), dec!(0.037018209827328)),
        ] {
            let trend = log_linear_trend(&points(figures), None).unwrap();
            assert_eq!(trend.continuous_rate().unwrap().round_dp(15), slope);
            let rate = trend.annual_rate().unwrap().as_decimal();
            assert_eq!(rate.round_dp(15), dec!(0).checked_sub(reduction).unwrap());
        }
    }

    #[test]
    fn points_on_a_growth_give_exactly_that_growth() {
        let grown = points(&[(2000, dec!(100)), (2001, dec!(97.6)), (2003, dec!(92.9714176))]);
        let trend = log_linear_trend(&grown, None).unwrap();
        assert_eq!(trend.annual_rate().unwrap().as_decimal(), dec!(-0.024));
        assert_eq!(trend.at(Years::whole(2002)), Ok(dec!(95.2576)));
        let flat = log_linear_trend(&points(&[(1, dec!(7)), (2, dec!(7.0))]), None).unwrap();
        assert_eq!(flat.annual_rate().unwrap().as_decimal(), dec!(0));
    }

    /// n ÷ 2²⁹ above 1 has 29 decimals, of which the last is a 5: the growth of a year, of two points on it and of
    /// forty, and its value.
    #[test]
    fn what_lies_in_the_middle_between_two_decimals_becomes_even() {
        for (end, even) in [
            (dec!(536870915), dec!(1.0000000055879354476928710938)),
            (dec!(536870917), dec!(1.0000000093132257461547851562)),
            (dec!(536870919), dec!(1.0000000130385160446166992188)),
            (dec!(536870909), dec!(0.9999999944120645523071289062)),
        ] {
            let start = dec!(536870912);
            let two = points(&[(0, start), (1, end)]);
            let many: Vec<_> = two.iter().cycle().take(40).copied().collect();
            let rate = even.checked_sub(dec!(1)).unwrap();
            for points in [&two, &many] {
                let trend = log_linear_trend(points, None).unwrap();
                assert_eq!(trend.annual_rate().unwrap().as_decimal(), rate, "{end}");
            }
            assert_eq!(
                crate::growth::rate(start, end, Years::whole(1)).unwrap().as_decimal(),
                rate
            );
            // Halved every year.
            let half = end.checked_div(dec!(2)).unwrap();
            let halved = log_linear_trend(&points(&[(0, end), (1, half)]), None).unwrap();
            assert_eq!(halved.at(Years::whole(29)), Ok(even), "{end}");
        }
    }

    /// A third of the smallest decimal: a change says so, as that between two values does; a rate and a value are 0.
    #[test]
    fn what_is_nearer_to_zero_than_to_any_decimal() {
        let smallest = dec!(0.0000000000000000000000000001);
        let rising = points(&[(0, dec!(0)), (3, smallest)]);
        let line = linear_trend(&rising, None).unwrap();
        assert_eq!(line.change_per_year(), Err(GrowthError::Underflow));
        let two = crate::growth::change_per_year(dec!(0), smallest, Years::whole(3));
        assert_eq!(two, Err(GrowthError::Underflow));
        assert_eq!(line.at(Years::whole(1)), Ok(dec!(0)));
        let flat = linear_trend(&points(&[(0, smallest), (3, smallest)]), None).unwrap();
        assert_eq!(flat.change_per_year(), Ok(dec!(0)));
        let more = dec!(1.0000000000000000000000000001);
        assert_eq!(
            crate::growth::continuous_rate(dec!(1), more, Years::whole(3)),
            Ok(dec!(0))
        );
        let trend = log_linear_trend(&points(&[(0, dec!(1)), (3, more)]), None).unwrap();
        assert_eq!(trend.annual_rate(), Ok(Rate::ZERO));
        assert_eq!(crate::growth::rate(dec!(1), more, Years::whole(3)), Ok(Rate::ZERO));
        let falling = points(&[(0, dec!(1)), (1, smallest)]);
        assert_eq!(
            log_linear_trend(&falling, None).unwrap().at(Years::whole(2)),
            Err(GrowthError::Underflow)
        );
    }

    #[test]
    fn trends_without_an_answer_say_why() {
        let once = points(&[(2000, dec!(1)), (2000, dec!(2))]);
        assert_eq!(linear_trend(&once, None).err(), Some(GrowthError::OneTime));
        assert_eq!(linear_trend(&[], None).err(), Some(GrowthError::OneTime));
        assert_eq!(log_linear_trend(&once, None).err(), Some(GrowthError::OneTime));
        let crossing = points(&[(2000, dec!(1)), (2001, dec!(0))]);
        assert_eq!(
            log_linear_trend(&crossing, None).err(),
            Some(GrowthError::Start { start: dec!(0) })
        );
        let weights = [dec!(1), dec!(0)];
        assert_eq!(
            linear_trend(&once, Some(&weights)).err(),
            Some(GrowthError::Weights { weights: 1, points: 2 })
        );
        let steep = points(&[(2000, dec!(0.0000000000000000000000000001)), (2001, Decimal::MAX)]);
        let steep = log_linear_trend(&steep, None).unwrap();
        assert_eq!(steep.at(Years::whole(2003)), Err(GrowthError::Overflow));
        assert_eq!(steep.at(Years::whole(1990)), Err(GrowthError::Underflow));
        assert_eq!(steep.annual_rate(), Err(GrowthError::Overflow));
    }
}
