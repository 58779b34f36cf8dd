//! An item's room as it is at this moment, and what each in it may notice of the others.

use std::collections::HashMap;

use app::audience::{Audience, Listener};
use domain::policy::{Presence, Standing, may_notice};
use domain::{Instant, PersonRef, Principal, UserId, WorkItem, WorkItemId};
use serde::Serialize;
use store::{Key, Room, Store, Typing};

use crate::push::Post;

/// Somebody in the room, by one connection.
#[derive(Debug)]
pub(crate) struct Present {
    pub(crate) listener: Listener,
    pub(crate) typing: Option<Typing>,
}

/// An item, and who is in its room.
#[derive(Debug)]
pub(crate) struct Scene {
    pub(crate) item: WorkItem,
    pub(crate) present: Vec<Present>,
}

/// Somebody who is there too, as clients see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Viewer {
    user: PersonRef,
    is_typing: bool,
    is_internal: bool,
}

/// What somebody of this standing does, whose connection carries this mark. Who does not handle an item writes nothing
/// internal, whatever the client says.
pub(crate) fn presence(standing: Standing, typing: Option<Typing>, now: Instant) -> Presence {
    match typing.filter(|typing| typing.holds(now)) {
        None => Presence::Viewing,
        Some(typing) if typing.is_internal && standing == Standing::Handler => Presence::Noting,
        Some(_) => Presence::Replying,
    }
}

impl Scene {
    /// The room of the item, if there is such an item.
    pub(crate) async fn read(store: &Store, id: WorkItemId, now: Instant) -> store::Result<Option<Self>> {
        let key = Key::work_item(id);
        let asked = std::slice::from_ref(&key);
        let (members, found) = tokio::try_join!(store.members(Room::WorkItem(id)), store.fetch(asked))?;
        let Some(item) = found.get(&key)? else {
            return Ok(None);
        };
        let marks: HashMap<String, Typing> = members
            .iter()
            .filter_map(|member| Some((member.connection.id.clone(), member.typing?)))
            .collect();
        let audience = Audience::behind(store, members.into_iter().map(|one| one.connection), now).await?;
        let present = audience
            .listeners
            .into_iter()
            .map(|listener| Present { typing: marks.get(&listener.connection_id).copied(), listener });
        Ok(Some(Self { item, present: present.collect() }))
    }

    /// The person behind a connection in the room.
    pub(crate) fn person(&self, connection_id: &str) -> Option<&Principal> {
        let found = self.present.iter().find(|one| one.listener.connection_id == connection_id)?;
        Some(&found.listener.principal)
    }

    /// Whether the person is in the room by another connection.
    pub(crate) fn has_besides(&self, person: UserId, connection_id: &str) -> bool {
        let mut all = self.present.iter().map(|one| &one.listener);
        all.any(|one| one.principal.user_id == person && one.connection_id != connection_id)
    }

    /// What to tell the others of what this person does; `text` is asked with how each stands to the item.
    pub(crate) fn tell_others(&self, person: UserId, text: impl Fn(Standing) -> Option<String>) -> Vec<Post> {
        let others = self.present.iter().filter(|one| one.listener.principal.user_id != person);
        others
            .filter_map(|one| {
                let text = text(one.listener.principal.standing(&self.item))?;
                Some(Post { connection_id: one.listener.connection_id.clone(), text })
            })
            .collect()
    }

    /// Whom the reader may notice, each person once, with what is the most of what the person does.
    pub(crate) fn viewers(&self, reader: &Principal, now: Instant) -> Vec<Viewer> {
        let own = reader.standing(&self.item);
        let mut noticed: Vec<(PersonRef, Presence)> = Vec::new();
        for one in &self.present {
            let principal = &one.listener.principal;
            let standing = principal.standing(&self.item);
            let presence = presence(standing, one.typing, now);
            if principal.user_id == reader.user_id || !may_notice(own, standing, presence) {
                continue;
            }
            match noticed.iter_mut().find(|(person, _)| person.id == principal.user_id) {
                Some((_, most)) => *most = presence.max(*most),
                None => noticed.push((principal.to_ref(), presence)),
            }
        }
        noticed.sort_by(|(one, _), (other, _)| one.name.cmp(&other.name));
        let viewer = |(user, presence)| Viewer {
            user,
            is_typing: presence != Presence::Viewing,
            is_internal: presence == Presence::Noting,
        };
        noticed.into_iter().map(viewer).collect()
    }
}

#[cfg(test)]
mod tests {
    use domain::{Role, SessionId, TeamId, WorkItemType};
    use serde_json::json;

    use super::*;

    fn now() -> Instant {
        Instant::from_millisecond(1_790_000_000_000)
    }

    fn principal(name: &str, role: Role, team_ids: Vec<TeamId>) -> Principal {
        Principal {
            user_id: UserId::new(now()),
            name: name.into(),
            avatar: None,
            role,
            team_ids,
            session_id: SessionId::new(now()),
        }
    }

    fn there(connection_id: &str, principal: &Principal, typing: Option<Typing>) -> Present {
        let listener = Listener { connection_id: connection_id.into(), principal: principal.clone() };
        Present { listener, typing }
    }

    fn typing(seconds_ago: i64, is_internal: bool) -> Option<Typing> {
        Some(Typing { said_at: now().as_millisecond() - seconds_ago * 1000, is_internal })
    }

    fn names(viewers: &[Viewer]) -> serde_json::Value {
        let short = |viewer: &Viewer| json!([viewer.user.name, viewer.is_typing, viewer.is_internal]);
        viewers.iter().map(short).collect()
    }

    #[test]
    fn each_sees_whom_they_may_notice_and_every_person_once() {
        let team = TeamId::new(now());
        let ana = principal("Ana", Role::Agent, vec![team]);
        let ben = principal("Ben", Role::Agent, vec![team]);
        let cleo = principal("Cleo", Role::User, vec![]);
        let mut item = WorkItem::new(WorkItemType::Ticket, "T-0001".into(), "t", cleo.to_ref(), now());
        item.team_id = Some(team);
        let present = vec![
            there("ana-1", &ana, typing(1, false)),
            there("ana-2", &ana, typing(20, true)),
            there("ben", &ben, typing(1, true)),
            there("cleo", &cleo, typing(1, true)),
        ];
        let scene = Scene { item, present };
        assert_eq!(
            names(&scene.viewers(&ben, now())),
            json!([["Ana", true, false], ["Cleo", true, false]]),
            "a requester's reply is never internal"
        );
        assert_eq!(names(&scene.viewers(&ana, now())), json!([["Ben", true, true], ["Cleo", true, false]]));
        assert_eq!(names(&scene.viewers(&cleo, now())), json!([["Ana", true, false]]), "and not Ben's note");
        assert!(scene.has_besides(ana.user_id, "ana-1") && !scene.has_besides(ben.user_id, "ben"));
        let told = scene
            .tell_others(ana.user_id, |standing| (standing == Standing::Handler).then(|| "hello".to_owned()));
        assert_eq!(told, [Post { connection_id: "ben".into(), text: "hello".into() }]);
    }
}
