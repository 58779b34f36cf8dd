//! A new ticket out of another: to take up again what is closed, or to give a comment a ticket of its own.

use domain::policy::{WorkItemOperation, visible_comment};
use domain::work_item::MOST_LINKS;
use domain::{Action, Activity, CommentId, LinkKind, Principal, Settings, Status, WorkItem, WorkItemType};
use store::{CommitError, Key, Store};

use super::links::linked;
use super::{Draft, ItemRef, TRIES, activity_of, bring_back, expect_unmerged, read_with_session, visible};
use crate::idempotency::{Repeatable, replay};
use crate::{AppError, Caller, Result, rich, views};

/// What is to be said in the new ticket; lengths are checked already.
#[derive(Debug, Clone)]
pub struct FollowUp {
    /// One line; the other ticket's where nobody says.
    pub title: Option<String>,
    /// HTML as the editor made it.
    pub description: String,
}

/// Takes up a closed ticket again in a new one, which goes to the same team and is linked.
pub async fn follow_up(
    store: &Store,
    caller: &Caller,
    ticket: &ItemRef,
    new: &FollowUp,
    repeatable: Option<&Repeatable>,
) -> Result<views::WorkItem> {
    let id = ticket.resolve(store, caller).await?;
    let (number, settings) = tokio::try_join!(store.next_number(WorkItemType::Ticket), store.settings())?;
    raise_beside(store, caller, ticket, &Key::work_item(id), repeatable, |principal, old| {
        principal.may(WorkItemOperation::FollowUp, old)?;
        if old.status != Status::Closed {
            return Err(AppError::Conflict("only a closed ticket is taken up again; answer in this one"));
        }
        let mut item = following_up(old, number.clone(), &settings, principal, caller);
        item.description = rich::kept("description", &new.description)?;
        if let Some(title) = &new.title {
            title.trim().clone_into(&mut item.title);
        }
        Ok((item, LinkKind::FollowsUp))
    })
    .await
}

/// A ticket that takes up `old` again, as far as it follows from that: for the same team, under the same title.
pub(crate) fn following_up(
    old: &WorkItem,
    number: String,
    settings: &Settings,
    principal: &Principal,
    caller: &Caller,
) -> WorkItem {
    WorkItem {
        priority: old.priority.min(settings.requester_priority_cap),
        team_id: old.team_id,
        category_id: old.category_id,
        custom_fields: old.custom_fields.clone(),
        ..WorkItem::new(WorkItemType::Ticket, number, &old.title, principal.to_ref(), caller.at)
    }
}

/// Gives a comment a ticket of its own, raised in the name of who wrote it. The comment stays where it is.
pub async fn split(
    store: &Store,
    caller: &Caller,
    comment: CommentId,
    title: &str,
    repeatable: Option<&Repeatable>,
) -> Result<views::WorkItem> {
    const COMMENT: AppError = AppError::NotFound("comment");
    let Some(work_item) = store.work_item_of_comment(comment).await? else {
        caller.check_alone(store).await?;
        return Err(COMMENT);
    };
    let comment = store.comment(work_item, comment).await?;
    let number = store.next_number(WorkItemType::Ticket).await?;
    let ticket = ItemRef::by_id(WorkItemType::Ticket, work_item);
    raise_beside(store, caller, &ticket, &Key::work_item(work_item), repeatable, |principal, old| {
        principal.may(WorkItemOperation::Edit, old)?;
        let comment = comment.clone().and_then(|comment| visible_comment(principal.standing(old), comment));
        let comment = comment.ok_or(COMMENT)?;
        if comment.is_internal {
            return Err(AppError::Conflict(
                "an internal note cannot become a ticket, which its author would read",
            ));
        }
        let item = WorkItem {
            // Pictures stay with the comment: there they are led to.
            description: domain::rich_text::with_linked_images(
                &comment.content,
                &format!("/tickets/{}", old.id),
            ),
            priority: old.priority,
            team_id: old.team_id,
            category_id: None,
            ..WorkItem::new(WorkItemType::Ticket, number.clone(), title, comment.author.clone(), caller.at)
        };
        Ok((item, LinkKind::SplitFrom))
    })
    .await
}

/// Writes a new ticket and the link between it and the old one, in one transaction.
async fn raise_beside(
    store: &Store,
    caller: &Caller,
    old: &ItemRef,
    key: &Key,
    repeatable: Option<&Repeatable>,
    make: impl Fn(&Principal, &WorkItem) -> Result<(WorkItem, LinkKind)>,
) -> Result<views::WorkItem> {
    for _ in 0..TRIES {
        let (principal, found) = read_with_session(store, caller, [key.clone()]).await?;
        let before = visible(&principal, old.item_type, found.get(key)?)?;
        let (mut item, kind) = make(&principal, &before)?;
        expect_unmerged(&before)?;
        bring_back(store, &mut item).await?;
        let (draft, linked) = link_beside(&mut item, kind, before, caller, &principal)?;
        let created = activity_of(caller, &principal, Action::Created, &item, Vec::new());
        let view = views::WorkItem::new(&item, &principal);
        let answer = repeatable
            .map(|repeatable| repeatable.answer(principal.user_id, &view, caller.at))
            .transpose()?;
        match store.create_work_item(&item, &created, &[draft.with(&linked)], &[], answer.as_ref()).await {
            Ok(()) => return Ok(view),
            Err(CommitError::Repeated(stored)) => return replay(repeatable, &stored),
            Err(CommitError::Stale) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(AppError::Contended)
}

/// Links the new ticket to the one that it came from: the change of that one, and the record of it.
pub(crate) fn link_beside(
    item: &mut WorkItem,
    kind: LinkKind,
    old: WorkItem,
    caller: &Caller,
    principal: &Principal,
) -> Result<(Draft, Activity)> {
    item.link(kind, old.name());
    let mut draft = Draft::of(old);
    draft.after.link(kind.reverse(), item.name());
    if draft.after.links.len() > MOST_LINKS {
        return Err(AppError::Conflict("it has fifty links already, which is the most; raise a new ticket"));
    }
    let linked = linked(&mut draft, caller, principal);
    Ok((draft, linked))
}
