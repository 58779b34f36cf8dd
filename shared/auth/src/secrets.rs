//! Random texts that are shown once and kept only as a hash: tokens of links, recovery codes.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::seq::IndexedRandom;
use sha2::{Digest, Sha256};

/// How many recovery codes a person gets.
pub const RECOVERY_CODES: usize = 10;

/// Letters and digits that nobody takes for one another.
const LEGIBLE: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

/// The token of a link, with 256 random bits.
pub fn link_token() -> String {
    let random: [u8; 32] = rand::random();
    URL_SAFE_NO_PAD.encode(random)
}

/// New recovery codes of 60 random bits each, as `abcd-efgh-jkmn`.
pub fn recovery_codes() -> Vec<String> {
    let mut rng = rand::rng();
    let mut group =
        || -> String { (0..4).filter_map(|_| LEGIBLE.choose(&mut rng)).map(|b| char::from(*b)).collect() };
    (0..RECOVERY_CODES).map(|_| format!("{}-{}-{}", group(), group(), group())).collect()
}

/// A recovery code as it was shown, however it was typed; none where it cannot be one.
pub fn read_recovery_code(typed: &str) -> Option<String> {
    let plain: String = typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|character| character.to_ascii_lowercase())
        .collect();
    (plain.len() == 12).then(|| format!("{}-{}-{}", &plain[..4], &plain[4..8], &plain[8..]))
}

/// SHA-256 in hex: all that is stored of such a text.
pub fn hash(secret: &str) -> String {
    Sha256::digest(secret.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recovery_codes_differ_and_are_read_however_they_are_typed() {
        let codes = recovery_codes();
        assert_eq!(codes.len(), RECOVERY_CODES);
        assert!(codes.iter().all(|code| codes.iter().filter(|other| *other == code).count() == 1));
        let typed = format!(" {} ", codes[0].to_uppercase().replace('-', " "));
        assert_eq!(read_recovery_code(&typed).as_ref(), Some(&codes[0]));
        assert_eq!(read_recovery_code("123456"), None);
    }
}
