//! The ledger of what consumers have done about an activity, so that a second delivery does nothing.

use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValuesOnConditionCheckFailure};
use domain::{ActivityId, Instant, UserId};
use serde::Deserialize;

use crate::record::from_item;
use crate::{Result, Store, StoreError, keys};

/// The way by which a person is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// Mail.
    Mail,
    /// Websocket.
    Live,
    /// The person's browsers.
    Push,
    /// None: it is counted.
    Statistics,
}

impl Channel {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Channel::Mail => "MAIL",
            Channel::Live => "LIVE",
            Channel::Push => "PUSH",
            Channel::Statistics => "STATISTICS",
        }
    }
}

/// Whether a delivery is to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// By the asker, within the lease.
    Mine,
    /// It was made.
    Done,
    /// Another is at it; ask again when its lease is over.
    Busy,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Delivery {
    is_done: bool,
}

pub(crate) const KEPT_SECONDS: i64 = 30 * 24 * 3600;

impl Store {
    /// Claims the delivery of `activity` by `channel` to `user` (none for all at once) until the lease ends. A
    /// worker that dies leaves the claim to run out, and the next delivery of the message takes it over.
    pub async fn claim_delivery(
        &self,
        activity: ActivityId,
        channel: Channel,
        user: Option<UserId>,
        at: Instant,
        lease_seconds: i64,
    ) -> Result<Claim> {
        let claimed = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::delivery(activity, channel, user).to_attributes()))
            .update_expression(
                "SET claimedUntil = :until, isDone = :false, expiresAt = :expires, kind = :kind",
            )
            .condition_expression("attribute_not_exists(pk) OR (isDone = :false AND claimedUntil <= :now)")
            .expression_attribute_values(":until", number(at.as_millisecond() + lease_seconds * 1000))
            .expression_attribute_values(":now", number(at.as_millisecond()))
            .expression_attribute_values(":expires", number(at.as_second() + KEPT_SECONDS))
            .expression_attribute_values(":false", AttributeValue::Bool(false))
            .expression_attribute_values(":kind", AttributeValue::S("DELIVERY".into()))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .send()
            .await;
        let error = match claimed {
            Ok(_) => return Ok(Claim::Mine),
            Err(error) => error,
        };
        match error.as_service_error() {
            Some(UpdateItemError::ConditionalCheckFailedException(refused)) => {
                let delivery: Option<Delivery> = refused.item.clone().map(from_item).transpose()?;
                Ok(if delivery.is_some_and(|delivery| delivery.is_done) { Claim::Done } else { Claim::Busy })
            }
            _ => Err(StoreError::call("UpdateItem", error)),
        }
    }

    /// Writes down that the delivery was made, also one that nobody claimed here.
    pub async fn finish_delivery(
        &self,
        activity: ActivityId,
        channel: Channel,
        user: Option<UserId>,
        at: Instant,
    ) -> Result<()> {
        self.client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::delivery(activity, channel, user).to_attributes()))
            .update_expression("SET isDone = :true, expiresAt = :expires, kind = :kind")
            .expression_attribute_values(":true", AttributeValue::Bool(true))
            .expression_attribute_values(":expires", number(at.as_second() + KEPT_SECONDS))
            .expression_attribute_values(":kind", AttributeValue::S("DELIVERY".into()))
            .send()
            .await
            .map_err(|error| StoreError::call("UpdateItem", error))?;
        Ok(())
    }

    /// Gives a claim back: the delivery failed in a way that may be tried again at once.
    pub async fn release_delivery(
        &self,
        activity: ActivityId,
        channel: Channel,
        user: Option<UserId>,
    ) -> Result<()> {
        self.client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::delivery(activity, channel, user).to_attributes()))
            .update_expression("SET claimedUntil = :past")
            .expression_attribute_values(":past", number(0))
            .send()
            .await
            .map_err(|error| StoreError::call("UpdateItem", error))?;
        Ok(())
    }
}

fn number(value: i64) -> AttributeValue {
    AttributeValue::N(value.to_string())
}
