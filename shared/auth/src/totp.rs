//! One-time codes by time (RFC 6238): six digits, thirty seconds, SHA-1, which is what every authenticator app takes.

use domain::Instant;
use totp_rs::{Builder, Secret, Totp};

/// What the app is called in an authenticator.
const ISSUER: &str = "Seaversity";

/// A secret that a person's authenticator shares.
#[derive(Debug, Clone)]
pub struct SharedSecret {
    totp: Totp,
    uri: String,
}

impl SharedSecret {
    /// A new secret of 160 random bits for the account of that e-mail.
    pub fn generate(email: &str) -> Option<Self> {
        let random: [u8; 20] = rand::random();
        Self::new(Secret::from(random.as_slice()), email)
    }

    /// The secret that [`SharedSecret::to_base32`] gave.
    pub fn from_base32(secret: &str, email: &str) -> Option<Self> {
        Self::new(Secret::try_from_base32(secret).ok()?, email)
    }

    fn new(secret: Secret, email: &str) -> Option<Self> {
        // An authenticator splits its label at the colon.
        let account = email.replace(':', "");
        let builder = Builder::new().with_secret(secret).with_account_name(account).with_issuer(Some(ISSUER));
        // One step to either side, for clocks that differ.
        let totp = builder.with_skew(1).build().ok()?;
        let uri = totp.to_url().ok()?;
        Some(Self { totp, uri })
    }

    /// For typing it in, and for keeping it.
    pub fn to_base32(&self) -> String {
        self.totp.secret().to_base32()
    }

    /// For a QR code: `otpauth://totp/…`.
    pub fn uri(&self) -> &str {
        &self.uri
    }

    /// The code's time step, if the code is good at `at` and newer than the one of `last_step`.
    pub fn check(&self, code: &str, last_step: u64, at: Instant) -> Option<u64> {
        let seconds = u64::try_from(at.as_second()).ok()?;
        self.totp.check(code, seconds).filter(|step| *step > last_step)
    }

    /// The code at `at`, as an authenticator shows it.
    pub fn code(&self, at: Instant) -> String {
        self.totp.generate(u64::try_from(at.as_second()).unwrap_or_default()).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_good_for_its_time_and_once() {
        // The secret and a code of RFC 6238, appendix B, cut to six digits.
        let secret =
            SharedSecret::from_base32("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "ana@desk.example").unwrap();
        let at = Instant::from_millisecond(1_111_111_109_000);
        assert_eq!(secret.code(at), "081804");
        let step = secret.check("081804", 0, at).unwrap();
        assert_eq!(step, 1_111_111_109 / 30);
        assert_eq!(secret.check("081804", step, at), None);
        assert_eq!(secret.check("081804", 0, at.plus_seconds(30)), Some(step));
        assert_eq!(secret.check("081804", 0, at.plus_seconds(90)), None);
        assert_eq!(secret.check("081805", 0, at), None);
    }

    #[test]
    fn a_new_secret_reads_back_and_names_the_account() {
        let secret = SharedSecret::generate("ana@desk.example").unwrap();
        let again = SharedSecret::from_base32(&secret.to_base32(), "ana@desk.example").unwrap();
        assert_eq!(again.uri(), secret.uri());
        assert!(
            secret.uri().starts_with("otpauth://totp/Seaversity:ana%40desk.example?secret="),
            "{}",
            secret.uri()
        );
    }
}
