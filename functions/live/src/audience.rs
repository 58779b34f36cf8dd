//! Which rooms may hear of an activity.

use domain::Activity;
use store::Room;

use crate::pushes::before_of_team;

/// The rooms that may hear of the activity. What each of those in them may know is another question.
pub(crate) fn rooms(activity: &Activity) -> Vec<Room> {
    let Some(item) = &activity.work_item else {
        let mut rooms = vec![Room::Everything, Room::User(activity.actor.id)];
        rooms.extend(activity.user_id.filter(|user| *user != activity.actor.id).map(Room::User));
        return rooms;
    };
    let mut rooms = vec![Room::Everything, Room::User(item.creator.id), Room::WorkItem(item.id)];
    // The team that had it hears that it is gone.
    let teams = item.team_id.into_iter().chain(before_of_team(activity)).map(Room::Team);
    rooms.extend(teams);
    for person in item.assignee.iter().chain(&activity.previous_assignee).chain(&item.watchers) {
        let room = Room::User(person.id);
        if !rooms.contains(&room) {
            rooms.push(room);
        }
    }
    rooms
}

#[cfg(test)]
mod tests {
    use domain::Action;

    use super::*;
    use crate::pushes::tests::sample;

    #[test]
    fn the_sample_event_reaches_each_room_once() {
        let activity = sample();
        let item = activity.work_item.as_ref().unwrap();
        assert_eq!(
            rooms(&activity),
            [
                Room::Everything,
                Room::User(item.creator.id),
                Room::WorkItem(item.id),
                Room::Team(item.team_id.unwrap()),
                Room::User(item.assignee.as_ref().unwrap().id),
            ]
        );
    }

    #[test]
    fn a_requester_who_is_the_assignee_has_one_room() {
        let mut activity = sample();
        let item = activity.work_item.as_mut().unwrap();
        item.assignee = Some(item.creator.clone());
        let own = Room::User(item.creator.id);
        assert_eq!(rooms(&activity).into_iter().filter(|room| *room == own).count(), 1);
    }

    #[test]
    fn what_is_about_no_work_reaches_admins_and_who_did_it() {
        let sample = sample();
        let actor = sample.actor.clone();
        let own = Room::User(actor.id);
        let activity = Activity::new(Action::TeamUpdated, actor, sample.actor_role, sample.created_at);
        assert_eq!(rooms(&activity), [Room::Everything, own]);
    }
}
