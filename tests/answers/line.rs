//! One line of a table.

use std::fmt::Display;

use milepost::Fact;

use crate::words;

/// What is asked, if that is not written apart, and the cells of the answer: `name=value`; `!reason=names` for what has no value.
#[derive(Default)]
pub(crate) struct Line {
    cells: Vec<String>,
    /// The facts that have no value, by their reason, in the order in which reasons were met.
    without: Vec<(String, Vec<&'static str>)>,
}

impl Line {
    pub(crate) fn asking<const N: usize>(asked: [&str; N]) -> Self {
        Self {
            cells: asked.map(str::to_owned).to_vec(),
            without: Vec::new(),
        }
    }

    pub(crate) fn cell(&mut self, name: &'static str, value: impl Display) {
        self.cells.push(format!("{name}={value}"));
    }

    /// A cell, if there is something to put into it.
    pub(crate) fn optional<T: Display>(&mut self, name: &'static str, value: Option<T>) {
        if let Some(value) = value {
            self.cell(name, value);
        }
    }

    /// A value, or why there is none.
    pub(crate) fn fact<T>(&mut self, name: &'static str, fact: Fact<T>, shown: impl Fn(T) -> String) {
        match fact {
            Ok(value) => self.cell(name, shown(value)),
            Err(reason) => self.lacks(name, words::missing(reason)),
        }
    }

    pub(crate) fn lacks(&mut self, name: &'static str, why: String) {
        match self.without.iter_mut().find(|(own, _)| *own == why) {
            Some((_, names)) => names.push(name),
            None => self.without.push((why, vec![name])),
        }
    }

    pub(crate) fn written(mut self) -> String {
        for (reason, names) in self.without {
            self.cells.push(format!("!{reason}={}", names.join(",")));
        }
        let line = self.cells.join("\t");
        assert!(!line.contains(['\n', '\r']), "{line}");
        line
    }
}
