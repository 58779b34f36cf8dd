//! Mails about accounts: invitations, links for a new password, and word of what was changed.

use auth::secrets;
use domain::{Action, Activity, Instant, PasswordResetRequest, User};
use events::Retry;
use notify::AccountLetter;
use store::{Credentials, PasswordLink};

use crate::MailWorker;

/// How long a link for a new password is good.
const RESET_SECONDS: i64 = 3600;

/// How long an invitation is good.
const INVITATION_SECONDS: i64 = 7 * 24 * 3600;

impl MailWorker {
    /// Mails the person whose account the activity is about, where the person is to know.
    pub(crate) async fn tell_of_account(&self, activity: &Activity) -> Result<(), Retry> {
        let Some(user_id) = activity.user_id.filter(|_| !activity.is_import && is_told(activity.action))
        else {
            return Ok(());
        };
        let user = self.store.user(user_id).await.map_err(Retry::failed)?;
        let Some(user) = user.filter(|user| user.is_active) else { return Ok(()) };
        let ip_address = activity.ip_address.clone();
        match activity.action {
            Action::UserCreated | Action::UserInvited if user.is_invited => {
                let credentials = self.store.credentials(&user.email).await.map_err(Retry::failed)?;
                let Some(credentials) = credentials else { return Ok(()) };
                self.deliver(activity.id, &user, async |now| {
                    let token = self.link(&credentials, now, INVITATION_SECONDS).await?;
                    self.account_mail(&AccountLetter::Invitation { token }, activity.id, &user, now)
                })
                .await
            }
            Action::PasswordChanged => {
                self.deliver(activity.id, &user, async |now| {
                    self.account_mail(&AccountLetter::PasswordChanged { ip_address }, activity.id, &user, now)
                })
                .await
            }
            Action::UserUpdated => {
                let Some(role) = notify::role_change(activity).filter(|_| activity.actor.id != user.id)
                else {
                    return Ok(());
                };
                let actor = activity.actor.name.clone();
                self.deliver(activity.id, &user, async |now| {
                    let letter = AccountLetter::RoleChanged { role, actor: actor.clone() };
                    self.account_mail(&letter, activity.id, &user, now)
                })
                .await
            }
            Action::SecondFactorChanged => {
                let is_enabled = activity.changes.iter().any(|change| change.after == true);
                self.deliver(activity.id, &user, async |now| {
                    let letter = AccountLetter::SecondFactorChanged { is_enabled, ip_address };
                    self.account_mail(&letter, activity.id, &user, now)
                })
                .await
            }
            _ => Ok(()),
        }
    }

    /// Mails a link for a new password, where the e-mail has an account that signs in.
    pub(crate) async fn reset_password(&self, request: &PasswordResetRequest) -> Result<(), Retry> {
        let credentials = self.store.credentials(&request.email).await.map_err(Retry::failed)?;
        let Some(credentials) = credentials else { return Ok(()) };
        let user = self.store.user(credentials.user_id).await.map_err(Retry::failed)?;
        let Some(user) = user.filter(|user| user.is_active) else { return Ok(()) };
        self.deliver(request.id, &user, async |now| {
            let token = self.link(&credentials, now, RESET_SECONDS).await?;
            self.account_mail(&AccountLetter::PasswordReset { token }, request.id, &user, now)
        })
        .await
    }

    /// A new link's token. It is made here, right before it is mailed, so that it stands in clear nowhere else; one
    /// whose mail fails is never used and expires.
    async fn link(&self, credentials: &Credentials, at: Instant, seconds: i64) -> Result<String, Retry> {
        let token = secrets::link_token();
        let link = PasswordLink {
            token_hash: secrets::hash(&token),
            user_id: credentials.user_id,
            email: credentials.email.clone(),
            password_fingerprint: credentials.password_fingerprint(),
            expires_at: at.as_second() + seconds,
        };
        self.store.create_password_link(&link).await.map_err(Retry::failed)?;
        Ok(token)
    }

    fn account_mail(
        &self,
        letter: &AccountLetter,
        cause: domain::ActivityId,
        user: &User,
        at: Instant,
    ) -> Result<notify::Mail, Retry> {
        self.mailer.compose_account(letter, cause, user, at).map_err(Retry::failed)
    }
}

const fn is_told(action: Action) -> bool {
    matches!(
        action,
        Action::UserCreated
            | Action::UserInvited
            | Action::UserUpdated
            | Action::PasswordChanged
            | Action::SecondFactorChanged
    )
}
