//! Bills checked by hand against the price files, and the laws of estimates.

mod hand;
mod laws;
mod place;
mod score;
