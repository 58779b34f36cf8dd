//! `/api/teams` and `/api/categories`

use std::sync::Arc;

use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        teams_are_listed_by_name_each_once,
        a_team_is_read_and_its_members_are_listed,
        categories_are_listed_with_their_team,
        what_does_not_exist_is_told_so,
    ]
}

async fn teams_are_listed_by_name_each_once(world: Arc<World>) {
    let made = [world.team().await, world.team().await];
    let listed = world.requester.pages("/api/teams", 1).await;
    for id in made.iter().chain([&world.it, &world.courses]) {
        assert_eq!(listed.iter().filter(|team| team["id"] == **id).count(), 1);
    }
    let names: Vec<String> =
        listed.iter().map(|team| team["name"].as_str().unwrap().to_lowercase()).collect();
    assert!(names.is_sorted(), "{names:?}");
}

async fn a_team_is_read_and_its_members_are_listed(world: Arc<World>) {
    let team = world.requester.get(&format!("/api/teams/{}", world.it)).await.ok(200);
    assert_eq!((&team["name"], &team["color"]), (&"IT support".into(), &"#0b7285".into()));
    let members = world.agent.pages(&format!("/api/teams/{}/members", world.it), 100).await;
    for person in [&world.manager, &world.agent, &world.colleague] {
        assert!(members.iter().any(|member| member["id"] == person.id), "{}", person.name);
    }
    assert!(!members.iter().any(|member| member["id"] == world.outsider.id));
}

async fn categories_are_listed_with_their_team(world: Arc<World>) {
    let listed = world.requester.pages("/api/categories", 1).await;
    let network = listed.iter().find(|category| category["id"] == world.network).unwrap();
    assert_eq!(network["teamId"], world.it);
    let unrouted = world.requester.get(&format!("/api/categories/{}", world.unrouted)).await.ok(200);
    assert!(unrouted["teamId"].is_null());
}

async fn what_does_not_exist_is_told_so(world: Arc<World>) {
    for path in ["teams/team_", "categories/cat_"] {
        let path = format!("/api/{path}01990000000070008000000000000001");
        world.agent.get(&path).await.problem(404, "not-found");
    }
    world
        .agent
        .get("/api/teams/team_01990000000070008000000000000001/members")
        .await
        .problem(404, "not-found");
    world.agent.get("/api/teams/it").await.names(400, "malformed", "id");
    world.agent.get("/api/categories/1").await.names(400, "malformed", "id");
    world.agent.get("/api/teams?limit=1000").await.names(400, "malformed", "limit");
}
