//! Rich text from people, as it is kept.

use domain::rich_text;

use crate::{AppError, Result};

/// The text as it is kept.
pub(crate) fn kept(field: &str, html: &str) -> Result<String> {
    rich_text::keep(html).map_err(|refused| AppError::invalid(field, refused.to_string()))
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
    fn nothing_is_not_said() {
        assert!(said("content", "<p> <br></p>").is_err());
        assert_eq!(said("content", "<p>Yes</p>").unwrap(), "<p>Yes</p>");
    }
}
