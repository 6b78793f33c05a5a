//! Imports what already exists, instead of creating it twice.
//!
//! [`recipes`] says which id each type is imported by, and which type an ARN belongs to.

pub mod recipes;
