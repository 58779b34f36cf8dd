//! Rich text from people, as it is kept.

use domain::rich_text;

use crate::{AppError, Result};

/// The text as it is kept. Made safe it may be longer than it was sent, and what is kept is what has a bound: a record
/// with it, and the record of its change, must fit into the table.
pub(crate) fn kept(field: &str, html: &str) -> Result<String> {
    let content = rich_text::sanitise(html);
    if content.len() > rich_text::MAX_BYTES {
        return Err(AppError::invalid(
            field,
            format!("must be at most {} bytes, as it is kept", rich_text::MAX_BYTES),
        ));
    }
    Ok(content)
}

/// The same, if it says something.
pub(crate) fn said(field: &str, html: &str) -> Result<String> {
    let content = kept(field, html)?;
    if rich_text::plain_text(&content).is_empty() {
        return Err(AppError::invalid(field, "must say something"));
    }
    Ok(content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_grows_beyond_the_bound_when_it_is_made_safe_is_refused() {
        let fits = |html: &str| kept("content", html).is_ok();
        assert!(fits(&"a".repeat(rich_text::MAX_BYTES)));
        assert!(!fits(&"&".repeat(rich_text::MAX_BYTES)));
        assert!(!fits(&"<a>".repeat(rich_text::MAX_BYTES / 10)));
    }

    #[test]
    fn nothing_is_not_said() {
        assert!(said("content", "<p> <br></p>").is_err());
        assert_eq!(said("content", "<p>Yes</p>").unwrap(), "<p>Yes</p>");
    }
}
