//! What a person is told of the own account, whatever the preferences say.

use domain::{Role, User};
use minijinja::{Value, context};

/// What is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccountLetter {
    /// An account was made; choose a password.
    Invitation {
        /// The link's token.
        token: String,
    },
    /// Somebody asked for a new password.
    PasswordReset {
        /// The link's token.
        token: String,
    },
    /// The password is another one now.
    PasswordChanged {
        /// Where the change was asked for.
        ip_address: Option<String>,
    },
    /// An admin gave the person another role.
    RoleChanged {
        /// The role.
        role: Role,
        /// Who did it.
        actor: String,
    },
    /// A second factor is asked for from now on, or no more.
    SecondFactorChanged {
        /// Whether it is asked for.
        is_enabled: bool,
        /// Where the change was asked for.
        ip_address: Option<String>,
    },
}

impl AccountLetter {
    pub(crate) const fn subject(&self) -> &'static str {
        match self {
            AccountLetter::Invitation { .. } => "Welcome to Seaversity: choose your password",
            AccountLetter::PasswordReset { .. } => "Choose a new password for Seaversity",
            AccountLetter::PasswordChanged { .. } => "Your Seaversity password was changed",
            AccountLetter::RoleChanged { .. } => "Your role on Seaversity has changed",
            AccountLetter::SecondFactorChanged { is_enabled: true, .. } => {
                "Signing in to Seaversity now takes a code"
            }
            AccountLetter::SecondFactorChanged { is_enabled: false, .. } => {
                "Signing in to Seaversity takes no code any more"
            }
        }
    }

    pub(crate) fn facts(&self, to: &User, app_url: &str) -> Value {
        // The token stands behind the #, which a browser sends to nobody.
        let link = |page: &str, token: &str| format!("{app_url}/{page}#token={token}");
        let from = |address: &Option<String>| {
            address
                .as_deref()
                .map_or_else(String::new, |address| format!(" The request came from the address {address}."))
        };
        let not_you = "If that was not you, choose a new password at once with \u{201c}Forgot your password?\u{201d} on the sign-in page, and tell an admin.";
        let (lines, button, url, note) = match self {
            AccountLetter::Invitation { token } => (
                vec![
                    "an account was made for you on Seaversity, the help desk for IT and courses.".to_owned(),
                    format!("Choose a password, and then sign in with {}.", to.email),
                ],
                "Choose a password",
                link("welcome", token),
                "The link is good once, for seven days. After that, ask for another with \u{201c}Forgot your password?\u{201d} on the sign-in page.".to_owned(),
            ),
            AccountLetter::PasswordReset { token } => (
                vec![
                    "somebody, hopefully you, asked for a new password.".to_owned(),
                    "Choosing it signs you out everywhere.".to_owned(),
                ],
                "Choose a new password",
                link("reset-password", token),
                "The link is good once, for one hour. If you did not ask for it, do nothing: your password stays as it is.".to_owned(),
            ),
            AccountLetter::PasswordChanged { ip_address } => (
                vec![format!("your password was changed just now.{}", from(ip_address))],
                "Sign in",
                format!("{app_url}/sign-in"),
                not_you.to_owned(),
            ),
            AccountLetter::RoleChanged { role, actor } => (
                vec![format!(
                    "{actor} gave you another role on Seaversity: you are {} now. It holds from your next click on.",
                    match role {
                        Role::Admin => "an admin",
                        Role::Manager => "a manager",
                        Role::Agent => "an agent",
                        Role::User => "a user",
                    }
                )],
                "Open Seaversity",
                app_url.to_owned(),
                "If that is a surprise, tell an admin.".to_owned(),
            ),
            AccountLetter::SecondFactorChanged { is_enabled: true, ip_address } => (
                vec![format!(
                    "from now on, signing in takes a code of your authenticator app besides the password.{}",
                    from(ip_address)
                )],
                "Look at your security settings",
                format!("{app_url}/settings/security"),
                not_you.to_owned(),
            ),
            AccountLetter::SecondFactorChanged { is_enabled: false, ip_address } => (
                vec![format!("from now on, signing in takes no code besides the password.{}", from(ip_address))],
                "Look at your security settings",
                format!("{app_url}/settings/security"),
                not_you.to_owned(),
            ),
        };
        context! { name => to.name.as_str(), subject => self.subject(), lines, button, url, note }
    }
}
