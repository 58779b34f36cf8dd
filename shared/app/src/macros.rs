//! Macros: keeping them. Using one is [`crate::work_items::use_macro`].

use domain::macros::{
    MAX_REPLY_BYTES, MOST_MACROS, MacroActions, MacroAssignee, MacroReply, Variable, unknown_variables,
};
use domain::work_item::tag;
use domain::{Action, Activity, Category, Change, Macro, MacroId, Principal, Sharing, Team, TeamId, User};
use store::{CommitError, Cursor, Fetched, Key, Page, Shelf, Store};

use crate::shelf::{self, expect_had};
use crate::work_items::read_with_session;
use crate::{AppError, Caller, FieldError, Result, rich, views};

pub(crate) const MACRO: &str = "macro";

/// What is said of a macro: absent fields stay, or are empty in a new one. Lengths are checked already.
#[derive(Debug, Clone, Default)]
pub struct MacroPatch {
    /// What it is called.
    pub name: Option<String>,
    /// When to use it; an inner none empties it.
    pub description: Option<Option<String>>,
    /// What it says; an inner none empties it.
    pub reply: Option<Option<MacroReply>>,
    /// What it does: all of it.
    pub actions: Option<MacroActions>,
    /// Who has it.
    pub sharing: Option<Sharing>,
}

impl MacroPatch {
    fn keys(&self) -> Vec<Key> {
        let actions = self.actions.as_ref();
        let person = actions.and_then(|actions| match actions.assignee {
            Some(MacroAssignee::Person(id)) => Some(Key::user(id)),
            _ => None,
        });
        let keys = [
            self.sharing.and_then(Sharing::team).map(Key::team),
            actions.and_then(|actions| actions.category_id).map(Key::category),
            actions.and_then(|actions| actions.team_id).map(Key::team),
            person,
        ];
        let mut wanted: Vec<Key> = Vec::new();
        for key in keys.into_iter().flatten() {
            if !wanted.contains(&key) {
                wanted.push(key);
            }
        }
        wanted
    }
}

/// One page of the macros that the reader has, or of one team's, by name.
pub async fn list(
    store: &Store,
    caller: &Caller,
    team: Option<TeamId>,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<Page<views::Macro>> {
    let read = |shelves: Vec<Shelf>| async move { store.macros(&shelves, after, limit).await };
    let (principal, page) = shelf::list(store, caller, team, read).await?;
    Ok(page.filter_map(|kept| Some(views::Macro::new(kept, &principal))))
}

/// One macro.
pub async fn read(store: &Store, caller: &Caller, id: MacroId) -> Result<views::Macro> {
    let (principal, kept) = caller.check_with(store, store.macro_by_id(id)).await?;
    let kept = expect_had(&principal, kept, MACRO, |kept| (kept.owner.id, kept.sharing))?;
    Ok(views::Macro::new(kept, &principal))
}

/// Makes a macro.
pub async fn create(store: &Store, caller: &Caller, new: &MacroPatch) -> Result<views::Macro> {
    let sharing = new.sharing.unwrap_or(Sharing::Nobody);
    let shelves = [Shelf::of(caller.claims.user_id, sharing)];
    let (read, present) =
        tokio::join!(read_with_session(store, caller, new.keys()), store.macros(&shelves, None, MOST_MACROS));
    let (principal, found) = read?;
    principal.may_keep(principal.user_id, sharing)?;
    expect_room(present?.items.len())?;
    let mut made = Macro {
        id: MacroId::new(caller.at),
        name: String::new(),
        description: None,
        reply: None,
        actions: MacroActions::default(),
        sharing,
        owner: principal.to_ref(),
        version: 1,
        created_at: caller.at,
        updated_at: caller.at,
    };
    apply(&mut made, new, &found)?;
    let activity = of_macro(caller, &principal, Action::MacroCreated, &made, Vec::new());
    store.create_macro(&made, &activity).await?;
    Ok(views::Macro::new(made, &principal))
}

fn expect_room(present: usize) -> Result<()> {
    if present < MOST_MACROS {
        return Ok(());
    }
    Err(AppError::Conflict(
        "there are a hundred macros with this sharing, which is the most; delete one first",
    ))
}

fn apply(kept: &mut Macro, patch: &MacroPatch, found: &Fetched) -> Result<()> {
    if let Some(name) = &patch.name {
        kept.name = name.trim().to_owned();
    }
    if let Some(description) = &patch.description {
        kept.description =
            description.as_deref().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    }
    if let Some(reply) = &patch.reply {
        kept.reply = reply.as_ref().map(checked_reply).transpose()?;
    }
    if let Some(actions) = &patch.actions {
        kept.actions = checked_actions(actions, found)?;
    }
    if let Some(sharing) = patch.sharing {
        shelf::expect_team(sharing, found)?;
        kept.sharing = sharing;
    }
    if kept.reply.is_none() && kept.actions == MacroActions::default() {
        return Err(AppError::invalid("actions", "must say what to do, or `reply` what to say"));
    }
    Ok(())
}

fn checked_reply(reply: &MacroReply) -> Result<MacroReply> {
    const FIELD: &str = "reply.content";
    let content = rich::said(FIELD, &reply.content)?;
    if content.len() > MAX_REPLY_BYTES {
        return Err(AppError::invalid(FIELD, format!("must be at most {MAX_REPLY_BYTES} bytes")));
    }
    if let Some(unknown) = unknown_variables(&content).first() {
        let known = Variable::ALL.map(|variable| format!("`{{{{{}}}}}`", variable.name())).join(", ");
        return Err(AppError::invalid(
            FIELD,
            format!("`{{{{{unknown}}}}}` is no variable; there are {known}"),
        ));
    }
    Ok(MacroReply { content, is_internal: reply.is_internal })
}

fn checked_actions(actions: &MacroActions, found: &Fetched) -> Result<MacroActions> {
    let mut errors = Vec::new();
    let mut refuse = |field: String, rule: &str| errors.push(FieldError { field, rule: rule.into() });
    if let Some(id) = actions.category_id
        && found.get::<Category>(&Key::category(id))?.is_none_or(|category| category.deleted_at.is_some())
    {
        refuse("actions.categoryId".into(), "must be the id of a category");
    }
    if let Some(id) = actions.team_id
        && found.get::<Team>(&Key::team(id))?.is_none()
    {
        refuse("actions.teamId".into(), "must be the id of a team");
    }
    if let Some(MacroAssignee::Person(id)) = actions.assignee
        && found.get::<User>(&Key::user(id))?.is_none_or(|user| !user.is_active || !user.role.is_staff())
    {
        refuse(
            "actions.assignee".into(),
            "must be `me`, `nobody` or the id of an active person who works on tickets",
        );
    }
    let mut normal = |field: &str, tags: &[String]| -> Vec<String> {
        let mut kept = Vec::new();
        for (position, text) in tags.iter().enumerate() {
            match tag(text) {
                Some(tag) if !kept.contains(&tag) => kept.push(tag),
                Some(_) => {}
                None => refuse(
                    format!("actions.{field}[{position}]"),
                    "must be 1 to 40 letters, digits and `-_.:+`",
                ),
            }
        }
        kept
    };
    let (add_tags, remove_tags) =
        (normal("addTags", &actions.add_tags), normal("removeTags", &actions.remove_tags));
    if errors.is_empty() {
        Ok(MacroActions { add_tags, remove_tags, ..actions.clone() })
    } else {
        Err(AppError::Invalid(errors))
    }
}

/// Changes a macro, if it still has `version`.
pub async fn change(
    store: &Store,
    caller: &Caller,
    id: MacroId,
    version: u64,
    patch: &MacroPatch,
) -> Result<views::Macro> {
    let keys = [Key::macro_of(id)].into_iter().chain(patch.keys());
    let (principal, found) = read_with_session(store, caller, keys).await?;
    let kept: Option<Macro> = found.get(&Key::macro_of(id))?;
    let before = expect_had(&principal, kept, MACRO, |kept| (kept.owner.id, kept.sharing))?;
    principal.may_keep(before.owner.id, before.sharing)?;
    if before.version != version {
        return Err(AppError::stale(MACRO, &views::Macro::new(before, &principal)));
    }
    let mut after = before.clone();
    apply(&mut after, patch, &found)?;
    if after.sharing != before.sharing {
        principal.may_keep(before.owner.id, after.sharing)?;
        let shelves = [Shelf::of(before.owner.id, after.sharing)];
        expect_room(store.macros(&shelves, None, MOST_MACROS).await?.items.len())?;
    }
    let changes: Vec<Change> = [
        Change::between("name", &before.name, &after.name),
        Change::between("description", &before.description, &after.description),
        Change::between("reply", &before.reply, &after.reply),
        Change::between("actions", &before.actions, &after.actions),
        Change::between("sharing", &before.sharing, &after.sharing),
    ]
    .into_iter()
    .flatten()
    .collect();
    if changes.is_empty() {
        return Ok(views::Macro::new(before, &principal));
    }
    after.version += 1;
    after.updated_at = caller.at;
    let activity = of_macro(caller, &principal, Action::MacroUpdated, &after, changes);
    match store.change_macro(&before, &after, &activity).await {
        Ok(()) => Ok(views::Macro::new(after, &principal)),
        Err(CommitError::Stale) => {
            let current = store.macro_by_id(id).await?.ok_or(AppError::NotFound(MACRO))?;
            Err(AppError::stale(MACRO, &views::Macro::new(current, &principal)))
        }
        Err(error) => Err(error.into()),
    }
}

/// Deletes a macro.
pub async fn delete(store: &Store, caller: &Caller, id: MacroId) -> Result<()> {
    let (principal, kept) = caller.check_with(store, store.macro_by_id(id)).await?;
    let kept = expect_had(&principal, kept, MACRO, |kept| (kept.owner.id, kept.sharing))?;
    principal.may_keep(kept.owner.id, kept.sharing)?;
    let activity = of_macro(caller, &principal, Action::MacroDeleted, &kept, Vec::new());
    match store.delete_macro(&kept, &activity).await {
        Err(CommitError::Stale) => {
            Err(AppError::Conflict("the macro has changed since it was read; try again"))
        }
        other => Ok(other?),
    }
}

/// The record of what was done to a macro. It stands with its team, or with who did it.
fn of_macro(
    caller: &Caller,
    principal: &Principal,
    action: Action,
    kept: &Macro,
    mut changes: Vec<Change>,
) -> Activity {
    if changes.is_empty() {
        changes.extend(Change::between("name", &None, &Some(&kept.name)));
    }
    Activity { changes, team_id: kept.sharing.team(), ..caller.activity(principal, action) }
}
