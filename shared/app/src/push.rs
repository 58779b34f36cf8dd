//! Browsers that are told while the app is not open there.

use std::str::FromStr;

use domain::{PushSubscription, PushSubscriptionId};
use http::Uri;
use sha2::{Digest, Sha256};
use store::Store;
use uuid::Uuid;

use crate::views;
use crate::{AppError, Caller, FieldError, Result};

/// The push services of browsers to which messages are sent: of everything else that an address could lead to,
/// nothing is ever called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PushServices(Vec<Origin>);

/// One of them: `https://fcm.googleapis.com`, or `https://*.push.apple.com` for each host that ends so.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Origin {
    scheme: String,
    host: String,
    is_suffix: bool,
}

/// The text does not list origins.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no origin of a push service, such as `https://*.push.apple.com`")]
pub struct InvalidOrigin(String);

impl FromStr for PushServices {
    type Err = InvalidOrigin;

    /// Reads origins with commas between them.
    fn from_str(text: &str) -> std::result::Result<Self, InvalidOrigin> {
        let origin = |text: &str| {
            let (scheme, host) = text.split_once("://").filter(|(_, host)| !host.is_empty())?;
            let suffix = host.strip_prefix('*');
            Some(Origin {
                scheme: scheme.to_owned(),
                host: suffix.unwrap_or(host).to_owned(),
                is_suffix: suffix.is_some(),
            })
        };
        text.split(',')
            .map(str::trim)
            .map(|text| origin(text).ok_or_else(|| InvalidOrigin(text.to_owned())))
            .collect::<std::result::Result<_, _>>()
            .map(Self)
    }
}

impl PushServices {
    /// Whether the address is one of theirs.
    pub fn include(&self, endpoint: &str) -> bool {
        let Ok(address) = endpoint.parse::<Uri>() else { return false };
        let (Some(scheme), Some(host), Some(authority)) =
            (address.scheme_str(), address.host(), address.authority())
        else {
            return false;
        };
        !authority.as_str().contains('@')
            && self.0.iter().any(|origin| {
                let is_host =
                    if origin.is_suffix { host.ends_with(&origin.host) } else { host == origin.host };
                origin.scheme == scheme && is_host
            })
    }
}

/// A browser, as it tells of itself.
#[derive(Debug, Clone)]
pub struct NewSubscription {
    /// Where its push service takes messages for it.
    pub endpoint: String,
    /// Its public key.
    pub p256dh: String,
    /// The secret that it shares.
    pub auth: String,
    /// What the person knows it by.
    pub device: String,
}

/// The caller's browsers, the one renewed last first.
pub async fn list(store: &Store, caller: &Caller) -> Result<Vec<views::PushSubscription>> {
    let (_, mut found) = caller.check_with(store, store.push_subscriptions(caller.claims.user_id)).await?;
    found.sort_by_key(|one| std::cmp::Reverse(one.renewed_at));
    Ok(found.into_iter().map(|one| views::PushSubscription::new(one, caller.claims.session_id)).collect())
}

/// Lets the caller's browser be told from now on, or renews it. It is told as long as this sign-in lasts.
pub async fn subscribe(
    store: &Store,
    caller: &Caller,
    services: &PushServices,
    new: NewSubscription,
) -> Result<views::PushSubscription> {
    let known = store.push_subscriptions(caller.claims.user_id);
    let (_, mut known) = caller.check_with(store, known).await?;
    if !services.include(&new.endpoint) {
        return Err(AppError::Invalid(vec![FieldError {
            field: "endpoint".into(),
            rule: "must be an address of a browser's push service that this deployment knows".into(),
        }]));
    }
    let id = id_of(&new.endpoint);
    let before = known.iter().position(|one| one.id == id).map(|position| known.remove(position));
    known.sort_by_key(|one| one.renewed_at);
    let surplus = (known.len() + 1).saturating_sub(PushSubscription::MOST);
    let replaced: Vec<PushSubscriptionId> = known.iter().take(surplus).map(|one| one.id).collect();
    let subscription = PushSubscription {
        id,
        user_id: caller.claims.user_id,
        session_id: caller.claims.session_id,
        endpoint: new.endpoint,
        p256dh: new.p256dh,
        auth: new.auth,
        device: new.device.trim().to_owned(),
        created_at: before.map_or(caller.at, |before| before.created_at),
        renewed_at: caller.at,
    };
    store.keep_push_subscription(&subscription, &replaced).await?;
    Ok(views::PushSubscription::new(subscription, caller.claims.session_id))
}

/// Lets one of the caller's browsers no longer be told. One that is gone is no error.
pub async fn unsubscribe(store: &Store, caller: &Caller, id: PushSubscriptionId) -> Result<()> {
    let principal = caller.check_alone(store).await?;
    store.forget_push_subscription(principal.user_id, id).await?;
    Ok(())
}

/// The same browser has the same id, however often it tells of itself.
fn id_of(endpoint: &str) -> PushSubscriptionId {
    let digest = Sha256::digest(endpoint.as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    PushSubscriptionId::from_uuid(Uuid::from_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_listed_services_are_called() {
        let services: PushServices =
            "https://fcm.googleapis.com, https://*.push.apple.com".parse().expect("they are origins");
        for (endpoint, is_known) in [
            ("https://fcm.googleapis.com/fcm/send/abc", true),
            ("https://web.push.apple.com/abc", true),
            ("https://fcm.googleapis.com:8443/abc", true),
            ("http://fcm.googleapis.com/abc", false),
            ("https://push.apple.com.example.org/abc", false),
            ("https://xpush.apple.com/abc", false),
            ("https://fcm.googleapis.com.example.org/abc", false),
            ("https://fcm.googleapis.com@example.org/abc", false),
            ("https://example.org/fcm.googleapis.com", false),
            ("https://169.254.169.254/latest/meta-data", false),
            ("https://[::1]/abc", false),
            ("fcm.googleapis.com", false),
            ("", false),
        ] {
            assert_eq!(services.include(endpoint), is_known, "{endpoint}");
        }
    }

    #[test]
    fn what_lists_no_origins_is_refused() {
        for text in ["", "fcm.googleapis.com", "https://", "https://a.example,,https://b.example"] {
            assert!(text.parse::<PushServices>().is_err(), "{text}");
        }
    }
}
