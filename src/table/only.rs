//! Selects the rows of a table that count.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::fields::ONLY;
use super::given::owned;
use super::sheet::{ColumnPlace, Reported, SheetRow, TableHeader, quoted};
use crate::plan::document::reader::Node;
use crate::plan::{Problems, TableError};

/// What a column says in the rows that count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OnlyRows {
    column: String,
    asked: AskedTexts,
}

/// The texts that a cell has in a row that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
struct AskedTexts {
    /// One of these texts; `None`: anything else than what it may not be.
    is: Option<Vec<String>>,
    /// None of these; where nothing is said of either, it may not be empty.
    is_not: Vec<String>,
}

impl AskedTexts {
    fn hold(&self, text: &str) -> bool {
        let is_among = |texts: &[String]| texts.iter().any(|one| one == text);
        self.is.as_deref().is_none_or(is_among) && !is_among(&self.is_not)
    }

    /// As a message names them.
    fn in_words(&self) -> String {
        let rest = match self.is_not.as_slice() {
            [nothing] if nothing.is_empty() => "something".to_owned(),
            texts => format!("something else than {}", in_words(texts)),
        };
        match &self.is {
            None => rest,
            Some(is) if self.is_not.is_empty() => in_words(is),
            Some(is) => format!("{} and {rest}", in_words(is)),
        }
    }
}

/// Texts as a message shows them.
fn in_words(texts: &[String]) -> String {
    let texts = texts.iter().take(SHOWN).map(|text| quoted(text));
    texts.collect::<Vec<_>>().join(", ")
}

impl OnlyRows {
    /// Reads a column and the texts that it asks for: any but a blank where the map states none.
    pub(super) fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        let fields = node.fields(&ONLY, problems)?;
        let column = fields.read("column", owned, problems);
        let texts = |node: &Node<'_>, problems: &mut Problems| {
            let texts = if node.is_list() {
                node.list(owned, problems)?
            } else {
                Vec::from([owned(node, problems)?])
            };
            Some(Some(texts))
        };
        let [is, is_not] = ["is", "is_not"].map(|field| fields.or_default(field, None, texts, problems));
        let (is, is_not) = (is?, is_not?);
        let unless_empty = || Vec::from_iter(is.is_none().then(String::new));
        let is_not = is_not.unwrap_or_else(unless_empty);
        Some(Self {
            column: column?,
            asked: AskedTexts { is, is_not },
        })
    }
}

/// How many texts of a column a message shows.
const SHOWN: usize = 5;

/// What the columns of a selection said before the first row that counts by them, each text once, as many as a message
/// shows; none of a column by which a row has counted.
#[derive(Default)]
pub(super) struct Unmet(Vec<Option<Vec<String>>>);

/// The rows of one table that count: those in which each of these columns says what it should.
pub(super) struct Selection<'m>(Vec<(ColumnPlace, &'m AskedTexts)>);

impl<'m> Selection<'m> {
    /// Finds the columns.
    pub(super) fn find(only: &'m [OnlyRows], header: &TableHeader, problems: &mut Problems) -> Result<Self, Reported> {
        let find = |only: &'m OnlyRows| Ok((header.column(&only.column, problems)?, &only.asked));
        only.iter().map(find).collect::<Result<_, Reported>>().map(Self)
    }

    /// The columns that are asked.
    pub(super) fn columns(&self) -> impl Iterator<Item = ColumnPlace> {
        self.0.iter().map(|(column, _)| *column)
    }

    /// Whether a row is one of them.
    pub(super) fn holds(&self, row: SheetRow<'_>, unmet: &mut Unmet) -> bool {
        unmet.0.resize_with(self.0.len(), || Some(Vec::new()));
        self.0.iter().zip(&mut unmet.0).all(|((column, asked), unmet)| {
            let text = row.cell(*column, &mut Problems::none()).unwrap_or_default();
            let holds = asked.hold(text);
            match unmet {
                _ if holds => *unmet = None,
                Some(texts) if texts.len() <= SHOWN && texts.iter().all(|one| one != text) => {
                    texts.push(text.to_owned());
                }
                _ => {}
            }
            holds
        })
    }

    /// Says which column kept all rows from counting, if one did.
    pub(super) fn warn(&self, unmet: &Unmet, header: &TableHeader, problems: &mut Problems) {
        for ((column, asked), texts) in self.0.iter().zip(&unmet.0) {
            if let Some(texts) = texts.as_ref().filter(|texts| !texts.is_empty()) {
                let others = if texts.len() > SHOWN { " and others" } else { "" };
                let known = format!("{}{others}", in_words(texts));
                let asked_for = asked.in_words();
                problems.push(header.place_of(*column), TableError::NoRowCounts { asked_for, known });
            }
        }
    }
}
