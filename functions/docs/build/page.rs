//! The document as one HTML page without scripts: operations by area, then the shapes.

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Value, context};
use serde_json::Value as Json;

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// Draws the page.
///
/// # Errors
/// The document is not JSON, or the template does not fit it.
pub(crate) fn render(document: &str) -> Result<String, Box<dyn std::error::Error>> {
    let document: Json = serde_json::from_str(document)?;
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_filter("kind", |schema: Value| kind(&serde_json::to_value(schema).unwrap_or_default()));
    environment.add_template("page", include_str!("page.html"))?;
    let page = environment.get_template("page")?.render(context! {
        info => Serde(&document["info"]),
        areas => Serde(areas(&document)),
        schemas => Serde(&document["components"]["schemas"]),
    })?;
    Ok(page)
}

/// Each tag with its operations, in the document's order.
fn areas(document: &Json) -> Vec<Json> {
    let list = |value: &Json| value.as_array().cloned().unwrap_or_default();
    list(&document["tags"])
        .into_iter()
        .map(|tag| {
            let operations: Vec<Json> = document["paths"]
                .as_object()
                .into_iter()
                .flatten()
                .flat_map(|(path, item)| {
                    METHODS.iter().filter_map(move |method| {
                        let operation = item.get(*method)?;
                        Some(serde_json::json!({ "path": path, "method": method, "operation": operation }))
                    })
                })
                .filter(|entry| list(&entry["operation"]["tags"]).contains(&tag["name"]))
                .collect();
            serde_json::json!({ "name": tag["name"], "about": tag["description"], "operations": operations })
        })
        .collect()
}

/// A schema in a few words: `string (date-time)`, `Ticket`, `list of Comment`, `PersonRef or null`.
pub(crate) fn kind(schema: &Json) -> String {
    if let Some(reference) = schema["$ref"].as_str() {
        return reference.rsplit('/').next().unwrap_or(reference).to_owned();
    }
    for key in ["oneOf", "anyOf", "allOf"] {
        if let Some(parts) = schema[key].as_array() {
            let joint = if key == "allOf" { " and " } else { " or " };
            return parts.iter().map(kind).collect::<Vec<_>>().join(joint);
        }
    }
    if let Some(values) = schema["enum"].as_array() {
        return values.iter().filter_map(Json::as_str).collect::<Vec<_>>().join(" · ");
    }
    let name = |text: &str| match text {
        "array" => format!("list of {}", kind(&schema["items"])),
        other => other.to_owned(),
    };
    let base = match &schema["type"] {
        Json::String(text) => name(text),
        Json::Array(types) => {
            types.iter().filter_map(Json::as_str).map(name).collect::<Vec<_>>().join(" or ")
        }
        _ => "any".to_owned(),
    };
    match schema["format"].as_str() {
        Some(format) => format!("{base} ({format})"),
        None => base,
    }
}
