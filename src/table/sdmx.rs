//! The columns of SDMX-CSV, found by their names.
//!
//! The map of an SDMX-CSV file says little, and its header the rest. Of the map `{"format": 1, "kind": "sdmx",
//! "indicator": "unemployment", "breakdowns": [{"column": "sex"}]}` and the header `STRUCTURE, STRUCTURE_ID, ACTION,
//! FREQ, sex, geo, UNIT_MEASURE, TIME_PERIOD, OBS_VALUE, OBS_STATUS` comes a map that says in addition:
//!
//! | role | column | since |
//! |---|---|---|
//! | `period`, `value` | `TIME_PERIOD`, `OBS_VALUE` | the format names them so |
//! | `unit` | `UNIT_MEASURE` | the map gives no unit |
//! | `status` | `OBS_STATUS`, in the letters of `CL_OBS_STATUS` | the map gives no column of flags |
//! | `same` | `geo` | a dimension of which the map says nothing: rows of two regions in one series are refused |
//! | what a row does | `ACTION` | no map can name it |
//!
//! `FREQ` plays no role: figures of months and of years of one thing stand in one series. What the map says always
//! counts before what the header says.
//!
//! Sources: the field guides of SDMX-CSV 1.0 and of 2.0 and 2.1 (SDMX 3.0 and 3.1), of the SDMX Technical Working
//! Group; the exports of Eurostat (`LAST UPDATE`, `OBS_FLAG`), of the OECD and of the European Central Bank (`KEY`).

use alloc::vec::Vec;

use super::given::{Given, NamedColumn};
use super::map::{CodedColumn, FigureColumns, StatusColumn};
use super::period_columns::PeriodColumns;
use super::sheet::TableHeader;
use super::words::Letters;
use crate::plan::{Problems, TableError};
use crate::series::{Flags, ObservationStatus};

const PERIOD: &str = "TIME_PERIOD";
const VALUE: &str = "OBS_VALUE";
pub(super) const COLUMNS_THAT_MUST_BE: [&str; 2] = [PERIOD, VALUE];
const ACTION: &str = "ACTION";
const MULTIPLIER: &str = "UNIT_MULT";
const YEAR_BEGINS: &str = "REPORTING_YEAR_START_DAY";

/// The names of columns that are no dimensions, wherever they stand: they say what a file holds, or how a figure came
/// about, and not what it is a figure of. Of attributes these are the names among SDMX's cross-domain concepts.
const NO_DIMENSIONS: [&str; 32] = [
    "DATAFLOW",
    "STRUCTURE",
    "STRUCTURE_ID",
    "STRUCTURE_NAME",
    ACTION,
    "SERIES_KEY",
    "OBS_KEY",
    "KEY",
    "LAST UPDATE",
    "FREQ",
    "freq",
    PERIOD,
    "OBS_STATUS",
    "OBS_FLAG",
    "OBS_CONF",
    "CONF_STATUS",
    "OBS_COM",
    "COMMENT_OBS",
    "COMMENT_TS",
    "COMMENT_DSET",
    "DECIMALS",
    "TIME_FORMAT",
    "COLL_METHOD",
    "COMPILATION",
    "AVAILABILITY",
    "BASE_PER",
    "NATURE",
    "OBS_PRE_BREAK",
    "PRE_BREAK_VALUE",
    "TITLE",
    "TITLE_COMPL",
    YEAR_BEGINS,
];

/// The names of columns that can say when a figure was published; the first that a header has counts.
const PUBLISHED: [&str; 6] = [
    "VALID_FROM",
    "validFrom",
    "validFromDate",
    "UPDATED",
    "LAST_UPDATE",
    "LAST UPDATE",
];

/// The names of columns that can say whether a figure is confidential; the first that a header has counts.
const CONFIDENTIAL: [&str; 2] = ["CONF_STATUS", "OBS_CONF"];

/// The columns of a map, completed by the header of an SDMX-CSV file: each role that the map does not give to a column
/// is played by the first of its usual names that the header has. A missing column of periods or values is reported
/// here, and filled in with its usual name, so that the later search for the columns fails; a missing unit is reported
/// too.
pub(super) fn with_columns_of_header(
    map: &FigureColumns,
    header: &mut TableHeader,
    problems: &mut Problems,
) -> FigureColumns {
    header.read_as_sdmx();
    let header = &*header;
    let mut map = map.clone();
    for (column, is_named) in [(PERIOD, map.period.is_some()), (VALUE, map.value.is_some())] {
        if !is_named && header.find(column).is_none() {
            problems.push(header.place(), TableError::NotSdmx { column });
        }
    }
    map.period.get_or_insert_with(|| PeriodColumns::in_one(PERIOD.into()));
    map.value.get_or_insert_with(|| VALUE.into());
    let first_of = |names: &[&str]| {
        let found = names.iter().find(|name| header.find(name).is_some());
        found.map(|name| NamedColumn::from(*name))
    };
    let units = &mut map.unit;
    if units.texts.is_none() {
        let found = first_of(&["UNIT_MEASURE", "unit", "UNIT"]);
        units.texts = found.map(|column| Given::In(CodedColumn::bare(column)));
    }
    if units.texts.is_none() {
        problems.push(header.place(), TableError::NoUnit);
    }
    if units.multiplier.is_none() {
        units.multiplier = first_of(&[MULTIPLIER]);
    }
    if map.published.is_none() {
        map.published = first_of(&PUBLISHED).map(Given::In);
    }
    if map.status.is_none() {
        map.status = first_of(&["OBS_FLAG", "OBS_STATUS"]).map(|column| StatusColumn {
            letters: Some(if column.name == "OBS_FLAG" {
                Letters::Eurostat
            } else {
                Letters::Sdmx
            }),
            texts: CodedColumn::bare(column),
        });
    }
    map.confidential = first_of(&CONFIDENTIAL);
    map.action = first_of(&[ACTION]);
    map.year_begins = first_of(&[YEAR_BEGINS]);
    if map.same_in_series.is_none() {
        map.same_in_series = Some(dimensions_not_in_map(&mut map, header));
    }
    map
}

/// The dimensions of an SDMX-CSV file that the map does not name: all columns before the value, and `UNIT_MEASURE`
/// after it too, except [`NO_DIMENSIONS`].
fn dimensions_not_in_map(map: &mut FigureColumns, header: &TableHeader) -> Vec<NamedColumn> {
    let value = map.value.as_ref().map_or(VALUE, |value| &value.name);
    let value_at = header.components().position(|(_, name)| name == value);
    let before_value = value_at.unwrap_or(usize::MAX);
    let named = map.columns_mut();
    let is_dimension = |(place, name): &(usize, &str)| {
        let may_be = *place < before_value || *name == "UNIT_MEASURE";
        may_be && !name.is_empty() && !NO_DIMENSIONS.contains(name) && named.iter().all(|column| column.name != *name)
    };
    let components = header.components().map(|(_, name)| name).enumerate();
    let dimensions = components.filter(is_dimension);
    dimensions.map(|(_, name)| NamedColumn::from(name)).collect()
}

/// The flags that letters of SDMX's list `CL_OBS_STATUS` mean (`B`, `BE`, `B;E`, `B: Break; E: Estimated`). `None` if
/// one of the letters is not in the list.
pub(super) fn flags_of_letters(text: &str) -> Option<Flags> {
    let is_labelled = text.contains(": ");
    let letters_of = |part| match str::split_once(part, ": ") {
        Some((letters, _)) => letters,
        // A label can have such marks in it: `M: Missing value; data cannot exist`.
        None if is_labelled => "",
        None => part,
    };
    let letters = text.split([';', ',', '|']).flat_map(|part| letters_of(part).chars());
    letters.filter(|letter| *letter != ' ').map(status_of_letter).collect()
}

/// The letters of `CL_OBS_STATUS`, version 2.2, that mean each status; the first is the one that is written.
const STATUSES: [(ObservationStatus, &str); 12] = [
    // A: normal; J: a derogation from a rule; S: a strike or another special event.
    (ObservationStatus::Normal, "AJS"),
    (ObservationStatus::Break, "B"),
    // K and W: what belongs elsewhere is left out of it, or in it.
    (ObservationStatus::DefinitionDiffers, "DKW"),
    (ObservationStatus::Estimated, "E"),
    (ObservationStatus::Forecast, "F"),
    // G: experimental.
    (ObservationStatus::LowReliability, "UG"),
    (ObservationStatus::Imputed, "I"),
    (ObservationStatus::NotSignificant, "N"),
    // V: not validated yet.
    (ObservationStatus::Provisional, "PV"),
    // H: a holiday; L: not collected.
    (ObservationStatus::Missing, "OHL"),
    (ObservationStatus::NotApplicable, "M"),
    (ObservationStatus::Confidential, "Q"),
];

/// The status that a letter of `CL_OBS_STATUS` means; `None` for any other letter.
fn status_of_letter(letter: char) -> Option<ObservationStatus> {
    let found = STATUSES.into_iter().find(|(_, letters)| letters.contains(letter));
    found.map(|(status, _)| status)
}

/// The letter of SDMX's list `CL_OBS_STATUS` by which a status is written; `None` if the list has none for it.
pub(super) fn sdmx_letter(status: ObservationStatus) -> Option<char> {
    let (_, letters) = STATUSES.into_iter().find(|(own, _)| *own == status)?;
    letters.chars().next()
}
