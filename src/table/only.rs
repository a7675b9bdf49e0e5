//! The rows of a table that count.

use alloc::string::String;
use alloc::vec::Vec;

use super::fields::ONLY;
use super::given::owned;
use super::sheet::{ColumnPlace, Said, SheetRow, TableHeader};
use crate::plan::Problems;
use crate::plan::document::reader::Node;

/// What a column says in the rows that count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OnlyRows {
    column: String,
    /// One of these; `None`: anything at all.
    is: Option<Vec<String>>,
}

impl OnlyRows {
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
        let is = fields.or_default("is", None, texts, problems);
        Some(Self {
            column: column?,
            is: is?,
        })
    }
}

/// The rows of one table that count: those in which each of these columns says what it should.
pub(super) struct Selection<'m>(Vec<(ColumnPlace, Option<&'m [String]>)>);

impl<'m> Selection<'m> {
    /// Finds the columns.
    pub(super) fn find(only: &'m [OnlyRows], header: &TableHeader, problems: &mut Problems) -> Result<Self, Said> {
        let find = |only: &'m OnlyRows| Ok((header.column(&only.column, problems)?, only.is.as_deref()));
        only.iter().map(find).collect::<Result<_, Said>>().map(Self)
    }

    /// The columns that are asked.
    pub(super) fn columns(&self) -> impl Iterator<Item = ColumnPlace> {
        self.0.iter().map(|(column, _)| *column)
    }

    /// Whether a row is one of them.
    pub(super) fn holds(&self, row: SheetRow<'_>) -> bool {
        self.0.iter().all(|(column, is)| {
            let text = row.cell(*column, &mut Problems::none()).unwrap_or_default();
            is.map_or(!text.is_empty(), |is| is.iter().any(|one| one == text))
        })
    }
}
