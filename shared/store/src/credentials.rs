//! What people sign in with, and the links by which they choose a password.

use domain::{Activity, Instant, PasswordResetRequest, User, UserId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::record::{Place, Record};
use crate::transaction::Versioned;
use crate::{CommitError, Result, Store, keys};

/// What a sign-in is checked against. It stands under the e-mail, so the e-mail is unique, and apart from the
/// person, so it is read by nobody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Credentials {
    /// In lower case.
    pub email: String,
    /// Whose they are.
    pub user_id: UserId,
    /// An argon2id hash in PHC form; none until the person has chosen a password.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password_hash: Option<String>,
    /// What is asked for besides the password.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_factor: Option<SecondFactor>,
    /// A secret that was shown, in base32, and counts once a first code proves that it was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed_secret: Option<String>,
    /// Goes up with each change.
    pub version: u64,
}

/// One-time codes by time (RFC 6238), and what helps where the device is lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SecondFactor {
    /// The shared secret, in base32.
    pub secret: String,
    /// The time step of the newest code that was used: neither it nor an older one is good again.
    pub last_step: u64,
    /// SHA-256 of each recovery code that is left, in hex.
    pub recovery_hashes: Vec<String>,
    /// Since when it is asked for.
    pub since: Instant,
}

impl Credentials {
    /// What the person signs in with.
    pub fn new(user: &User, password_hash: Option<String>) -> Self {
        Self {
            email: user.email.clone(),
            user_id: user.id,
            password_hash,
            second_factor: None,
            proposed_secret: None,
            version: 1,
        }
    }

    /// Tells this password from any other, without telling anything of it.
    pub fn password_fingerprint(&self) -> String {
        let hash = self.password_hash.as_deref().unwrap_or_default();
        Sha256::digest(hash.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl Record for Credentials {
    fn kind(&self) -> &'static str {
        "CREDENTIALS"
    }

    fn place(&self) -> Place {
        Place::at(keys::credentials(&self.email))
    }
}

/// A link by which a person chooses a password: good once, until its end, and only as long as the password is the
/// one that it was made for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PasswordLink {
    /// SHA-256 of the link's token, in hex.
    pub token_hash: String,
    /// Whose password.
    pub user_id: UserId,
    /// Under which e-mail.
    pub email: String,
    /// [`Credentials::password_fingerprint`] when it was made.
    pub password_fingerprint: String,
    /// Seconds since 1970: after this it is over.
    pub expires_at: i64,
}

impl PasswordLink {
    /// Whether it is still good for these credentials.
    pub fn is_good(&self, credentials: &Credentials, at: Instant) -> bool {
        at.as_second() < self.expires_at
            && self.user_id == credentials.user_id
            && self.password_fingerprint == credentials.password_fingerprint()
    }
}

impl Record for PasswordLink {
    fn kind(&self) -> &'static str {
        "PASSWORD_LINK"
    }

    fn place(&self) -> Place {
        Place::at(keys::password_link(&self.token_hash)).expiring(self.expires_at)
    }
}

impl Record for PasswordResetRequest {
    fn kind(&self) -> &'static str {
        PasswordResetRequest::KIND
    }

    fn place(&self) -> Place {
        const KEPT_SECONDS: i64 = 24 * 3600;
        Place::at(keys::password_reset_request(&self.email, self.id))
            .expiring(self.created_at.as_second() + KEPT_SECONDS)
    }
}

impl Store {
    /// What to check a sign-in against.
    pub async fn credentials(&self, email: &str) -> Result<Option<Credentials>> {
        self.get(&keys::credentials(email)).await
    }

    /// Changed credentials, with the record of it where it is worth one.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where they changed since they were read.
    pub async fn change_credentials(
        &self,
        before: &Credentials,
        after: &Credentials,
        activity: Option<&Activity>,
    ) -> std::result::Result<(), CommitError> {
        let mut transaction = self.transaction().change(before, after, Versioned::By(before.version))?;
        if let Some(activity) = activity {
            transaction = transaction.create(activity)?;
        }
        transaction.commit().await
    }

    /// Writes down that somebody asked for a new password. Whether the e-mail has an account is found out by who
    /// reads this from the stream, so asking takes the same time either way.
    pub async fn request_password_reset(
        &self,
        request: &PasswordResetRequest,
    ) -> std::result::Result<(), CommitError> {
        self.transaction().create(request)?.commit().await
    }

    /// A new link.
    pub async fn create_password_link(&self, link: &PasswordLink) -> std::result::Result<(), CommitError> {
        self.transaction().create(link)?.commit().await
    }

    /// The link of that token, whether or not it is still good.
    pub async fn password_link(&self, token_hash: &str) -> Result<Option<PasswordLink>> {
        self.get(&keys::password_link(token_hash)).await
    }
}
