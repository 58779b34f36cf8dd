//! The areas of tickets and of tasks, which are one thing with a type: raising, listing, reading, changing, and
//! everything else that is done with them. Comments are an area of their own.

mod activity;
mod assign;
mod bulk;
mod count;
mod create;
mod delete;
mod follow_up;
mod links;
mod list;
mod macros;
mod merge;
mod mute;
mod plan;
mod read;
mod restore;
mod update;
mod watchers;

use app::views::WorkItem;
use axum::http::{HeaderMap, HeaderValue, header};
use domain::WorkItemType;
use http_api::{Router, routes};

/// The areas' operations.
pub fn router() -> Router {
    Router::new()
        .routes(routes!(list::list_tickets))
        .routes(routes!(list::list_tasks))
        .routes(routes!(count::count_tickets))
        .routes(routes!(count::count_tasks))
        .routes(routes!(create::create_ticket))
        .routes(routes!(create::create_task))
        .routes(routes!(bulk::change_tickets))
        .routes(routes!(bulk::change_tasks))
        .routes(routes!(read::read_ticket))
        .routes(routes!(read::read_task))
        .routes(routes!(update::update_ticket))
        .routes(routes!(update::update_task))
        .routes(routes!(delete::delete_ticket))
        .routes(routes!(delete::delete_task))
        .routes(routes!(restore::restore_ticket))
        .routes(routes!(restore::restore_task))
        .routes(routes!(assign::assign_ticket))
        .routes(routes!(assign::assign_task))
        .routes(routes!(watchers::watch_ticket))
        .routes(routes!(watchers::watch_task))
        .routes(routes!(watchers::unwatch_ticket))
        .routes(routes!(watchers::unwatch_task))
        .routes(routes!(links::link_ticket))
        .routes(routes!(links::link_task))
        .routes(routes!(links::unlink_ticket))
        .routes(routes!(links::unlink_task))
        .routes(routes!(merge::merge_ticket))
        .routes(routes!(merge::merge_task))
        .routes(routes!(macros::preview_ticket_macro))
        .routes(routes!(macros::preview_task_macro))
        .routes(routes!(macros::use_ticket_macro))
        .routes(routes!(macros::use_task_macro))
        .routes(routes!(mute::mute_ticket))
        .routes(routes!(mute::mute_task))
        .routes(routes!(mute::unmute_ticket))
        .routes(routes!(mute::unmute_task))
        .routes(routes!(activity::list_ticket_activity))
        .routes(routes!(activity::list_task_activity))
        .routes(routes!(follow_up::follow_up_ticket))
}

/// The headers that tell where something new is, and its version.
fn created(item: &WorkItem) -> HeaderMap {
    let list = match item.summary.item_type {
        WorkItemType::Ticket => "tickets",
        WorkItemType::Task => "tasks",
    };
    let mut headers = http_api::etag(item.summary.version);
    if let Ok(location) = HeaderValue::from_str(&format!("/api/{list}/{}", item.summary.id)) {
        headers.insert(header::LOCATION, location);
    }
    headers
}
