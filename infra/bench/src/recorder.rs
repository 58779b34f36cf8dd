//! Records each call to the table: when it was made, what it read, and what it cost.
//!
//! It hangs on the bench's own client, so the product's code is measured as it is.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use aws_sdk_dynamodb::config::interceptors::{
    BeforeDeserializationInterceptorContextRef, BeforeSerializationInterceptorContextMut,
    BeforeSerializationInterceptorContextRef, BeforeTransmitInterceptorContextRef,
    FinalizerInterceptorContextRef,
};
use aws_sdk_dynamodb::config::{ConfigBag, Intercept, RuntimeComponents};
use aws_sdk_dynamodb::error::BoxError;
use aws_sdk_dynamodb::operation::batch_get_item::{BatchGetItemInput, BatchGetItemOutput};
use aws_sdk_dynamodb::operation::get_item::{GetItemInput, GetItemOutput};
use aws_sdk_dynamodb::operation::query::{QueryInput, QueryOutput};
use aws_sdk_dynamodb::operation::transact_write_items::{TransactWriteItemsInput, TransactWriteItemsOutput};
use aws_sdk_dynamodb::operation::update_item::{UpdateItemInput, UpdateItemOutput};
use aws_sdk_dynamodb::types::{ConsumedCapacity, ReturnConsumedCapacity};
use aws_smithy_types::config_bag::{Storable, StoreReplace};

/// One call to the table.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    started: Instant,
    ended: Option<Instant>,
    sent: Option<Instant>,
    answered: Option<Instant>,
    read_units: f64,
    write_units: f64,
    items: usize,
}

/// All calls that one request made.
#[derive(Debug, Clone, Default)]
pub(crate) struct Calls(Vec<Call>);

impl Calls {
    /// How many there were.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// The longest chain of calls of which each began after the one before it had ended.
    pub(crate) fn round_trips(&self) -> usize {
        let mut depths: Vec<usize> = Vec::with_capacity(self.0.len());
        for (position, call) in self.0.iter().enumerate() {
            let waited_for = self.0[..position]
                .iter()
                .zip(&depths)
                .filter(|(earlier, _)| earlier.ended.is_some_and(|ended| ended <= call.started))
                .map(|(_, depth)| *depth)
                .max();
            depths.push(waited_for.unwrap_or(0) + 1);
        }
        depths.into_iter().max().unwrap_or(0)
    }

    /// How long at least one call was under way, from the moment it was asked for until its answer was read.
    pub(crate) fn under_way(&self) -> Duration {
        union(self.0.iter().filter_map(|call| Some((call.started, call.ended?))))
    }

    /// How long at least one call was with the table, without signing and parsing.
    pub(crate) fn on_the_wire(&self) -> Duration {
        union(self.0.iter().filter_map(|call| Some((call.sent?, call.answered?))))
    }

    /// Items that the table read for the answers.
    pub(crate) fn items(&self) -> usize {
        self.0.iter().map(|call| call.items).sum()
    }

    /// Read capacity units.
    pub(crate) fn read_units(&self) -> f64 {
        self.0.iter().map(|call| call.read_units).sum()
    }

    /// Write capacity units.
    pub(crate) fn write_units(&self) -> f64 {
        self.0.iter().map(|call| call.write_units).sum()
    }
}

/// The length of what the spans cover together.
fn union(spans: impl Iterator<Item = (Instant, Instant)>) -> Duration {
    let mut spans: Vec<(Instant, Instant)> = spans.collect();
    spans.sort_unstable();
    let (mut total, mut covered) = (Duration::ZERO, None::<Instant>);
    for (from, to) in spans {
        let from = covered.map_or(from, |until| from.max(until));
        if to > from {
            total += to - from;
            covered = Some(to);
        }
    }
    total
}

/// Writes down each call of the clients that it hangs on.
#[derive(Debug, Clone, Default)]
pub(crate) struct Recorder(Arc<Mutex<Vec<Call>>>);

impl Recorder {
    /// What was recorded since the last time.
    pub(crate) fn take(&self) -> Calls {
        Calls(std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner)))
    }

    fn change(&self, cfg: &ConfigBag, with: impl FnOnce(&mut Call)) {
        let position = cfg.load::<Position>().map(|position| position.0);
        let mut calls = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(call) = position.and_then(|position| calls.get_mut(position)) {
            with(call);
        }
    }
}

/// Where in the record a call stands; it travels with the call.
#[derive(Debug)]
struct Position(usize);

impl Storable for Position {
    type Storer = StoreReplace<Self>;
}

type Hook = Result<(), BoxError>;

impl Intercept for Recorder {
    fn name(&self) -> &'static str {
        "Recorder"
    }

    fn read_before_execution(
        &self,
        _: &BeforeSerializationInterceptorContextRef<'_>,
        cfg: &mut ConfigBag,
    ) -> Hook {
        let mut calls = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        cfg.interceptor_state().store_put(Position(calls.len()));
        calls.push(Call {
            started: Instant::now(),
            ended: None,
            sent: None,
            answered: None,
            read_units: 0.0,
            write_units: 0.0,
            items: 0,
        });
        Ok(())
    }

    fn modify_before_serialization(
        &self,
        context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Hook {
        let total = Some(ReturnConsumedCapacity::Total);
        let input = context.input_mut();
        if let Some(input) = input.downcast_mut::<GetItemInput>() {
            input.return_consumed_capacity = total;
        } else if let Some(input) = input.downcast_mut::<BatchGetItemInput>() {
            input.return_consumed_capacity = total;
        } else if let Some(input) = input.downcast_mut::<QueryInput>() {
            input.return_consumed_capacity = total;
        } else if let Some(input) = input.downcast_mut::<UpdateItemInput>() {
            input.return_consumed_capacity = total;
        } else if let Some(input) = input.downcast_mut::<TransactWriteItemsInput>() {
            input.return_consumed_capacity = total;
        } else {
            return Err("the bench does not know this call; teach it what to count".into());
        }
        Ok(())
    }

    fn read_before_transmit(
        &self,
        _: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Hook {
        self.change(cfg, |call| call.sent = Some(call.sent.unwrap_or_else(Instant::now)));
        Ok(())
    }

    fn read_after_transmit(
        &self,
        _: &BeforeDeserializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Hook {
        self.change(cfg, |call| call.answered = Some(Instant::now()));
        Ok(())
    }

    fn read_after_execution(
        &self,
        context: &FinalizerInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Hook {
        self.change(cfg, |call| {
            call.ended = Some(Instant::now());
            let Some(Ok(output)) = context.output_or_error() else {
                return;
            };
            if let Some(output) = output.downcast_ref::<GetItemOutput>() {
                call.read_units = units(output.consumed_capacity.as_slice());
                call.items = usize::from(output.item.is_some());
            } else if let Some(output) = output.downcast_ref::<BatchGetItemOutput>() {
                call.read_units = units(output.consumed_capacity.as_deref().unwrap_or_default());
                call.items = output.responses.iter().flatten().map(|(_, items)| items.len()).sum();
            } else if let Some(output) = output.downcast_ref::<QueryOutput>() {
                call.read_units = units(output.consumed_capacity.as_slice());
                call.items = usize::try_from(output.scanned_count).unwrap_or(0);
            } else if let Some(output) = output.downcast_ref::<UpdateItemOutput>() {
                call.write_units = units(output.consumed_capacity.as_slice());
            } else if let Some(output) = output.downcast_ref::<TransactWriteItemsOutput>() {
                let reported = units(output.consumed_capacity.as_deref().unwrap_or_default());
                call.write_units = reported / LOCAL_TRANSACTION_FACTOR;
            }
        });
        Ok(())
    }
}

/// DynamoDB Local reports four units for a written kilobyte of a transaction, in the table and in each index; AWS
/// documents two. Whether AWS doubles the indexes, too, is not documented, so this is the upper bound.
const LOCAL_TRANSACTION_FACTOR: f64 = 2.0;

fn units(consumed: &[ConsumedCapacity]) -> f64 {
    consumed.iter().filter_map(|it| it.capacity_units).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calls(spans: &[(u64, u64)]) -> Calls {
        let zero = Instant::now();
        let at = |ms: u64| zero + Duration::from_millis(ms);
        let call = |(from, to): &(u64, u64)| Call {
            started: at(*from),
            ended: Some(at(*to)),
            sent: Some(at(*from)),
            answered: Some(at(*to)),
            read_units: 0.5,
            write_units: 0.0,
            items: 1,
        };
        Calls(spans.iter().map(call).collect())
    }

    #[test]
    fn calls_at_the_same_time_are_one_round_trip() {
        let both = calls(&[(0, 10), (1, 12), (12, 20)]);
        assert_eq!((both.count(), both.round_trips()), (3, 2));
        assert_eq!(both.under_way(), Duration::from_millis(20));
        let chain = calls(&[(0, 1), (2, 3), (5, 6)]);
        assert_eq!((chain.round_trips(), chain.on_the_wire()), (3, Duration::from_millis(3)));
    }
}
