use anyhow::Result;
use stack::Stack;

/// A sample person who can sign in, as printed by `cargo xtask up`.
#[derive(Clone, Debug)]
pub(crate) struct SignIn {
    /// What the person is: "administrator", "agent of the LMS team".
    pub(crate) role: String,
    /// The address to sign in with.
    pub(crate) email: String,
    /// The password.
    pub(crate) password: String,
}

/// Fills an empty table with the sample help desk. Called only when the table has no item.
pub(crate) async fn load(_stack: &Stack) -> Result<()> {
    Ok(())
}

/// Who can sign in once [`load`] has run.
pub(crate) fn sign_ins() -> Vec<SignIn> {
    Vec::new()
}
