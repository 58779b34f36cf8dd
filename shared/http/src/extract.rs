//! What was sent: bodies, parameters, ids and headers, each refused with its name and its rule.

use std::str::FromStr;

use app::Repeatable;
use app::work_items::ItemRef;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use domain::saved_view::MOST_VALUES;
use domain::{PersonSearch, WorkItemType};
use garde::Validate;
use serde::de::{DeserializeOwned, Error, IntoDeserializer};
use serde::{Deserialize, Deserializer, Serialize};

use crate::problem::FieldProblem;
use crate::{ApiError, ApiState};

/// The most that a body may hold.
pub const MAX_BODY_BYTES: usize = 256 * 1024;

/// A JSON body whose fields keep their rules.
#[derive(Debug, Clone)]
pub struct Body<T>(pub T);

impl<T> FromRequest<ApiState> for Body<T>
where
    T: DeserializeOwned + Validate<Context = ()>,
{
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &ApiState) -> Result<Self, ApiError> {
        let is_json = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.split(';').next())
            .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"));
        if !is_json {
            return Err(ApiError::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "not-json",
                "send the body as `application/json`",
            ));
        }
        let bytes = axum::body::to_bytes(request.into_body(), MAX_BODY_BYTES).await.map_err(|_| {
            ApiError::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", "a body may hold 256 KB at most")
        })?;
        parse(&bytes).map(Self)
    }
}

fn parse<T: DeserializeOwned + Validate<Context = ()>>(bytes: &[u8]) -> Result<T, ApiError> {
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let value: T = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        let cause = error.into_inner();
        let is_data = cause.classify() == serde_json::error::Category::Data;
        if is_data || is_json(bytes) {
            let rule = if is_data { without_position(&cause.to_string()) } else { WRONG_TYPE.to_owned() };
            let named = rule.strip_prefix("missing field `").or(rule.strip_prefix("unknown field `"));
            let field = match named.and_then(|rest| rest.split('`').next()) {
                Some(name) if path == "." => name.to_owned(),
                _ => path,
            };
            unprocessable(vec![FieldProblem { field, rule }])
        } else {
            ApiError::new(StatusCode::BAD_REQUEST, "malformed", format!("the body is not JSON: {cause}"))
        }
    })?;
    deserializer.end().map_err(|error| {
        ApiError::new(StatusCode::BAD_REQUEST, "malformed", format!("the body is not JSON: {error}"))
    })?;
    value.validate().map_err(|report| {
        unprocessable(
            report
                .iter()
                .map(|(path, error)| FieldProblem {
                    field: camel_case(&path.to_string()),
                    rule: error.to_string(),
                })
                .collect(),
        )
    })?;
    Ok(value)
}

/// For values that the parser takes for broken syntax although they are JSON: a number where a name is expected.
const WRONG_TYPE: &str = "is of the wrong type";

fn is_json(bytes: &[u8]) -> bool {
    serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok()
}

fn unprocessable(errors: Vec<FieldProblem>) -> ApiError {
    ApiError::fields(StatusCode::UNPROCESSABLE_ENTITY, errors)
}

/// The parser's message without `at line 1 column 7`, which means nothing to somebody who sent an object.
fn without_position(message: &str) -> String {
    message.split(" at line ").next().unwrap_or(message).to_owned()
}

fn camel_case(path: &str) -> String {
    let mut upper = false;
    let mut name = String::with_capacity(path.len());
    for character in path.chars() {
        if character == '_' {
            upper = true;
        } else if upper {
            name.push(character.to_ascii_uppercase());
            upper = false;
        } else {
            name.push(character);
        }
    }
    name
}

/// For fields of a patch that may be emptied: a present null is `Some(None)`, an absent field none.
pub fn present<'de, D, T>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Deserialize::deserialize(deserializer).map(Some)
}

/// For a parameter that takes several values, separated by commas.
pub fn several<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    let text = String::deserialize(deserializer)?;
    let values: Vec<&str> = text.split(',').collect();
    if values.len() > MOST_VALUES {
        return Err(D::Error::custom(format!("must be {MOST_VALUES} values at most")));
    }
    values.into_iter().map(|value| T::deserialize(value.into_deserializer())).collect()
}

/// For the parameter by which people are found.
pub fn person_search<'de, D>(deserializer: D) -> Result<PersonSearch, D::Error>
where
    D: Deserializer<'de>,
{
    const LONGEST: usize = 120;
    let typed = String::deserialize(deserializer)?;
    if typed.chars().count() > LONGEST {
        return Err(D::Error::custom(format!("must be {LONGEST} characters at most")));
    }
    Ok(PersonSearch::new(&typed))
}

/// Query parameters.
#[derive(Debug, Clone)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequestParts<ApiState> for Query<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &ApiState) -> Result<Self, ApiError> {
        let text = parts.uri.query().unwrap_or_default();
        let pairs = serde_urlencoded::from_str::<Vec<(String, String)>>(text)
            .map_err(|error| ApiError::malformed("query", error.to_string()))?;
        for (position, (name, _)) in pairs.iter().enumerate() {
            if pairs[..position].iter().any(|(earlier, _)| earlier == name) {
                return Err(ApiError::malformed(name, "can be given once"));
            }
        }
        let deserializer = serde_urlencoded::Deserializer::new(form_pairs(text));
        serde_path_to_error::deserialize(deserializer).map(Self).map_err(|error| {
            let rule = error.inner().to_string();
            let path = error.path().to_string();
            let named = rule.strip_prefix("unknown field `").and_then(|rest| rest.split('`').next());
            ApiError::malformed(named.unwrap_or(&path), rule.clone())
        })
    }
}

fn form_pairs(text: &str) -> form_urlencoded::Parse<'_> {
    form_urlencoded::parse(text.as_bytes())
}

/// The first id of the path.
#[derive(Debug, Clone, Copy)]
pub struct Id<T>(pub T);

/// The last id of the path: of what belongs to the first.
#[derive(Debug, Clone, Copy)]
pub struct LastId<T>(pub T);

/// The parameters of the path with their names, in their order; at least one.
async fn path_parameters(parts: &mut Parts, api: &ApiState) -> Result<Vec<(String, String)>, ApiError> {
    let Path(named) = Path::<Vec<(String, String)>>::from_request_parts(parts, api)
        .await
        .map_err(|error| ApiError::malformed("id", error.body_text()))?;
    if named.is_empty() {
        return Err(ApiError::internal("a path from which an id is read has none"));
    }
    Ok(named)
}

fn parsed<T>((name, text): &(String, String)) -> Result<T, ApiError>
where
    T: FromStr,
    T::Err: std::fmt::Display,
{
    text.parse().map_err(|error: T::Err| ApiError::malformed(name, error.to_string()))
}

impl<T> FromRequestParts<ApiState> for Id<T>
where
    T: FromStr,
    T::Err: std::fmt::Display,
{
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, api: &ApiState) -> Result<Self, ApiError> {
        parsed(&path_parameters(parts, api).await?[0]).map(Self)
    }
}

impl<T> FromRequestParts<ApiState> for LastId<T>
where
    T: FromStr,
    T::Err: std::fmt::Display,
{
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, api: &ApiState) -> Result<Self, ApiError> {
        let named = path_parameters(parts, api).await?;
        parsed(&named[named.len() - 1]).map(Self)
    }
}

/// The ticket in the path, by id or number.
#[derive(Debug, Clone)]
pub struct Ticket(pub ItemRef);

/// The task in the path, by id or number.
#[derive(Debug, Clone)]
pub struct Task(pub ItemRef);

async fn path_item(parts: &mut Parts, api: &ApiState, item_type: WorkItemType) -> Result<ItemRef, ApiError> {
    let (_, text) = &path_parameters(parts, api).await?[0];
    ItemRef::parse(item_type, text).map_err(|rule| ApiError::malformed("id", rule))
}

impl FromRequestParts<ApiState> for Ticket {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, api: &ApiState) -> Result<Self, ApiError> {
        path_item(parts, api, WorkItemType::Ticket).await.map(Self)
    }
}

impl FromRequestParts<ApiState> for Task {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, api: &ApiState) -> Result<Self, ApiError> {
        path_item(parts, api, WorkItemType::Task).await.map(Self)
    }
}

/// The version that the client read: `If-Match: "7"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IfMatch(pub u64);

impl FromRequestParts<ApiState> for IfMatch {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &ApiState) -> Result<Self, ApiError> {
        let header = parts.headers.get(header::IF_MATCH).ok_or_else(|| {
            ApiError::new(
                StatusCode::PRECONDITION_REQUIRED,
                "version-missing",
                "send the `ETag` that you read as `If-Match`, so that nobody's change is lost",
            )
        })?;
        header.to_str().ok().and_then(read_version).map(Self).ok_or_else(|| {
            ApiError::malformed("If-Match", "must be one `ETag` of this resource, such as `\"7\"`")
        })
    }
}

/// The version in an `ETag` of ours.
fn read_version(tag: &str) -> Option<u64> {
    let digits = tag.strip_prefix('"')?.strip_suffix('"')?;
    digits.parse().ok().filter(|version: &u64| version.to_string() == digits)
}

/// The headers that carry the version of what is answered.
pub fn etag(version: u64) -> HeaderMap {
    let mut headers = HeaderMap::new();
    if let Ok(value) = HeaderValue::from_str(&format!("\"{version}\"")) {
        headers.insert(header::ETAG, value);
    }
    headers
}

/// The key of a request that may come twice, if the client gave one.
#[derive(Debug, Clone)]
pub struct Repeat(Option<String>);

impl Repeat {
    /// The key together with what is asked.
    pub fn of(self, operation: &str, request: &impl Serialize) -> Result<Option<Repeatable>, ApiError> {
        Ok(self.0.map(|key| Repeatable::new(key, operation, request)).transpose()?)
    }
}

impl FromRequestParts<ApiState> for Repeat {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &ApiState) -> Result<Self, ApiError> {
        const NAME: &str = "Idempotency-Key";
        let Some(header) = parts.headers.get(NAME) else { return Ok(Self(None)) };
        header
            .to_str()
            .ok()
            .filter(|key| {
                (1..=64).contains(&key.len())
                    && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
            })
            .map(|key| Self(Some(key.to_owned())))
            .ok_or_else(|| ApiError::malformed(NAME, "must be 1 to 64 of `A-Z a-z 0-9 _ -`"))
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize, Validate)]
    #[serde(rename_all = "camelCase", deny_unknown_fields)]
    struct Sample {
        #[garde(custom(crate::rules::line::<1, 5>))]
        short_name: String,
        #[garde(skip)]
        #[serde(default)]
        count: u8,
        #[garde(skip)]
        #[serde(default)]
        status: Option<domain::Status>,
    }

    fn refusal(body: &str) -> (u16, String) {
        let error = parse::<Sample>(body.as_bytes()).unwrap_err();
        let json = serde_json::to_value(format!("{error:?}")).unwrap().to_string();
        (error.status().as_u16(), json)
    }

    #[test]
    fn each_kind_of_bad_body_is_told_apart_and_named() {
        assert_eq!(refusal("{").0, 400);
        assert_eq!(refusal(r#"{"shortName":"a"} trailing"#).0, 400);
        for (body, field) in [
            (r#"{"shortName":7}"#, "shortName"),
            (r#"{}"#, "shortName"),
            (r#"{"shortName":"abcdef"}"#, "shortName"),
            (r#"{"shortName":"a","count":-1}"#, "count"),
            (r#"{"shortName":"a","status":7}"#, "status"),
            (r#"{"shortName":"a","status":"LOST"}"#, "status"),
            (r#"{"shortName":"a","other":1}"#, "other"),
        ] {
            let (status, text) = refusal(body);
            assert_eq!(status, 422, "{body}");
            assert!(text.contains(&format!(r#"field: \"{field}\""#)), "{body}: {text}");
        }
        let good = parse::<Sample>(br#"{"shortName":"abc"}"#).unwrap();
        assert_eq!((good.short_name.as_str(), good.count, good.status), ("abc", 0, None));
    }
}
