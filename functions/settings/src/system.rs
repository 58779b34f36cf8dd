//! `GET` and `PATCH /api/settings`

use app::settings::{self, SettingsPatch};
use app::views::{Limits, SystemSettings};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::{Extension, Json};
use domain::Priority;
use domain::settings::MOST_FOLLOW_UP_DAYS;
use garde::Validate;
use http_api::extract::present;
use http_api::{AnyProblem, ApiState, Body, IfMatch, Result, SignedIn, etag};
use serde::Deserialize;
use utoipa::ToSchema;

/// Reads what the organisation has set for everybody, and what the deployment takes at most.
#[utoipa::path(
    get,
    path = "/api/settings",
    tag = "settings",
    security(("bearer" = [])),
    responses((status = 200, description = "The settings; their version is the `ETag`", body = SystemSettings), AnyProblem)
)]
pub(crate) async fn read_settings(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Extension(limits): Extension<Limits>,
) -> Result<(HeaderMap, Json<SystemSettings>)> {
    let settings = settings::read(&api.store, &caller, limits).await?;
    Ok((etag(settings.version), Json(settings)))
}

/// The fields to change; absent ones stay.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = SystemSettingsPatch)]
pub(crate) struct Input {
    /// What the organisation is called.
    #[garde(custom(http_api::rules::optional_line::<1, 80>))]
    #[schema(min_length = 1, max_length = 80)]
    name: Option<String>,
    /// The IANA name of the time zone of those who have chosen none.
    #[garde(custom(http_api::rules::optional_line::<1, 64>))]
    #[schema(min_length = 1, max_length = 64)]
    default_time_zone: Option<String>,
    /// Whether people are mailed about work. What concerns the security of an account is always mailed.
    #[garde(skip)]
    email_notifications: Option<bool>,
    /// Whether digests are sent to those who chose one.
    #[garde(skip)]
    daily_summaries: Option<bool>,
    /// The highest priority that a requester may ask for.
    #[garde(skip)]
    requester_priority_cap: Option<Priority>,
    /// For so many days a requester's reply reopens a resolved ticket; after them it opens another, which follows up.
    /// Zero for none.
    #[garde(custom(days))]
    #[schema(minimum = 0, maximum = 365)]
    follow_up_after_days: Option<u16>,
    /// Whether the way to the Moodle site is shown to everybody; needs its address.
    #[garde(skip)]
    moodle_integration: Option<bool>,
    /// The `https` address of the Moodle site; null for none.
    #[garde(custom(http_api::rules::emptiable_line::<200>))]
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, max_length = 200)]
    moodle_url: Option<Option<String>>,
}

fn days(days: &Option<u16>, (): &()) -> garde::Result {
    match days {
        Some(days) if *days > MOST_FOLLOW_UP_DAYS => {
            Err(garde::Error::new(format!("must be 0 to {MOST_FOLLOW_UP_DAYS}")))
        }
        _ => Ok(()),
    }
}

/// Changes what the organisation has set.
#[utoipa::path(
    patch,
    path = "/api/settings",
    tag = "settings",
    params(("If-Match" = String, Header, description = "The `ETag` that was read")),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "The settings as they are now", body = SystemSettings), AnyProblem)
)]
pub(crate) async fn update_settings(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Extension(limits): Extension<Limits>,
    IfMatch(version): IfMatch,
    Body(input): Body<Input>,
) -> Result<(HeaderMap, Json<SystemSettings>)> {
    let patch = SettingsPatch {
        name: input.name,
        default_time_zone: input.default_time_zone,
        email_notifications: input.email_notifications,
        daily_summaries: input.daily_summaries,
        requester_priority_cap: input.requester_priority_cap,
        follow_up_after_days: input.follow_up_after_days,
        moodle_integration: input.moodle_integration,
        moodle_url: input.moodle_url,
    };
    let settings = settings::change(&api.store, &caller, limits, version, &patch).await?;
    Ok((etag(settings.version), Json(settings)))
}
