//! How charts look.
//!
//! A colour is chosen by what it stands for, never by its name: the layers ask for the ink, the path or a status, and a
//! theme answers for its ground. Letters are set in lines here too, since Vega breaks none: how wide a text is, is
//! estimated in columns, of which a Latin letter takes one and a wide one two.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::json::{Json, object};
use crate::report::{Heading, StatusCells};
use crate::rule::Status;
use crate::value::{Language, names};

/// The size of titles, in points.
pub(super) const TITLE_SIZE: i32 = 16;
/// The size of what stands beneath a title, in points.
pub(super) const SUBTITLE_SIZE: i32 = 13;
/// The size of all other letters, in points.
pub(super) const TEXT_SIZE: i32 = 12;

names! { "a theme":
    /// How a chart looks: on light or on dark ground.
    ///
    /// Colours are those that readers of any colour vision tell apart: statuses have their own
    /// ([`Status::colour`](crate::Status::colour); what was missed is white on dark ground), lines those that Paul Tol
    /// calls bright, each with a dash of its own as well.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::vega_lite::Theme;
    ///
    /// assert_eq!("dark".parse(), Ok(Theme::Dark));
    /// ```
    #[derive(Default)]
    pub enum Theme {
        /// Dark letters on white: for print, and for most pages.
        #[default]
        Light = "light",
        /// Light letters on dark ground.
        Dark = "dark",
    }
}

impl Theme {
    /// The colour for this theme, of one for each.
    const fn pick(self, light: &'static str, dark: &'static str) -> &'static str {
        match self {
            Self::Light => light,
            Self::Dark => dark,
        }
    }

    /// The background.
    pub(super) const fn ground(self) -> &'static str {
        self.pick("#ffffff", "#16191d")
    }

    /// The colour of letters, figures and the goal.
    pub(super) const fn ink(self) -> &'static str {
        self.pick("#1c2126", "#eceff1")
    }

    /// The colour of remarks.
    pub(super) const fn muted(self) -> &'static str {
        self.pick("#59636e", "#aab4be")
    }

    /// The colour of the lines by which values are read off the axes.
    pub(super) const fn grid(self) -> &'static str {
        self.pick("#e6e9ec", "#2d333a")
    }

    /// The colour of the promised path.
    pub(super) const fn path(self) -> &'static str {
        self.pick("#4477aa", "#77aadd")
    }

    /// The colour of a line.
    pub(super) const fn line(self, heading: Heading) -> &'static str {
        match heading {
            Heading::Path | Heading::FirstPath => self.path(),
            Heading::CatchUp => self.pick("#aa3377", "#ee8fc0"),
            _ => self.ink(),
        }
    }

    /// The colour of a status; a black one is white on a dark ground.
    pub(super) fn status(self, status: &StatusCells) -> &'static str {
        match (self, status.value) {
            (Self::Dark, Status::Missed) => self.ink(),
            _ => status.colour,
        }
    }

    /// The `config` of a chart: fonts and colours of all its parts.
    pub(super) fn config(self, language: Language) -> Json {
        let (ink, muted, grid) = (self.ink(), self.muted(), self.grid());
        object! {
            "font": fonts(language),
            "view": object! { "stroke": Json::Null },
            "axis": object! {
                "labelColor": muted, "titleColor": muted, "domainColor": muted, "tickColor": muted, "gridColor": grid,
                "labelFontSize": TEXT_SIZE, "titleFontSize": TEXT_SIZE, "titleFontWeight": "normal",
            },
            "legend": object! {
                "labelColor": ink, "labelFontSize": TEXT_SIZE, "labelLimit": 0, "symbolSize": 400,
                "symbolStrokeWidth": 2,
            },
            "title": object! {
                "color": ink, "subtitleColor": muted, "fontSize": TITLE_SIZE, "subtitleFontSize": SUBTITLE_SIZE,
                "lineHeight": 20, "subtitleLineHeight": 18, "subtitlePadding": 6, "anchor": "start", "frame": "group", "offset": 12,
            },
            "text": object! { "color": ink, "fontSize": TEXT_SIZE },
        }
    }
}

/// Fonts for the letters of a language, from those of systems to those that are free.
const fn fonts(language: Language) -> &'static str {
    match language {
        Language::English => {
            "'Helvetica Neue', 'Segoe UI', Roboto, Arial, 'Noto Sans', 'Liberation Sans', 'PingFang SC', \
             'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"
        }
        Language::SimplifiedChinese => {
            "'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', \
             'WenQuanYi Micro Hei', sans-serif"
        }
        Language::TraditionalChinese => {
            "'PingFang TC', 'Microsoft JhengHei', 'Noto Sans TC', 'Noto Sans CJK TC', 'Source Han Sans TC', \
             'WenQuanYi Micro Hei', sans-serif"
        }
    }
}

/// The text with a capital letter at its beginning, if that is a letter of ASCII.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// A text in lines of at most `most` columns: wide letters take two, and a line can end after each, except before a
/// closing mark.
pub(super) fn lines(text: &str, most: usize) -> Vec<Json> {
    let mut lines = Vec::from([String::new()]);
    let mut used: usize = 0;
    for word in unbroken_pieces(text) {
        let width = columns(word);
        let is_full = used > 0 && used.saturating_add(width) > most;
        if let Some(line) = lines.last_mut().filter(|_| !is_full) {
            line.push_str(word);
        } else {
            lines.push(word.trim_start().to_string());
            used = 0;
        }
        used = used.saturating_add(width);
    }
    lines.into_iter().map(Json::Text).collect()
}

/// The pieces of a text that stay on one line: Latin words with the blank before them, and single wide letters. A
/// [`CLOSING`] mark never begins a piece: it stays with the letter before it.
fn unbroken_pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    core::iter::from_fn(move || {
        let mut letters = rest.char_indices();
        let (_, mut before) = letters.next()?;
        let mut is_end = |letter: char| {
            let begins = letter == ' ' || (columns_of(letter) == 2 && !CLOSING.contains(letter));
            let ends = columns_of(before) == 2 && !CLOSING.contains(letter);
            before = letter;
            begins || ends
        };
        let end = letters
            .find(|&(_, letter)| is_end(letter))
            .map_or(rest.len(), |(place, _)| place);
        let (word, behind) = rest.split_at_checked(end)?;
        rest = behind;
        Some(word)
    })
}

/// The characters that may not begin a line. They are the closing marks of Chinese (comma, stop, semicolon, colon,
/// enumeration comma, brackets, quotes, exclamation and question mark) and the sign of percent.
const CLOSING: &str =
    "\u{ff0c}\u{3002}\u{ff1b}\u{ff1a}\u{3001}\u{ff09}\u{300d}\u{300f}\u{201d}\u{2019}\u{300b}\u{ff01}\u{ff1f}%";

/// How many columns wide a text is.
pub(super) fn columns(text: &str) -> usize {
    text.chars().map(columns_of).fold(0, usize::saturating_add)
}

/// How many columns wide a letter is: 2 for the letters of East Asia, 1 for all others.
const fn columns_of(letter: char) -> usize {
    if (letter as u32) < 0x2e80 { 1 } else { 2 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_between_words() {
        let text = |nodes: Vec<Json>| {
            let text = |node| match node {
                Json::Text(text) => text,
                other => panic!("{other:?}"),
            };
            nodes.into_iter().map(text).collect::<Vec<_>>()
        };
        for (whole, columns, broken) in [
            ("", 10, &[""][..]),
            ("one two three", 20, &["one two three"]),
            ("one two three", 7, &["one two", "three"]),
            ("one two three", 4, &["one", "two", "three"]),
            ("unbreakable", 4, &["unbreakable"]),
            ("城乡居民收入", 6, &["城乡居", "民收入"]),
            ("城乡居民，收入", 8, &["城乡居", "民，收入"]),
            ("增长 5 %以上", 8, &["增长 5 %", "以上"]),
        ] {
            assert_eq!(text(lines(whole, columns)), broken, "{whole} in {columns}");
        }
    }
}
