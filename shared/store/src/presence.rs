//! What somebody writes at this moment: a mark on the connection's place in the item's room, which goes with it.

use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue, ReturnValuesOnConditionCheckFailure};
use domain::{Instant, WorkItemId};
use serde::{Deserialize, Serialize};

use crate::connections::{Room, RoomMember};
use crate::record::from_item;
use crate::{Result, Store, StoreError, keys};

/// That somebody writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Typing {
    /// When the client last said so, in milliseconds since 1970.
    pub said_at: i64,
    /// Whether it is an internal comment.
    pub is_internal: bool,
}

impl Typing {
    /// How long it holds, unless it is said again.
    pub const HOLDS_MILLISECONDS: i64 = 8_000;

    /// How soon it may be said again.
    const PAUSE_MILLISECONDS: i64 = 3_000;

    /// Whether it still holds.
    pub fn holds(&self, now: Instant) -> bool {
        self.said_at + Self::HOLDS_MILLISECONDS > now.as_millisecond()
    }
}

/// What became of a word that somebody writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypingMarked {
    /// It is marked; the place in the room as it was before.
    Marked(Box<RoomMember>),
    /// The same was said a moment ago.
    Repeated,
    /// The connection is not in the item's room.
    NotThere,
}

impl Store {
    /// Marks that the connection's person writes. The same said within three seconds is one write that fails.
    pub async fn mark_typing(
        &self,
        connection_id: &str,
        item: WorkItemId,
        is_internal: bool,
        now: Instant,
    ) -> Result<TypingMarked> {
        let at = now.as_millisecond();
        let typing = serde_dynamo::to_attribute_value(Typing { said_at: at, is_internal })?;
        let earlier = (at - Typing::PAUSE_MILLISECONDS).to_string();
        let marked = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::room_member(&Room::WorkItem(item), connection_id).to_attributes()))
            .update_expression("SET #typing = :typing")
            .condition_expression(
                "attribute_exists(pk) AND (attribute_not_exists(#typing) OR #typing.saidAt <= :earlier \
                 OR #typing.isInternal <> :internal)",
            )
            .expression_attribute_names("#typing", "typing")
            .expression_attribute_values(":typing", typing)
            .expression_attribute_values(":earlier", AttributeValue::N(earlier))
            .expression_attribute_values(":internal", AttributeValue::Bool(is_internal))
            .return_values(ReturnValue::AllOld)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .send()
            .await;
        let error = match marked {
            Ok(answer) => {
                let before = answer.attributes.map(from_item).transpose()?;
                return Ok(
                    before.map_or(TypingMarked::NotThere, |before| TypingMarked::Marked(Box::new(before)))
                );
            }
            Err(error) => error,
        };
        match error.as_service_error() {
            Some(UpdateItemError::ConditionalCheckFailedException(refused)) => {
                Ok(if refused.item.is_some() { TypingMarked::Repeated } else { TypingMarked::NotThere })
            }
            _ => Err(StoreError::call("UpdateItem", error)),
        }
    }

    /// Takes the mark away. Answers the place in the room as it was before, where there was one with a mark.
    pub async fn unmark_typing(&self, connection_id: &str, item: WorkItemId) -> Result<Option<RoomMember>> {
        let unmarked = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::room_member(&Room::WorkItem(item), connection_id).to_attributes()))
            .update_expression("REMOVE #typing")
            .condition_expression("attribute_exists(#typing)")
            .expression_attribute_names("#typing", "typing")
            .return_values(ReturnValue::AllOld)
            .send()
            .await;
        match unmarked {
            Ok(answer) => answer.attributes.map(from_item).transpose(),
            Err(error) => match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(_)) => Ok(None),
                _ => Err(StoreError::call("UpdateItem", error)),
            },
        }
    }
}
