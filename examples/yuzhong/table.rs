//! Text in columns, where East Asian characters take two.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The columns of the page.
pub(crate) const PAGE: usize = 120;
const GAP: usize = 2;

/// A table whose first column takes the room that the others leave. Its lines are broken, and so are those of the titles.
pub(crate) struct Table {
    /// The width of each column, the first one apart.
    widths: Vec<usize>,
    /// The width of the first column.
    room: usize,
}

impl Table {
    /// A table that has room for these rows beside the first column, and for the titles in several lines.
    pub(crate) fn fitting(titles: &[String], rows: &[Vec<String>]) -> Self {
        let mut widths: Vec<_> = titles.iter().map(|title| least_width(title)).collect();
        for row in rows {
            for (width, text) in widths.iter_mut().zip(row) {
                *width = text.width().max(*width);
            }
        }
        let with_gap = |width: &usize| width.saturating_add(GAP);
        let taken = widths.iter().map(with_gap).fold(0, usize::saturating_add);
        let room = PAGE.saturating_sub(taken).max(16);
        Self { widths, room }
    }

    /// The lines of a row, each cell broken to the width of its column.
    pub(crate) fn lines(&self, first: &str, others: &[String]) -> Vec<String> {
        let mut columns = vec![(self.room, wrapped(first, self.room))];
        let others = self.widths.iter().zip(others);
        columns.extend(others.map(|(&width, text)| (width, wrapped(text, width))));
        let height = columns.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
        let line = |at: usize| {
            let cell = |(width, lines): &(usize, Vec<String>)| padded(lines.get(at).map_or("", String::as_str), *width);
            let cells: Vec<_> = columns.iter().map(cell).collect();
            cells.join(&" ".repeat(GAP)).trim_end().to_owned()
        };
        (0..height).map(line).collect()
    }
}

/// The width at which a title stays readable: that of its longest piece, and no single characters beneath each other.
fn least_width(title: &str) -> usize {
    let longest = pieces(title).iter().map(|piece| piece.trim_end().width()).max();
    longest.unwrap_or(0).max(title.width().min(8))
}

fn padded(text: &str, width: usize) -> String {
    let missing = width.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(missing))
}

/// The text in lines of at most so many columns, broken at blanks and beside East Asian characters. There is at least one line.
pub(crate) fn wrapped(text: &str, room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let width = line.width().saturating_add(piece.trim_end().width());
        if !line.is_empty() && width > room {
            lines.push(line.trim_end().to_owned());
            line.clear();
        }
        line.push_str(&piece);
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// The text in the pieces between which a line may end.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for character in text.chars() {
        let may_end = piece.chars().next_back().is_some_and(|last| may_break(last, character));
        if may_end {
            pieces.push(std::mem::take(&mut piece));
        }
        piece.push(character);
    }
    pieces.push(piece);
    pieces
}

/// Whether a line may end between two characters: behind a blank, and beside an East Asian one that is no punctuation.
fn may_break(last: char, next: char) -> bool {
    let is_bound = "，。；：、）」”！？".contains(next) || "（「“".contains(last);
    match (last, next) {
        (_, ' ') => false,
        (' ', _) => true,
        _ => (is_wide(last) || is_wide(next)) && !is_bound,
    }
}

fn is_wide(character: char) -> bool {
    character.width() == Some(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_by_what_is_seen() {
        let titles = ["基期值", "growth so far"].map(str::to_owned);
        let rows = [["1517.7 億元", "落後"], ["40", "嚴重落後"]].map(|row| row.map(str::to_owned).to_vec());
        let table = Table::fitting(&titles, &rows);
        let (name, baseline) = (PAGE - 11 - 8 - 2 * GAP, 11);
        for (row, first) in rows.iter().zip(["Gross regional product", "稅收上億元的樓宇"]) {
            let [line] = &table.lines(first, row)[..] else {
                panic!("one line is enough")
            };
            let (before, _) = line.split_once(&row[1]).unwrap();
            assert_eq!(before.width(), name + baseline + 2 * GAP);
        }
        let titles = table.lines("target", &titles);
        assert_eq!(titles.len(), 2);
        assert!(titles[0].ends_with("基期值       growth"), "{titles:?}");
        assert!(titles[1].ends_with("so far"), "{titles:?}");
    }

    #[test]
    fn lines_end_where_they_may() {
        for (text, room, lines) in [
            ("", 10, &[""][..]),
            ("a long name", 6, &["a long", "name"]),
            ("unbreakable", 4, &["unbreakable"]),
            ("地區生産總值", 8, &["地區生産", "總值"]),
            ("地區生産，總值", 8, &["地區生", "産，總值"]),
        ] {
            assert_eq!(wrapped(text, room), lines);
        }
    }
}
