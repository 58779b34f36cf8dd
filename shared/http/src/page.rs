//! Lists: one envelope, an opaque cursor, a bound.

use serde::{Deserialize, Serialize};
use store::{Cursor, Page};
use utoipa::{IntoParams, ToSchema};

use crate::ApiError;

/// The name of the list of a ticket's comments, which two areas show.
pub const COMMENTS: &str = "comments";

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReadPage<T> {
    /// The entries.
    pub items: Vec<T>,
    /// What to send as `cursor` for the next page; null after the last.
    pub next_cursor: Option<String>,
}

impl<T> ReadPage<T> {
    /// The page of the list `list`.
    pub fn new(list: &str, page: Page<T>) -> Self {
        Self { items: page.items, next_cursor: page.next.map(|cursor| cursor.encode(list)) }
    }
}

/// Which page of a list.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// `nextCursor` of the page before.
    pub cursor: Option<String>,
    /// How many entries, 25 unless told.
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<usize>,
}

impl Paging {
    /// Entries a page unless told.
    pub const DEFAULT_LIMIT: usize = 25;

    /// The most entries a page.
    pub const MAX_LIMIT: usize = 100;

    /// Where the page begins, and how long it may be.
    pub fn read(&self, list: &str) -> Result<(Option<Cursor>, usize), ApiError> {
        read_paging(self.cursor.as_deref(), self.limit, list)
    }
}

/// The same for lists whose parameters stand in a struct of their own.
pub fn read_paging(
    cursor: Option<&str>,
    limit: Option<usize>,
    list: &str,
) -> Result<(Option<Cursor>, usize), ApiError> {
    let limit = limit.unwrap_or(Paging::DEFAULT_LIMIT);
    if !(1..=Paging::MAX_LIMIT).contains(&limit) {
        return Err(ApiError::malformed("limit", "must be 1 to 100"));
    }
    let cursor = cursor
        .map(|text| Cursor::decode(list, text))
        .transpose()
        .map_err(|error| ApiError::malformed("cursor", error.to_string()))?;
    Ok((cursor, limit))
}
