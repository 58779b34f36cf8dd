//! Where work comes back to.

use domain::{Category, Team, WorkItem};
use store::{Key, Store};

use crate::Result;

/// Puts what is taken up again into a queue that somebody looks after: its team's, or where that was deleted meanwhile
/// its category's team's, or else the first team's. What was in no team stays in none.
pub(crate) async fn bring_back(store: &Store, item: &mut WorkItem) -> Result<()> {
    let Some(own) = item.team_id else { return Ok(()) };
    let category = item.category_id.map(Key::category);
    let keys: Vec<Key> = [Key::team(own)].into_iter().chain(category.clone()).collect();
    let found = store.fetch(&keys).await?;
    if found.get::<Team>(&keys[0])?.is_some() {
        return Ok(());
    }
    let category: Option<Category> = category.map(|key| found.get(&key)).transpose()?.flatten();
    item.team_id = match category.and_then(|category| category.team_id) {
        Some(team) => Some(team),
        None => store.teams(None, 1).await?.items.first().map(|team| team.id),
    };
    Ok(())
}
