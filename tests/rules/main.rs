//! The published rules against published numbers.
#![cfg(feature = "serde")]

#[cfg(test)]
mod approximate;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod catalogue;
#[cfg(test)]
mod caveats;
#[cfg(test)]
mod china;
#[cfg(test)]
mod completion;
#[cfg(test)]
mod composed;
#[cfg(test)]
mod every;
#[cfg(test)]
mod health;
#[cfg(test)]
mod levels;
#[cfg(test)]
mod lines;
mod mistakes;
#[cfg(test)]
mod open_sdg;
#[cfg(test)]
mod platform;
#[cfg(test)]
mod published_ties;
#[cfg(test)]
mod settings;
#[cfg(test)]
mod side_by_side;
#[cfg(test)]
mod support;
#[cfg(test)]
mod ties;
#[cfg(test)]
mod undp;
#[cfg(test)]
mod units;
#[cfg(test)]
mod unsd;
#[cfg(test)]
mod years;
