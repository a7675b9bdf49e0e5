//! What the schemas of the repository accept and refuse, told by a validator that knows nothing of this library.

#[cfg(test)]
mod accepted;
#[cfg(test)]
#[path = "../../documents/main.rs"]
mod documents;
#[cfg(test)]
mod files;
#[cfg(test)]
mod outputs;
#[cfg(test)]
mod refused;
