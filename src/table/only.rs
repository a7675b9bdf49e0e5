//! Selects the rows of a table that count.
//!
//! A published table often holds several series of one indicator: of each sex, in each unit. `only` in a map names
//! columns and the texts that each must have (`is`) or must not (`is_not`); a row counts if all of its columns do.
//!
//! | `is` | `is_not` | a row counts if its cell |
//! |---|---|---|
//! | | | is not blank |
//! | `["T"]` | | is `T` |
//! | | `["M", "F"]` | is neither; a blank counts |
//! | `["T", "M"]` | `["M"]` | is `T` |
//!
//! Texts are compared letter by letter, capitals too. Where no row counts, the warning names the column that
//! kept them all out, what it was asked for, and what it says instead, since most often a text was misspelt.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::fields::ONLY;
use super::given::{NamedColumn, text_or_texts};
use super::sheet::{ColumnPlace, SheetRow, TableHeader, listed};
use crate::plan::document::reader::Node;
use crate::plan::{Problems, TableError};

/// A column, and which of its texts a row that counts can have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OnlyRows {
    pub(super) column: NamedColumn,
    /// One of these; `None` where the map does not say.
    is: Option<Vec<String>>,
    /// None of these; `None` where the map does not say.
    is_not: Option<Vec<String>>,
}

impl OnlyRows {
    /// Reads a column, the texts that it asks for (`is`) and those that it refuses (`is_not`).
    pub(super) fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        let fields = node.fields(&ONLY, problems)?;
        let [is, is_not] = ["is", "is_not"].map(|field| fields.read(field, text_or_texts, problems));
        let column = fields.read("column", NamedColumn::read, problems)?;
        Some(Self { column, is, is_not })
    }

    /// The text of a row in the column; empty if it cannot be read.
    pub(super) fn text_of<'r>(&self, row: &'r SheetRow) -> &'r str {
        row.cell(self.column.place, &mut Problems::none()).unwrap_or_default()
    }

    /// Whether the column lets a row with this text count. If the map states no texts, any text but a blank one does.
    pub(super) fn accepts(&self, text: &str) -> bool {
        let is_among = |texts: &Vec<String>| texts.iter().any(|one| one == text);
        match (self.is.as_ref().map(is_among), self.is_not.as_ref().map(is_among)) {
            (None, None) => !text.is_empty(),
            (is_asked_for, is_unwanted) => is_asked_for != Some(false) && is_unwanted != Some(true),
        }
    }

    /// What a cell of the column must say so that its row counts, as a message names it.
    fn asked_in_words(&self) -> String {
        let rest = match self.is_not.as_deref() {
            None => "something".to_owned(),
            Some([nothing]) if nothing.is_empty() => "something".to_owned(),
            Some(texts) => format!("something else than {}", listed(texts.iter(), SHOWN)),
        };
        match (&self.is, self.is_not.as_deref()) {
            (None, _) => rest,
            (Some(is), None | Some([])) => listed(is.iter(), SHOWN),
            (Some(is), Some(_)) => format!("{} and {rest}", listed(is.iter(), SHOWN)),
        }
    }
}

/// How many texts of a column a message shows.
const SHOWN: usize = 5;

/// The columns that decide which rows of one table count: those in which each column says what it should.
pub(super) struct Selection(Vec<SelectingColumn>);

/// A column by which rows count.
struct SelectingColumn {
    asked: OnlyRows,
    /// The texts that it refused, each once, at most one more than a message shows; `None` once it has accepted a row:
    /// then there is nothing to warn of.
    unmet: Option<Vec<String>>,
}

impl Selection {
    /// Finds the columns of `only` in the header of a table; each missing one is reported.
    pub(super) fn in_header(only: &[OnlyRows], header: &TableHeader, problems: &mut Problems) -> Self {
        let mut only = only.to_vec();
        for asked in &mut only {
            asked.column.find_in(header, problems);
        }
        let unasked = |asked| SelectingColumn {
            asked,
            unmet: Some(Vec::new()),
        };
        Self(only.into_iter().map(unasked).collect())
    }

    /// The places of the columns that decide which rows count.
    pub(super) fn columns(&self) -> impl Iterator<Item = ColumnPlace> {
        self.0.iter().map(|column| column.asked.column.place)
    }

    /// Whether a row counts: all columns accept it. If not, the text in the first column that refuses the row is noted
    /// in `unmet`, for the warning of a column that accepts no row.
    pub(super) fn accepts(&mut self, row: &SheetRow) -> bool {
        self.0.iter_mut().all(|column| {
            let text = column.asked.text_of(row);
            let is_accepted = column.asked.accepts(text);
            match &mut column.unmet {
                unmet if is_accepted => *unmet = None,
                Some(texts) if texts.len() <= SHOWN && texts.iter().all(|one| one != text) => {
                    texts.push(text.to_owned());
                }
                _ => {}
            }
            is_accepted
        })
    }

    /// Warns of a column that accepted none of the rows that it was asked about.
    pub(super) fn warn_if_no_row_counts(&self, header: &TableHeader, problems: &mut Problems) {
        for SelectingColumn { asked, unmet } in &self.0 {
            if let Some(texts) = unmet.as_ref().filter(|texts| !texts.is_empty()) {
                let others = if texts.len() > SHOWN { " and others" } else { "" };
                let known = format!("{}{others}", listed(texts.iter().take(SHOWN), SHOWN));
                let asked_for = asked.asked_in_words();
                problems.push(
                    header.place_of(asked.column.place),
                    TableError::NoRowCounts { asked_for, known },
                );
            }
        }
    }
}
