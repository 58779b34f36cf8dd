//! What the bell shows.

use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::AttributeValue;
use domain::{Notification, NotificationId, UserId};
use futures::future::try_join_all;

use crate::record::to_item;
use crate::work_items::within;
use crate::{Cursor, Page, Result, Store, StoreError, keys};

impl Store {
    /// Writes a notification. Its id follows from the activity, so a second delivery finds it there: `false`.
    pub async fn put_notification(&self, notification: &Notification) -> Result<bool> {
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
