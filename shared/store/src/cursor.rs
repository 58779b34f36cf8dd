//! A place in a list, opaque to clients.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::CommentId;

use crate::keys;

/// A place in one list: the sort key of the last record that was shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor(pub(crate) String);

/// The text is not a cursor of the list that it was given to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be a `nextCursor` of the same list")]
pub struct InvalidCursor;

const LONGEST: usize = 1024;

impl Cursor {
    /// The place of a comment among those of its item.
    pub fn after_comment(id: CommentId) -> Self {
        Self(format!("{}{id}", keys::COMMENT))
    }

    /// The text for clients; `list` names the list that it belongs to.
    pub fn encode(&self, list: &str) -> String {
        URL_SAFE_NO_PAD.encode(format!("{list}\n{}", self.0))
    }

    /// Reads what [`Cursor::encode`] wrote for the same list.
    ///
    /// # Errors
    /// Anything else.
    pub fn decode(list: &str, text: &str) -> Result<Self, InvalidCursor> {
        if text.len() > LONGEST {
            return Err(InvalidCursor);
        }
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| InvalidCursor)?;
        let decoded = String::from_utf8(bytes).map_err(|_| InvalidCursor)?;
        match decoded.split_once('\n') {
            Some((of, place)) if of == list && !place.is_empty() && !place.contains('\0') => {
                Ok(Self(place.to_owned()))
            }
            _ => Err(InvalidCursor),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_cursor_reads_back(place in "[^\0]{1,200}") {
            let cursor = Cursor(place);
            prop_assert_eq!(Cursor::decode("tickets", &cursor.encode("tickets")), Ok(cursor.clone()));
            prop_assert_eq!(Cursor::decode("comments", &cursor.encode("tickets")), Err(InvalidCursor));
        }

        #[test]
        fn no_text_makes_it_panic(text in ".*") {
            let _ = Cursor::decode("tickets", &text);
        }
    }
}
