//! `POST /api/users`

use app::accounts::{self, NewUser};
use app::views::User;
use app::{AppError, FieldError};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::policy::Operation;
use domain::{Role, TeamId};
use garde::Validate;
use http_api::{AnyProblem, ApiState, Body, Result, SignedIn};
use serde::Deserialize;
use utoipa::ToSchema;

/// A new account.
#[derive(Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NewUser)]
pub(crate) struct Input {
    /// Unique; kept in lower case.
    #[garde(custom(http_api::rules::email))]
    #[schema(max_length = 254)]
    email: String,
    /// The full name.
    #[garde(custom(http_api::rules::line::<1, 120>))]
    #[schema(min_length = 1, max_length = 120)]
    name: String,
    /// The role.
    #[garde(skip)]
    role: Role,
    /// The teams, the home team first.
    #[garde(length(max = 10))]
    #[serde(default)]
    #[schema(max_items = 10)]
    team_ids: Vec<TeamId>,
    /// 10 to 200 characters; length makes a password strong.
    #[garde(custom(long_enough))]
    #[schema(min_length = 10, max_length = 200)]
    password: String,
}

fn long_enough(value: &str, (): &()) -> garde::Result {
    if (10..=200).contains(&value.chars().count()) {
        Ok(())
    } else {
        Err(garde::Error::new("must be 10 to 200 characters"))
    }
}

/// Makes an account.
#[utoipa::path(
    post,
    path = "/api/users",
    tag = "users",
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 201, description = "The person", body = User), AnyProblem)
)]
pub(crate) async fn create_user(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Body(input): Body<Input>,
) -> Result<(StatusCode, Json<User>)> {
    // Hashing is dear, so whoever may not make accounts is refused before it; making asks once more.
    let principal = caller.check_alone(&api.store).await?;
    principal.may_in_general(Operation::ManageUsers).map_err(AppError::from)?;
    let password = input.password;
    let password_hash = tokio::task::spawn_blocking(move || auth::passwords::hash(&password))
        .await
        .map_err(|error| AppError::Internal(error.to_string()))?
        .map_err(|_| {
            AppError::Invalid(vec![FieldError { field: "password".into(), rule: "cannot be used".into() }])
        })?;
    let new = NewUser {
        email: input.email,
        name: input.name,
        role: input.role,
        team_ids: input.team_ids,
        password_hash,
    };
    Ok((StatusCode::CREATED, Json(accounts::create(&api.store, &caller, new).await?)))
}
