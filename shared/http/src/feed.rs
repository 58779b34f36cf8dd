//! Which page of a feed, and what is left out of it.

use app::feeds::{FeedFilter, FeedPage};
use domain::{ActionGroup, WorkItemType};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::ApiError;
use crate::page::read_paging;

/// The parameters of a feed of one person or one team.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FeedParameters {
    /// Only actions of this kind.
    #[param(inline)]
    pub group: Option<ActionGroup>,
    /// Only what was done to tickets, or to tasks.
    #[param(inline)]
    pub item_type: Option<WorkItemType>,
    /// `nextCursor` of the page before.
    pub cursor: Option<String>,
    /// How many are looked through, 25 unless told.
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<usize>,
}

impl FeedParameters {
    /// The page of the list `list` that they ask for.
    pub fn read(&self, list: &str) -> Result<FeedPage, ApiError> {
        let (after, limit) = read_paging(self.cursor.as_deref(), self.limit, list)?;
        let filter = FeedFilter { group: self.group, item_type: self.item_type, ..FeedFilter::default() };
        Ok(FeedPage { filter, after, limit })
    }
}
