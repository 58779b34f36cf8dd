//! Who writes: `typing:start`, `typing:stop`.

use domain::policy::{Presence, WorkItemOperation, may_notice};
use domain::{Instant, WorkItemId};
use store::{Typing, TypingMarked};

use crate::Sockets;
use crate::message::NotDone;
use crate::room::typing;
use crate::scene::{Scene, presence};

impl Sockets {
    /// Tells those in the item's room who may know that the person writes. Clients say it again and again while it is
    /// so; what is said too often is dropped before anything is read.
    pub(crate) async fn start_typing(
        &self,
        connection_id: &str,
        id: WorkItemId,
        is_internal: bool,
        now: Instant,
    ) -> Result<(), NotDone> {
        const NOT_THERE: &str = "join the ticket or the task first";
        let before = match self.store.mark_typing(connection_id, id, is_internal, now).await? {
            TypingMarked::Repeated => return Ok(()),
            TypingMarked::NotThere => return Err(NotDone::Refused(NOT_THERE)),
            TypingMarked::Marked(before) => before,
        };
        let scene = Scene::read(&self.store, id, now).await?.ok_or(NotDone::Refused(NOT_THERE))?;
        let principal = scene.person(connection_id).ok_or(NotDone::Refused(NotDone::SESSION_OVER))?;
        principal.may(WorkItemOperation::CommentPublicly, &scene.item)?;
        let doer = principal.standing(&scene.item);
        let was = presence(doer, before.typing, now);
        let is = presence(doer, Some(Typing { said_at: now.as_millisecond(), is_internal }), now);
        let user = principal.to_ref();
        let text = |listener| {
            if may_notice(listener, doer, is) {
                return Some(typing(id, &user, is, now));
            }
            // A reply that has become an internal comment is over for those who may not know of that.
            let noticed = was != Presence::Viewing && may_notice(listener, doer, was);
            noticed.then(|| typing(id, &user, Presence::Viewing, now))
        };
        self.post_all(scene.tell_others(principal.user_id, text)).await;
        Ok(())
    }

    /// Tells those who were told that it is no longer so.
    pub(crate) async fn stop_typing(
        &self,
        connection_id: &str,
        id: WorkItemId,
        now: Instant,
    ) -> Result<(), NotDone> {
        let Some(before) = self.store.unmark_typing(connection_id, id).await? else {
            return Ok(());
        };
        let Some(scene) = Scene::read(&self.store, id, now).await? else {
            return Ok(());
        };
        let principal = scene.person(connection_id).ok_or(NotDone::Refused(NotDone::SESSION_OVER))?;
        let doer = principal.standing(&scene.item);
        let was = presence(doer, before.typing, now);
        let user = principal.to_ref();
        let text = |listener| {
            let noticed = was != Presence::Viewing && may_notice(listener, doer, was);
            noticed.then(|| typing(id, &user, Presence::Viewing, now))
        };
        self.post_all(scene.tell_others(principal.user_id, text)).await;
        Ok(())
    }
}
