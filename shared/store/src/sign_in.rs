//! Counting attempts to sign in, for each account and each address.

use aws_sdk_dynamodb::types::{AttributeValue, ReturnValuesOnConditionCheckFailure};
use domain::Instant;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::record::from_item;
use crate::{Result, Store, StoreError, keys};

/// How many attempts are allowed in what time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AttemptLimit {
    /// What is counted: `account` or `address`.
    pub scope: &'static str,
    /// Attempts within the window.
    pub attempts: u32,
    /// The window's length.
    pub window_seconds: i64,
}

/// Whether an attempt may go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    /// It was counted, and may.
    Allowed,
    /// It may not, until so many seconds have passed.
    Refused {
        /// Seconds until the window ends.
        retry_after_seconds: i64,
    },
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Window {
    window_ends: i64,
}

/// Neither an e-mail nor an address stands in a key as it is.
fn hash(subject: &str) -> String {
    Sha256::digest(subject.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn number(value: i64) -> AttributeValue {
    AttributeValue::N(value.to_string())
}

impl Store {
    /// Counts one attempt before it is made, so that attempts at the same moment cannot pass the limit together.
    pub async fn count_attempt(&self, limit: AttemptLimit, subject: &str, at: Instant) -> Result<Attempt> {
        let key = keys::throttle(limit.scope, &hash(subject));
        let now = at.as_second();
        loop {
            let counted = self
                .client
                .update_item()
                .table_name(&self.table)
                .set_key(Some(key.to_attributes()))
                .update_expression("ADD attempts :one")
                .condition_expression("windowEnds > :now AND attempts < :limit")
                .expression_attribute_values(":one", number(1))
                .expression_attribute_values(":now", number(now))
                .expression_attribute_values(":limit", number(i64::from(limit.attempts)))
                .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
                .send()
                .await;
            let error = match counted {
                Ok(_) => return Ok(Attempt::Allowed),
                Err(error) => error,
            };
            let refused = match error.as_service_error() {
                Some(aws_sdk_dynamodb::operation::update_item::UpdateItemError::ConditionalCheckFailedException(
                    refused,
                )) => refused.item.clone(),
                _ => return Err(StoreError::call("UpdateItem", error)),
            };
            if let Some(item) = refused {
                let window: Window = from_item(item)?;
                if window.window_ends > now {
                    return Ok(Attempt::Refused { retry_after_seconds: window.window_ends - now });
                }
            }
            if self.open_window(limit, &key, now).await? {
                return Ok(Attempt::Allowed);
            }
        }
    }

    /// Begins a new window with one attempt in it; false where another request did so first.
    async fn open_window(&self, limit: AttemptLimit, key: &crate::Key, now: i64) -> Result<bool> {
        let ends = now + limit.window_seconds;
        let opened = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(key.to_attributes()))
            .update_expression("SET attempts = :one, windowEnds = :ends, expiresAt = :ends, kind = :kind")
            .condition_expression("attribute_not_exists(pk) OR windowEnds <= :now")
            .expression_attribute_values(":one", number(1))
            .expression_attribute_values(":ends", number(ends))
            .expression_attribute_values(":now", number(now))
            .expression_attribute_values(":kind", AttributeValue::S("THROTTLE".into()))
            .send()
            .await;
        match opened {
            Ok(_) => Ok(true),
            Err(error)
                if error.as_service_error().is_some_and(
                    aws_sdk_dynamodb::operation::update_item::UpdateItemError::is_conditional_check_failed_exception,
                ) =>
            {
                Ok(false)
            }
            Err(error) => Err(StoreError::call("UpdateItem", error)),
        }
    }

    /// Takes one attempt back: it was a good one.
    pub async fn forgive_attempt(&self, limit: AttemptLimit, subject: &str) -> Result<()> {
        let taken = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::throttle(limit.scope, &hash(subject)).to_attributes()))
            .update_expression("ADD attempts :back")
            .condition_expression("attempts > :none")
            .expression_attribute_values(":back", number(-1))
            .expression_attribute_values(":none", number(0))
            .send()
            .await;
        match taken {
            Ok(_) => Ok(()),
            Err(error)
                if error.as_service_error().is_some_and(
                    aws_sdk_dynamodb::operation::update_item::UpdateItemError::is_conditional_check_failed_exception,
                ) =>
            {
                Ok(())
            }
            Err(error) => Err(StoreError::call("UpdateItem", error)),
        }
    }
}
