//! `GET` and `PATCH /api/settings/user`

use std::collections::BTreeMap;

use app::settings::{self, ChannelsPatch, PreferencesPatch};
use app::views::UserSettings;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use domain::NotificationType;
use domain::preferences::{DigestChoice, QuietHours, Theme, Widget};
use garde::Validate;
use http_api::extract::present;
use http_api::{AnyProblem, ApiState, Body, IfMatch, Result, SignedIn, etag};
use serde::Deserialize;
use utoipa::ToSchema;

/// Reads what the caller has chosen.
#[utoipa::path(
    get,
    path = "/api/settings/user",
    tag = "settings",
    security(("bearer" = [])),
    responses((status = 200, description = "The settings; their version is the `ETag`", body = UserSettings), AnyProblem)
)]
pub(crate) async fn read_user_settings(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
) -> Result<(HeaderMap, Json<UserSettings>)> {
    let settings = settings::read_own(&api.store, &caller).await?;
    Ok((etag(settings.version), Json(settings)))
}

/// The ways by which to be told; absent ones stay.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = ChannelsPatch)]
pub(crate) struct Ways {
    /// Under the bell.
    in_app: Option<bool>,
    /// By mail.
    mail: Option<bool>,
    /// In the digest, which needs the bell.
    digest: Option<bool>,
    /// By the browsers that the person has asked to tell.
    push: Option<bool>,
}

/// The fields to change; absent ones stay.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = UserSettingsPatch)]
pub(crate) struct Input {
    /// The ways of each type that is named.
    #[garde(skip)]
    #[serde(default)]
    notifications: BTreeMap<NotificationType, Ways>,
    /// When not to disturb.
    #[garde(custom(at_most_seven_days))]
    quiet_hours: Option<QuietHours>,
    /// The IANA name; null for the organisation's.
    #[garde(custom(http_api::rules::emptiable_line::<64>))]
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, max_length = 64)]
    time_zone: Option<Option<String>>,
    /// The mail that lists what is unread.
    #[garde(skip)]
    digest: Option<DigestChoice>,
    /// The app's colours.
    #[garde(skip)]
    theme: Option<Theme>,
    /// The dashboard's parts, in this order, each once; none for the app's own choice.
    #[garde(inner(length(max = 12)))]
    #[schema(max_items = 12)]
    dashboard: Option<Vec<Widget>>,
}

fn at_most_seven_days(hours: &Option<QuietHours>, (): &()) -> garde::Result {
    match hours {
        Some(hours) if hours.days.len() > 7 => Err(garde::Error::new("must name seven `days` at most")),
        _ => Ok(()),
    }
}

/// Changes what the caller has chosen.
#[utoipa::path(
    patch,
    path = "/api/settings/user",
    tag = "settings",
    params(("If-Match" = String, Header, description = "The `ETag` that was read")),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "The settings as they are now", body = UserSettings), AnyProblem)
)]
pub(crate) async fn update_user_settings(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    IfMatch(version): IfMatch,
    Body(input): Body<Input>,
) -> Result<(HeaderMap, Json<UserSettings>)> {
    let ways = |Ways { in_app, mail, digest, push }: Ways| ChannelsPatch { in_app, mail, digest, push };
    let patch = PreferencesPatch {
        notifications: input.notifications.into_iter().map(|(of, chosen)| (of, ways(chosen))).collect(),
        quiet_hours: input.quiet_hours,
        time_zone: input.time_zone,
        digest: input.digest,
        theme: input.theme,
        dashboard: input.dashboard,
    };
    let settings = settings::change_own(&api.store, &caller, version, &patch).await?;
    Ok((etag(settings.version), Json(settings)))
}
