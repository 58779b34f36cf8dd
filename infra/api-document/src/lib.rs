//! The OpenAPI document of the whole API, gathered from the routers of its areas. It serves no request: the `docs`
//! function carries the written document, and a test tells when that is stale.

pub mod permissions;

use http_api::{Problem, Router};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{Components, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder, ServerBuilder};
use utoipa::{PartialSchema, ToSchema};

/// The areas in reading order: name, what it is about, router.
fn areas() -> [(&'static str, &'static str, Router); 15] {
    [
        ("auth", "Signing in and out, sessions, passwords and the second factor.", auth_function::router()),
        ("tickets", "Problems that people report, and what is done with them.", tickets_function::router()),
        // The same function serves both.
        ("tasks", "Work that staff give themselves: the same as tickets, for staff alone.", Router::new()),
        ("comments", "The conversation on a ticket or a task.", comments_function::router()),
        ("macros", "What an agent does with one click, and canned replies.", macros_function::router()),
        ("views", "Lists of work kept under a name.", views_function::router()),
        ("attachments", "Files on tickets and tasks.", attachments_function::router()),
        // The same function serves both.
        ("uploads", "Files on their way, and pictures of people.", Router::new()),
        ("notifications", "What the bell shows.", notifications_function::router()),
        ("users", "People and their accounts.", users_function::router()),
        ("teams", "Teams and their members.", teams_function::router()),
        ("categories", "Kinds of problems.", categories_function::router()),
        (
            "settings",
            "What people have chosen for themselves, and what the organisation has set.",
            settings_function::router(),
        ),
        (
            "dashboard",
            "What happened, for everybody as far as they may know of it.",
            dashboard_function::router(),
        ),
        ("docs", "This document.", docs_function::router()),
    ]
}

/// The document.
pub fn document() -> OpenApi {
    let info = InfoBuilder::new()
        .title("Seaversity API")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "Ticketing and work management for IT and LMS teams. Conventions that hold everywhere (errors, lists, \
             versions, repeats) stand in `docs/API.md`.",
        ))
        .license(Some(LicenseBuilder::new().name("MIT").identifier(Some("MIT")).build()))
        .build();
    let areas = areas();
    let tags = areas
        .iter()
        .map(|(name, about, _)| TagBuilder::new().name(*name).description(Some(*about)).build())
        .collect();
    let mut document = OpenApiBuilder::new()
        .info(info)
        .servers(Some([ServerBuilder::new().url("/").description(Some("This deployment")).build()]))
        .tags(Some::<Vec<_>>(tags))
        .build();
    for (_, _, router) in areas {
        let part = router.describe();
        document.paths.paths.extend(part.paths.paths);
        if let Some(components) = part.components {
            document.components.get_or_insert_with(Components::new).schemas.extend(components.schemas);
        }
    }
    // An answer that several operations share brings its reference into the description, but not its schema.
    let mut problem = vec![(Problem::name().into_owned(), Problem::schema())];
    Problem::schemas(&mut problem);
    document.components.get_or_insert_with(Components::new).schemas.extend(problem);

    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("JWT")
        .description(Some("The access token that signing in gave"))
        .build();
    document
        .components
        .get_or_insert_with(Components::new)
        .add_security_scheme("bearer", SecurityScheme::Http(bearer));
    document
}

/// The document as it is written to `docs/openapi.json`.
///
/// # Errors
/// It cannot be serialised, which is a defect of an area's description.
pub fn written() -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(&document()).map(|text| text + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_written_document_is_what_the_code_says() {
        let written = include_str!("../../../docs/openapi.json");
        assert!(written == super::written().unwrap(), "stale: run `cargo xtask openapi --write`");
    }

    #[test]
    fn each_operation_has_an_id_of_its_own_a_tag_and_a_summary() {
        let document = serde_json::to_value(document()).unwrap();
        let mut ids = std::collections::BTreeSet::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                let id = operation["operationId"].as_str().unwrap();
                assert!(ids.insert(id.to_owned()), "{id} twice");
                assert!(!operation["summary"].as_str().unwrap_or_default().is_empty(), "{method} {path}");
                assert_eq!(operation["tags"].as_array().map(Vec::len), Some(1), "{method} {path}");
            }
        }
        assert!(ids.len() >= 27, "{ids:?}");
    }
}
