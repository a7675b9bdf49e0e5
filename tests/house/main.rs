//! How the library is built: rooms in one street, files without a circle, and no name for two things.

#[cfg(test)]
mod api;
#[cfg(test)]
mod library;
#[cfg(test)]
mod one_name;
#[cfg(test)]
mod one_way;
#[cfg(test)]
mod street;
