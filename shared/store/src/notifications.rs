//! What the bell shows.

use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue, ReturnValuesOnConditionCheckFailure};
use domain::{ActivityId, Notification, NotificationId, UserId};
use futures::future::try_join_all;
use serde::Deserialize;

use crate::record::{from_item, to_item};
use crate::work_items::within;
use crate::{Cursor, Key, Page, Result, Store, StoreError, keys};

/// The notification that tells of an item's changes of one type in these minutes.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Bell {
    notification_id: NotificationId,
}

/// Whether a notification takes the place of one that tells of the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opening {
    WhereNoneRuns,
    InAnyCase,
}

impl Store {
    /// Tells a person of something. Where an unread notification of the same type tells of the same item, and its
    /// first change is no older than `window_seconds`, that one takes in this change, which `activity` names: so a
    /// second delivery changes nothing. Returns what the person has now.
    pub async fn tell(
        &self,
        notification: &Notification,
        activity: ActivityId,
        window_seconds: i64,
    ) -> Result<Notification> {
        let Some(item) = notification.work_item_id else {
            self.put_notification(notification).await?;
            return Ok(notification.clone());
        };
        let bell = keys::bell(notification.user_id, item, notification.notification_type);
        let running =
            match self.open_bell(&bell, notification, window_seconds, Opening::WhereNoneRuns).await? {
                Some(running) if running != notification.id => running,
                _ => {
                    self.put_notification(notification).await?;
                    return Ok(notification.clone());
                }
            };
        let merged = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::notification(notification.user_id, running).to_attributes()))
            .update_expression(
                "SET title = :title, message = :message, createdAt = :at, #count = if_not_exists(#count, :one) + :one \
                 ADD told :activities",
            )
            .condition_expression("attribute_exists(pk) AND isRead = :false AND NOT contains(told, :activity)")
            .expression_attribute_names("#count", "count")
            .expression_attribute_values(":title", AttributeValue::S(notification.title.clone()))
            .expression_attribute_values(":message", AttributeValue::S(notification.message.clone()))
            .expression_attribute_values(":at", AttributeValue::S(notification.created_at.to_string()))
            .expression_attribute_values(":one", AttributeValue::N("1".into()))
            .expression_attribute_values(":false", AttributeValue::Bool(false))
            .expression_attribute_values(":activity", AttributeValue::S(activity.to_string()))
            .expression_attribute_values(":activities", AttributeValue::Ss(vec![activity.to_string()]))
            .return_values(ReturnValue::AllNew)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .send()
            .await;
        let error = match merged {
            Ok(answer) => return from_item(answer.attributes.unwrap_or_default()),
            Err(error) => error,
        };
        let Some(UpdateItemError::ConditionalCheckFailedException(refused)) = error.as_service_error() else {
            return Err(StoreError::call("UpdateItem", error));
        };
        // It was told already, in a delivery before this one.
        if let Some(item) = refused.item.clone()
            && item
                .get("told")
                .and_then(|told| told.as_ss().ok())
                .is_some_and(|told| told.contains(&activity.to_string()))
        {
            return from_item(item);
        }
        // It was read or removed: this is news.
        self.open_bell(&bell, notification, window_seconds, Opening::InAnyCase).await?;
        self.put_notification(notification).await?;
        Ok(notification.clone())
    }

    /// Lets changes of an item be told by this notification from now on. Where another does so, and `opening` leaves
    /// that as it is, returns that one.
    async fn open_bell(
        &self,
        bell: &Key,
        notification: &Notification,
        window_seconds: i64,
        opening: Opening,
    ) -> Result<Option<NotificationId>> {
        const KEPT_SECONDS: i64 = 24 * 3600;
        let at = notification.created_at;
        let ends_at = at.plus_seconds(window_seconds);
        let mut update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(bell.to_attributes()))
            .update_expression("SET kind = :kind, notificationId = :id, endsAt = :ends, expiresAt = :expires")
            .expression_attribute_values(":kind", AttributeValue::S("BELL".into()))
            .expression_attribute_values(":id", AttributeValue::S(notification.id.to_string()))
            .expression_attribute_values(":ends", AttributeValue::S(ends_at.to_string()))
            .expression_attribute_values(
                ":expires",
                AttributeValue::N((ends_at.as_second() + KEPT_SECONDS).to_string()),
            )
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        if opening == Opening::WhereNoneRuns {
            update = update
                .condition_expression("attribute_not_exists(pk) OR endsAt <= :at")
                .expression_attribute_values(":at", AttributeValue::S(at.to_string()));
        }
        let error = match update.send().await {
            Ok(_) => return Ok(None),
            Err(error) => error,
        };
        match error.as_service_error() {
            Some(UpdateItemError::ConditionalCheckFailedException(refused)) if refused.item.is_some() => {
                let running: Bell = from_item(refused.item.clone().unwrap_or_default())?;
                Ok(Some(running.notification_id))
            }
            _ => Err(StoreError::call("UpdateItem", error)),
        }
    }

    /// Writes a notification. Its id follows from the activity, so a second delivery finds it there: `false`.
    async fn put_notification(&self, notification: &Notification) -> Result<bool> {
        let written = self
            .client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(to_item(notification)?))
            .condition_expression("attribute_not_exists(pk)")
            .send()
            .await;
        match written {
            Ok(_) => Ok(true),
            Err(error)
                if error.as_service_error().is_some_and(
                    aws_sdk_dynamodb::operation::put_item::PutItemError::is_conditional_check_failed_exception,
                ) =>
            {
                Ok(false)
            }
            Err(error) => Err(StoreError::call("PutItem", error)),
        }
    }

    /// A person's notifications, newest first.
    pub async fn notifications(
        &self,
        user: UserId,
        after: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<Notification>> {
        self.page(&within(keys::user_partition(user), keys::NOTIFICATION), after, limit).await
    }

    /// Marks one as read; `false` where there is none of that id.
    pub async fn read_notification(&self, user: UserId, id: NotificationId) -> Result<bool> {
        let marked = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::notification(user, id).to_attributes()))
            .update_expression("SET isRead = :true")
            .condition_expression("attribute_exists(pk)")
            .expression_attribute_values(":true", AttributeValue::Bool(true))
            .send()
            .await;
        match marked {
            Ok(_) => Ok(true),
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(UpdateItemError::is_conditional_check_failed_exception) =>
            {
                Ok(false)
            }
            Err(error) => Err(StoreError::call("UpdateItem", error)),
        }
    }

    /// As many as are counted, and marked at once.
    pub const NEWEST_NOTIFICATIONS: usize = 100;

    /// How many of the newest hundred are unread: the cost is the same however many there are.
    pub async fn unread_notifications(&self, user: UserId) -> Result<usize> {
        let page = self.notifications(user, None, Self::NEWEST_NOTIFICATIONS).await?;
        Ok(page.items.iter().filter(|notification| !notification.is_read).count())
    }

    /// Removes one; one that is gone is no error.
    pub async fn delete_notification(&self, user: UserId, id: NotificationId) -> Result<()> {
        self.client
            .delete_item()
            .table_name(&self.table)
            .set_key(Some(keys::notification(user, id).to_attributes()))
            .send()
            .await
            .map_err(|error| StoreError::call("DeleteItem", error))?;
        Ok(())
    }

    /// Marks the newest hundred as read.
    pub async fn read_all_notifications(&self, user: UserId) -> Result<()> {
        let page = self.notifications(user, None, Self::NEWEST_NOTIFICATIONS).await?;
        let unread = page.items.iter().filter(|notification| !notification.is_read);
        try_join_all(unread.map(|notification| self.read_notification(user, notification.id))).await?;
        Ok(())
    }
}
