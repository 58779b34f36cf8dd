//! One page of a list: always one Query, always with a bound.

use aws_sdk_dynamodb::types::AttributeValue;
use serde::de::DeserializeOwned;

use crate::record::{Index, Item, from_item};
use crate::{Cursor, Result, Store, StoreError};

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The records, in the list's order.
    pub items: Vec<T>,
    /// Where the next page begins; none after the last.
    pub next: Option<Cursor>,
}

impl<T> Page<T> {
    /// The same page of other things; those that give none are left out.
    pub fn filter_map<U>(self, with: impl FnMut(T) -> Option<U>) -> Page<U> {
        Page { items: self.items.into_iter().filter_map(with).collect(), next: self.next }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    Ascending,
    Descending,
}

/// A range of one partition of the table or of one of its indexes.
#[derive(Debug, Clone)]
pub(crate) struct Range {
    pub(crate) index: Option<Index>,
    pub(crate) partition: String,
    /// The lowest and the highest sort key, both included.
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) order: Order,
}

impl Range {
    pub(crate) fn sort_name(&self) -> String {
        self.index.map_or_else(|| "sk".to_owned(), |index| format!("{}sk", index.name()))
    }
}

/// An item with its sort key in the range that it was read from.
pub(crate) struct Placed {
    pub(crate) sort: String,
    pub(crate) item: Item,
}

/// What one Query gave.
pub(crate) struct Read {
    pub(crate) placed: Vec<Placed>,
    /// Whether the table stopped at its limit of 1 MB before it had read what was asked for.
    pub(crate) ended_early: bool,
}

impl Store {
    /// The first `count` items of the range after `after`, and perhaps one or two more; fewer, where the range or the
    /// table's limit of 1 MB a call ends first.
    ///
    /// The range begins at the cursor itself, which costs one item more but needs no key of the last record:
    /// so a cursor stays good when that record has moved, and holds for several partitions at once.
    pub(crate) async fn read_range(
        &self,
        range: &Range,
        after: Option<&Cursor>,
        count: usize,
    ) -> Result<Read> {
        let sort_name = range.sort_name();
        let (mut from, mut to) = (range.from.clone(), range.to.clone());
        match (after, range.order) {
            (Some(cursor), Order::Ascending) if cursor.0 > from => from.clone_from(&cursor.0),
            (Some(cursor), Order::Descending) if cursor.0 < to => to.clone_from(&cursor.0),
            _ => {}
        }
        if from > to {
            return Ok(Read { placed: Vec::new(), ended_early: false });
        }
        let wanted = count + usize::from(after.is_some());
        let partition_name =
            range.index.map_or_else(|| "pk".to_owned(), |index| format!("{}pk", index.name()));
        let answer = self
            .client
            .query()
            .table_name(&self.table)
            .set_index_name(range.index.map(|index| index.name().to_owned()))
            // What was just written is read, where the table can promise it: an index cannot.
            .consistent_read(range.index.is_none())
            .key_condition_expression("#pk = :pk AND #sk BETWEEN :from AND :to")
            .expression_attribute_names("#pk", partition_name)
            .expression_attribute_names("#sk", &sort_name)
            .expression_attribute_values(":pk", AttributeValue::S(range.partition.clone()))
            .expression_attribute_values(":from", AttributeValue::S(from))
            .expression_attribute_values(":to", AttributeValue::S(to))
            .scan_index_forward(range.order == Order::Ascending)
            .limit(i32::try_from(wanted).unwrap_or(i32::MAX))
            .send()
            .await
            .map_err(|error| StoreError::call("Query", error))?;
        let items = answer.items.unwrap_or_default();
        let ended_early = answer.last_evaluated_key.is_some() && items.len() < wanted;
        let mut placed: Vec<Placed> = items
            .into_iter()
            .filter_map(|item| Some(Placed { sort: item.get(&sort_name)?.as_s().ok()?.clone(), item }))
            .collect();
        if let Some(cursor) = after {
            placed.retain(|entry| entry.sort != cursor.0);
        }
        Ok(Read { placed, ended_early })
    }

    /// One page of `range`.
    pub(crate) async fn page<R: DeserializeOwned>(
        &self,
        range: &Range,
        after: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<R>> {
        into_page(self.read_range(range, after, limit + 1).await?, limit)
    }
}

/// So many are read at once to fill a page up, so many times at most.
const BLOCK: usize = 100;
const MOST_BLOCKS: usize = 10;

impl Store {
    /// One page of what `takes` takes of `range`. Where that leaves some out, the page is filled up with later ones. It
    /// stays short where a thousand more do not fill it, and may be empty then, with a next one.
    pub(crate) async fn sifted_page<R: DeserializeOwned>(
        &self,
        range: &Range,
        after: Option<&Cursor>,
        limit: usize,
        takes: impl Fn(&R) -> bool,
    ) -> Result<Page<R>> {
        let mut taken: Vec<(String, R)> = Vec::new();
        let mut next = after.cloned();
        for wanted in std::iter::once(limit + 1).chain([BLOCK; MOST_BLOCKS]) {
            let Read { placed, ended_early } = self.read_range(range, next.as_ref(), wanted).await?;
            let is_more = ended_early || placed.len() >= wanted;
            next = placed.last().filter(|_| is_more).map(|entry| Cursor(entry.sort.clone()));
            for Placed { sort, item } in placed {
                let record = from_item(item)?;
                if takes(&record) {
                    taken.push((sort, record));
                }
            }
            if taken.len() > limit || next.is_none() {
                break;
            }
        }
        if taken.len() > limit {
            taken.truncate(limit);
            next = taken.last().map(|(sort, _)| Cursor(sort.clone()));
        }
        Ok(Page { items: taken.into_iter().map(|(_, record)| record).collect(), next })
    }
}

/// Several reads in the same order as one. Where one of them ended early, what the others hold beyond its end is left
/// for the next page, so that nothing of it is passed over. What stands in two of them is there once.
pub(crate) fn merge(reads: Vec<Read>, order: Order) -> Read {
    let in_order = |one: &str, other: &str| match order {
        Order::Ascending => one.cmp(other),
        Order::Descending => other.cmp(one),
    };
    let ends = reads.iter().filter(|read| read.ended_early).filter_map(|read| read.placed.last());
    let boundary = ends.map(|entry| entry.sort.clone()).min_by(|one, other| in_order(one, other));
    let mut placed: Vec<_> = reads.into_iter().flat_map(|read| read.placed).collect();
    if let Some(boundary) = &boundary {
        placed.retain(|entry| in_order(&entry.sort, boundary).is_le());
    }
    placed.sort_unstable_by(|one, other| in_order(&one.sort, &other.sort));
    placed.dedup_by(|one, other| one.sort == other.sort);
    Read { placed, ended_early: boundary.is_some() }
}

/// The first `limit` of what was read; what is beyond tells only that there is more.
pub(crate) fn into_page<R: DeserializeOwned>(read: Read, limit: usize) -> Result<Page<R>> {
    let Read { mut placed, ended_early } = read;
    let more = ended_early || placed.len() > limit;
    placed.truncate(limit);
    let next = placed.last().filter(|_| more).map(|entry| Cursor(entry.sort.clone()));
    let items = placed.into_iter().map(|entry| from_item(entry.item)).collect::<Result<_>>()?;
    Ok(Page { items, next })
}
