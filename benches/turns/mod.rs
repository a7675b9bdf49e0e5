//! Candidates that take turns in one run, so that a busy machine slows all of them alike: their times, ratios and peak heaps.

use std::time::Instant;

use allocation_counter::measure;

/// How often each candidate has its turn.
const ROUNDS: usize = 301;

/// A name, and what is timed under it.
type Candidate<'a> = (String, Box<dyn FnMut() + 'a>);

/// What is timed, in turns.
pub(crate) struct Turns<'a> {
    candidates: Vec<Candidate<'a>>,
    calls: u32,
}

impl<'a> Turns<'a> {
    /// No candidate yet. Each turn makes so many calls.
    pub(crate) const fn of(calls: u32) -> Self {
        Self {
            candidates: Vec::new(),
            calls,
        }
    }

    /// The same with a candidate more, which makes one call.
    pub(crate) fn with(mut self, name: impl Into<String>, call: impl FnMut() + 'a) -> Self {
        self.candidates.push((name.into(), Box::new(call)));
        self
    }

    /// Prints each candidate's median time, how many times as long the rival takes, and the most bytes that a call holds on the heap at once.
    #[expect(
        clippy::float_arithmetic,
        clippy::print_stdout,
        reason = "ratios of times are printed"
    )]
    pub(crate) fn print(mut self, title: &str, rival: &str) {
        let medians = self.medians();
        let names = self.candidates.iter().map(|(name, _)| name);
        let rival = names.zip(&medians).find(|(name, _)| *name == rival);
        let rival = rival.map_or(f64::NAN, |(_, median)| *median);
        println!("\n{title}");
        for ((name, call), median) in self.candidates.iter_mut().zip(&medians) {
            let bytes = measure(call).bytes_max;
            let ratio = rival / median;
            println!("  {name:<54} {median:>10.1} ns   × {ratio:>7.2}   {bytes:>6} bytes");
        }
    }

    /// Nanoseconds of one call: the median of the rounds.
    #[expect(clippy::float_arithmetic, reason = "times are averaged over the calls of a turn")]
    fn medians(&mut self) -> Vec<f64> {
        let mut times = vec![Vec::with_capacity(ROUNDS); self.candidates.len()];
        for _ in 0..ROUNDS {
            for ((_, call), times) in self.candidates.iter_mut().zip(&mut times) {
                let start = Instant::now();
                for _ in 0..self.calls {
                    call();
                }
                times.push(start.elapsed().as_nanos());
            }
        }
        let median = |mut times: Vec<u128>| {
            times.sort_unstable();
            let middle = times.get(ROUNDS / 2).copied().unwrap_or_default();
            f64::from(u32::try_from(middle).unwrap_or(u32::MAX)) / f64::from(self.calls)
        };
        times.into_iter().map(median).collect()
    }
}
