//! Passwords and tokens: how they are made and how they are checked. It reads no table and no network.

pub mod passwords;
pub mod refresh;
pub mod secrets;
pub mod strength;
pub mod tokens;
pub mod totp;

pub use tokens::{Claims, InvalidToken, Signer, Verifier};
