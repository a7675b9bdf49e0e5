//! The published rules against published numbers.

#[cfg(test)]
mod china;
#[cfg(test)]
mod composed;
#[cfg(test)]
mod open_sdg;
#[cfg(test)]
mod support;
#[cfg(test)]
mod unsd;
