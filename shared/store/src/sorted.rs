//! Lists in another order than the one in which the indexes hold them.

use std::cmp::Ordering;

use domain::{WorkItemSummary, WorkItemType};

use crate::{Cursor, ListScope, Page, Result, StatusFilter, Store};

/// So many are put in order at once: a list that is longer is in order within each block of so many.
const BLOCK: usize = 500;

/// Where an item stands in the order: the lowest first, and of equal ones the newest.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    rank: String,
    id: String,
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank.cmp(&other.rank).then_with(|| other.id.cmp(&self.id))
    }
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Which block of the list, and after which place in it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Position {
    block: Option<Cursor>,
    after: Option<Place>,
}

impl Position {
    fn read(cursor: Option<&Cursor>) -> Self {
        let mut parts = cursor.map_or("", |cursor| &cursor.0).splitn(3, '\n');
        let mut next = || parts.next().filter(|part| !part.is_empty()).map(str::to_owned);
        let (block, rank, id) = (next(), next(), next());
        Self { block: block.map(Cursor), after: rank.zip(id).map(|(rank, id)| Place { rank, id }) }
    }

    fn cursor(&self) -> Cursor {
        let block = self.block.as_ref().map_or("", |cursor| &cursor.0);
        let (rank, id) = self.after.as_ref().map_or(("", ""), |place| (&place.rank, &place.id));
        Cursor(format!("{block}\n{rank}\n{id}"))
    }
}

impl Store {
    /// One page of the items that `rank` gives a rank, the lowest first, of equal ranks the newest. Each page reads the
    /// block that it stands in, so it costs the same wherever it begins; an item whose rank changes between two pages
    /// may be seen twice or not at all.
    pub async fn sorted_work_items(
        &self,
        item_type: WorkItemType,
        scope: &ListScope,
        filter: StatusFilter,
        after: Option<&Cursor>,
        limit: usize,
        rank: impl Fn(&WorkItemSummary) -> Option<String>,
    ) -> Result<Page<WorkItemSummary>> {
        let position = Position::read(after);
        let block = self.work_items(item_type, scope, filter, position.block.as_ref(), BLOCK).await?;
        let mut placed: Vec<(Place, WorkItemSummary)> = block
            .items
            .into_iter()
            .filter_map(|item| Some((Place { rank: rank(&item)?, id: item.id.to_string() }, item)))
            .filter(|(place, _)| position.after.as_ref().is_none_or(|after| place > after))
            .collect();
        placed.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        let is_more = placed.len() > limit;
        placed.truncate(limit);
        let next = match placed.last() {
            Some((place, _)) if is_more => {
                Some(Position { block: position.block, after: Some(place.clone()) }.cursor())
            }
            _ => block.next.map(|next| Position { block: Some(next), after: None }.cursor()),
        };
        Ok(Page { items: placed.into_iter().map(|(_, item)| item).collect(), next })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(rank: &str, id: &str) -> Place {
        Place { rank: rank.into(), id: id.into() }
    }

    #[test]
    fn a_position_reads_back() {
        let block = || Some(Cursor("6#2026-11-25T09:30:00.000Z#wi_1".into()));
        for position in [
            Position { block: None, after: Some(place("1", "wi_1")) },
            Position { block: block(), after: None },
            Position { block: block(), after: Some(place("1", "wi_1")) },
        ] {
            assert_eq!(Position::read(Some(&position.cursor())), position);
        }
        assert_eq!(Position::read(None), Position::default());
    }

    #[test]
    fn of_equal_ranks_the_newest_comes_first() {
        let mut places = [place("2", "wi_1"), place("1", "wi_1"), place("1", "wi_2")];
        places.sort_unstable();
        assert_eq!(places, [place("1", "wi_2"), place("1", "wi_1"), place("2", "wi_1")]);
    }
}
