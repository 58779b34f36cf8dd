//! Using a macro on an item: everything that it does and says, in one transaction.

use domain::attachment::MOST_ATTACHMENTS;
use domain::macros::{MacroActions, MacroAssignee, MacroReply, fill_in};
use domain::policy::WorkItemOperation;
use domain::{AttachmentId, Macro, MacroId, Principal, Target, WorkItem};
use serde::{Deserialize, Serialize};
use store::{CommitError, Fetched, Key, MacroUse, Store};
use utoipa::ToSchema;

use super::bulk::{BulkChange, draft_assignee, draft_fields};
use super::{Assignee, Draft, ItemRef, TRIES, expect_unmerged, read_with_session, visible};
use crate::attachments::FULL;
use crate::comments::{commented, mentioned_in, people_to_mention, said};
use crate::idempotency::{Repeatable, earlier, first_answer_or, replay};
use crate::macros::MACRO;
use crate::shelf::expect_had;
use crate::{AppError, Caller, Result, rich, uploads, views};

/// What a macro would say and do.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MacroPreview {
    /// Its words, with the variables filled in; null for nothing.
    pub reply: Option<MacroReply>,
    /// What it does.
    pub actions: MacroActions,
}

/// What a macro did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MacroOutcome {
    /// The item as it is now.
    pub item: views::WorkItem,
    /// What was said; null for nothing.
    pub comment: Option<views::Comment>,
}

fn change_of(actions: &MacroActions) -> BulkChange {
    BulkChange {
        status: actions.status,
        priority: actions.priority,
        category_id: actions.category_id,
        team_id: actions.team_id,
        assignee: actions.assignee.map(|assignee| match assignee {
            MacroAssignee::Me => Assignee::Me,
            MacroAssignee::Nobody => Assignee::Nobody,
            MacroAssignee::Person(id) => Assignee::Person(id),
        }),
        add_tags: actions.add_tags.clone(),
        remove_tags: actions.remove_tags.clone(),
        delete: false,
    }
}

/// The item and the macro, for somebody who has both.
async fn find(
    store: &Store,
    caller: &Caller,
    item: &ItemRef,
    id: MacroId,
) -> Result<(Principal, WorkItem, Macro)> {
    let keys = [Key::work_item(item.resolve(store, caller).await?), Key::macro_of(id)];
    let (principal, found) = read_with_session(store, caller, keys.clone()).await?;
    let work = visible(&principal, item.item_type, found.get(&keys[0])?)?;
    let kept =
        expect_had(&principal, found.get::<Macro>(&keys[1])?, MACRO, |kept| (kept.owner.id, kept.sharing))?;
    principal.may(WorkItemOperation::Edit, &work)?;
    Ok((principal, work, kept))
}

/// What the macro would say and do, for those who handle the item.
pub async fn preview_macro(
    store: &Store,
    caller: &Caller,
    item: &ItemRef,
    id: MacroId,
) -> Result<MacroPreview> {
    let (principal, work, kept) = find(store, caller, item, id).await?;
    let fill = |reply: MacroReply| {
        Ok::<_, AppError>(MacroReply { content: filled(&reply, &work, &principal)?, ..reply })
    };
    Ok(MacroPreview { reply: kept.reply.map(fill).transpose()?, actions: kept.actions })
}

/// The macro's words about this item. They are checked as though they were typed: what stands in for a variable comes
/// from whoever raised the item.
fn filled(reply: &MacroReply, item: &WorkItem, principal: &Principal) -> Result<String> {
    rich::said("content", &fill_in(&reply.content, item, &principal.to_ref()))
}

/// What whoever uses a macro says with it.
#[derive(Debug, Clone, Copy)]
pub struct MacroWords<'a> {
    /// HTML in place of the macro's own words; none for those.
    pub content: Option<&'a str>,
    /// Uploads that go along with the words, internal where they are.
    pub upload_keys: &'a [AttachmentId],
}

/// Uses the macro on the item as it is now. Where one part of it is refused, nothing happens.
pub async fn use_macro(
    store: &Store,
    caller: &Caller,
    item: &ItemRef,
    id: MacroId,
    with: MacroWords<'_>,
    repeatable: Option<&Repeatable>,
) -> Result<MacroOutcome> {
    let words = with.content.map(|words| rich::said("content", words)).transpose()?;
    for _ in 0..TRIES {
        let found = find(store, caller, item, id).await.and_then(|found| {
            expect_unmerged(&found.1)?;
            Ok(found)
        });
        let (principal, work, kept) = match found {
            Ok(found) => found,
            Err(refusal) => return first_answer_or(refusal, store, caller, repeatable).await,
        };
        let words = match (&kept.reply, &words) {
            (None, Some(_)) => {
                return Err(AppError::invalid("content", "must be left out: this macro says nothing"));
            }
            (None, None) if !with.upload_keys.is_empty() => {
                return Err(AppError::invalid("uploadKeys", "must be left out: this macro says nothing"));
            }
            (None, None) => None,
            (Some(_), Some(words)) => Some(words.clone()),
            (Some(reply), None) => Some(filled(reply, &work, &principal)?),
        };
        let mentioned = words.as_deref().map(mentioned_in).transpose()?.unwrap_or_default();
        let change = change_of(&kept.actions);
        let mut wanted = change.keys(caller);
        for person in mentioned.iter().copied().map(Key::user) {
            if !wanted.contains(&person) {
                wanted.push(person);
            }
        }
        wanted.extend(with.upload_keys.iter().copied().map(Key::upload));
        // One read more, for a macro that moves, assigns, mentions or attaches.
        let beside = if wanted.is_empty() { Fetched::default() } else { store.fetch(&wanted).await? };

        let mut draft = Draft::of(work);
        let mut activities = Vec::new();
        activities.extend(draft_fields(store, caller, &principal, &change, &beside, &mut draft).await?);
        activities.extend(draft_assignee(caller, &principal, &change, &beside, &mut draft)?);

        let comment = match (words, &kept.reply) {
            (Some(content), Some(reply)) => {
                let is_internal = reply.is_internal;
                let mentions = people_to_mention(&principal, &draft.after, is_internal, &mentioned, &beside)?;
                Some(said(caller, &principal, &draft.after, content, is_internal, mentions))
            }
            _ => None,
        };
        let target = Target {
            work_item_id: draft.after.id,
            item_type: draft.after.item_type,
            is_internal: comment.as_ref().is_some_and(|comment| comment.is_internal),
        };
        let claimed = match uploads::claim(&beside, &principal, with.upload_keys, &target) {
            Ok(claimed) => claimed,
            Err(refusal) => return earlier(store, principal.user_id, repeatable).await?.ok_or(refusal),
        };
        if !claimed.is_empty()
            && store.attachments(draft.after.id).await?.len() + claimed.len() > MOST_ATTACHMENTS
        {
            return Err(FULL);
        }
        activities.extend(comment.as_ref().map(|comment| {
            let files = uploads::change_of(&claimed).into_iter().collect();
            commented(caller, &principal, &draft.after, comment, files)
        }));

        let mut shown = draft.after.clone();
        if let Some(comment) = &comment {
            shown.updated_at = caller.at;
            shown.public_comment_count += u64::from(!comment.is_internal);
            shown.internal_comment_count += u64::from(comment.is_internal);
        }
        let outcome = MacroOutcome {
            item: views::WorkItem::new(&shown, &principal),
            comment: comment.clone().map(views::Comment::from),
        };
        if activities.is_empty() {
            return Ok(outcome);
        }
        let answer = repeatable
            .map(|repeatable| repeatable.answer(principal.user_id, &outcome, caller.at))
            .transpose()?;
        let written = MacroUse {
            change: draft.is_change().then_some((&draft.before, &draft.after)),
            comment: comment.as_ref(),
            activities: &activities,
            uploads: &claimed,
            answer: answer.as_ref(),
        };
        match store.use_macro(&written).await {
            Ok(()) => return Ok(outcome),
            Err(CommitError::Repeated(stored)) => return replay(repeatable, &stored),
            Err(CommitError::Stale) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(AppError::Contended)
}
