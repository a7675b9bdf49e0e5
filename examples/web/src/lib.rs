//! The engine of a plan's page: documents in, the library's own answers out, as JSON.
//!
//! [`Session`] is plain Rust, and the same on every machine; [`Engine`] is its door in a browser. Nothing is computed on
//! the page: what it shows is what these answers say.

mod events;
mod session;

pub use session::{LARGEST_FILE, MOST_ROWS, Session};

use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// A [`Session`] in a browser. Every answer is JSON.
#[derive(Debug, Default)]
#[wasm_bindgen]
pub struct Engine(Session);

#[wasm_bindgen]
impl Engine {
    /// Nothing is read yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// [`Session::read`].
    pub fn read(&mut self, text: &str) -> Result<String, JsError> {
        Ok(serde_json::to_string(&self.0.read(text))?)
    }

    /// [`Session::clear_observations`].
    pub fn clear_observations(&mut self) {
        self.0.clear_observations();
    }

    /// [`Session::about`].
    pub fn about(&self, language: &str) -> Result<String, JsError> {
        self.0.about(language).map_err(|error| JsError::new(&error))
    }

    /// [`Session::report`].
    pub fn report(&self, as_of: &str, rule: &str, language: &str) -> Result<String, JsError> {
        self.0
            .report(as_of, rule, language)
            .map_err(|error| JsError::new(&error))
    }

    /// [`Session::comparison`].
    pub fn comparison(&self, as_of: &str) -> Result<String, JsError> {
        self.0.comparison(as_of).map_err(|error| JsError::new(&error))
    }

    /// [`Session::charts`].
    pub fn charts(
        &self,
        as_of: &str,
        rule: &str,
        language: &str,
        target: &str,
        theme: &str,
    ) -> Result<String, JsError> {
        let charts = self.0.charts(as_of, rule, language, target, theme);
        charts.map_err(|error| JsError::new(&error))
    }
}
