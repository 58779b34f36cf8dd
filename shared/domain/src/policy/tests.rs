//! The rules as tables: each role and relation against each operation.

use super::*;
use Standing::{Handler, Requester, Stranger, Watcher};

fn at() -> Instant {
    Instant::from_millisecond(1_790_000_000_000)
}

fn principal(role: Role, team_ids: Vec<TeamId>) -> Principal {
    Principal {
        user_id: UserId::new(at()),
        name: "P".into(),
        avatar: None,
        role,
        team_ids,
        session_id: SessionId::new(at()),
    }
}

fn scope<'a>(creator_id: UserId, team: TeamId, watchers: &'a [PersonRef]) -> WorkItemScope<'a> {
    WorkItemScope {
        item_type: WorkItemType::Ticket,
        creator_id,
        assignee_id: None,
        team_id: Some(team),
        watchers,
    }
}

/// Each role against each relation to an item: in its team, assigned, creator, watcher, nothing.
#[test]
fn standing_of_each_role_and_relation() {
    let (team, other_team) = (TeamId::new(at()), TeamId::new(at()));
    let table = [
        (Role::Admin, [Handler, Handler, Handler, Handler, Handler], [Handler; 5]),
        (
            Role::Manager,
            [Handler, Handler, Requester, Watcher, Stranger],
            [Handler, Handler, Requester, Watcher, Stranger],
        ),
        (
            Role::Agent,
            [Handler, Handler, Requester, Watcher, Stranger],
            [Handler, Handler, Requester, Watcher, Stranger],
        ),
        (Role::User, [Stranger, Stranger, Requester, Watcher, Stranger], [Stranger; 5]),
    ];
    for (role, of_ticket, of_task) in table {
        let member = principal(role, vec![team]);
        let outsider = principal(role, vec![other_team]);
        let someone = UserId::new(at());
        let watching = [outsider.to_ref()];
        for (item_type, expected) in [(WorkItemType::Ticket, of_ticket), (WorkItemType::Task, of_task)] {
            let plain = WorkItemScope { item_type, ..scope(someone, team, &[]) };
            let standings = [
                member.standing(plain),
                outsider.standing(WorkItemScope { assignee_id: Some(outsider.user_id), ..plain }),
                outsider.standing(WorkItemScope { creator_id: outsider.user_id, ..plain }),
                outsider.standing(WorkItemScope { watchers: &watching, ..plain }),
                outsider.standing(plain),
            ];
            assert_eq!(standings, expected, "{role:?} and a {}", item_type.noun());
        }
    }
}

#[test]
fn each_operation_by_standing() {
    use WorkItemOperation as Op;
    let team = TeamId::new(at());
    let agent = principal(Role::Agent, vec![team]);
    let user = principal(Role::User, vec![]);
    let watcher = principal(Role::User, vec![]);
    let watchers = [watcher.to_ref()];
    let item = scope(user.user_id, team, &watchers);
    let stranger = principal(Role::Agent, vec![]);
    for operation in Op::ALL {
        assert!(agent.may(operation, item).is_ok(), "{operation:?}");
        assert!(stranger.may(operation, item).is_err(), "{operation:?}");
        let for_watcher = matches!(operation, Op::View | Op::CommentPublicly | Op::Watch);
        let for_requester = for_watcher || matches!(operation, Op::CloseOrReopen | Op::FollowUp);
        assert_eq!(user.may(operation, item).is_ok(), for_requester, "{operation:?}");
        assert_eq!(watcher.may(operation, item).is_ok(), for_watcher, "{operation:?}");
    }
}

#[test]
fn each_general_operation_by_role() {
    use Operation as Op;
    let table = [
        (Op::CreateTicket, [true, true, true, true]),
        (Op::CreateTask, [true, true, true, false]),
        (Op::PlanWork, [true, true, true, false]),
        (Op::DeleteWork, [true, false, false, false]),
        (Op::AssignOnCreate, [true, true, true, false]),
        (Op::RaiseForAnother, [true, true, true, false]),
        (Op::RaiseCritical, [true, true, true, false]),
        (Op::ListUsers, [true, true, true, false]),
        (Op::ManageUsers, [true, false, false, false]),
        (Op::ReadCatalogue, [true, true, true, true]),
        (Op::ListMembers, [true, true, true, false]),
        (Op::ManageTeams, [true, false, false, false]),
        (Op::UseShelves, [true, true, true, false]),
        (Op::ManageSettings, [true, false, false, false]),
        (Op::SecureOwnAccount, [true, true, true, true]),
    ];
    assert_eq!(table.len(), Op::ALL.len());
    for (operation, allowed) in table {
        for (role, expected) in Role::ALL.into_iter().zip(allowed) {
            let answer = principal(role, vec![]).may_in_general(operation).is_ok();
            assert_eq!(answer, expected, "{operation:?} by {role:?}");
        }
    }
}

#[test]
fn comments_and_attachments_are_taken_back_by_their_authors_the_teams_managers_and_admins() {
    let (own, other) = (TeamId::new(at()), TeamId::new(at()));
    let raised_by = PersonRef::new(UserId::new(at()), "R", None);
    let item = WorkItem {
        team_id: Some(own),
        ..WorkItem::new(WorkItemType::Ticket, "T-0001".into(), "t", raised_by, at())
    };
    let comment_of = |author: PersonRef| Comment {
        id: crate::CommentId::new(at()),
        work_item_id: item.id,
        author,
        author_role: Role::User,
        content: "<p>x</p>".into(),
        mentions: vec![],
        is_internal: false,
        created_at: at(),
        updated_at: at(),
    };
    let later = at().plus_seconds(15 * 60 + 1);
    // Another's in the own team, another's elsewhere, the own at once, the own later.
    let table = [
        (Role::Admin, [true, true, true, true]),
        (Role::Manager, [true, false, true, true]),
        (Role::Agent, [false, false, true, true]),
        (Role::User, [false, false, true, false]),
    ];
    let someone = PersonRef::new(UserId::new(at()), "S", None);
    let attachment_of = |author: PersonRef| Attachment {
        id: AttachmentId::new(at()),
        work_item_id: item.id,
        file_name: "a.txt".into(),
        file_size: 1,
        mime_type: "text/plain".into(),
        storage_key: String::new(),
        uploaded_by: author,
        is_internal: false,
        has_thumbnail: false,
        created_at: at(),
    };
    for (role, expected) in table {
        let (member, outsider) = (principal(role, vec![own]), principal(role, vec![other]));
        let answers = [
            member.may_remove_attachment(&attachment_of(someone.clone()), &item, at()),
            outsider.may_remove_attachment(&attachment_of(someone.clone()), &item, at()),
            outsider.may_remove_attachment(&attachment_of(outsider.to_ref()), &item, at()),
            outsider.may_remove_attachment(&attachment_of(outsider.to_ref()), &item, later),
        ];
        assert_eq!(answers.map(|answer| answer.is_ok()), expected, "{role:?} and an attachment");
        let answers = [
            member.may_change_comment(&comment_of(someone.clone()), &item, at()),
            outsider.may_change_comment(&comment_of(someone.clone()), &item, at()),
            outsider.may_change_comment(&comment_of(outsider.to_ref()), &item, at()),
            outsider.may_change_comment(&comment_of(outsider.to_ref()), &item, later),
        ];
        assert_eq!(answers.map(|answer| answer.is_ok()), expected, "{role:?}");
    }
}

#[test]
fn what_is_kept_is_had_and_changed_by_whom_it_is_shared_with() {
    let (own, other) = (TeamId::new(at()), TeamId::new(at()));
    let someone = UserId::new(at());
    // Own, another's; of the own team, of another; everyone's. First who has it, then who may change it.
    let table = [
        (Role::Admin, [true, false, true, true, true], [true, false, true, true, true]),
        (Role::Manager, [true, false, true, false, true], [true, false, true, false, false]),
        (Role::Agent, [true, false, true, false, true], [true, false, false, false, false]),
        (Role::User, [false; 5], [false; 5]),
    ];
    for (role, has, may_keep) in table {
        let person = principal(role, vec![own]);
        let cases = [
            (person.user_id, Sharing::Nobody),
            (someone, Sharing::Nobody),
            (someone, Sharing::Team { team_id: own }),
            (someone, Sharing::Team { team_id: other }),
            (someone, Sharing::Everyone),
        ];
        assert_eq!(cases.map(|(owner, sharing)| person.has(owner, sharing)), has, "{role:?}");
        let kept = cases.map(|(owner, sharing)| person.may_keep(owner, sharing).is_ok());
        assert_eq!(kept, may_keep, "{role:?}");
    }
}

#[test]
fn a_team_is_changed_by_admins_and_its_own_managers() {
    let (own, other) = (TeamId::new(at()), TeamId::new(at()));
    for operation in TeamOperation::ALL {
        for (role, expected) in Role::ALL.into_iter().zip([
            [true, true, true],
            [true, false, false],
            [false, false, false],
            [false, false, false],
        ]) {
            let person = principal(role, vec![own]);
            let answers =
                [Some(own), Some(other), None].map(|team| person.may_for_team(operation, team).is_ok());
            assert_eq!(answers, expected, "{operation:?} by {role:?}: own, other, none");
        }
    }
}

#[test]
fn a_user_in_a_team_is_still_no_handler() {
    let team = TeamId::new(at());
    let user = principal(Role::User, vec![team]);
    let item = WorkItemScope { assignee_id: Some(user.user_id), ..scope(UserId::new(at()), team, &[]) };
    assert_eq!(user.standing(item), Stranger);
}
