//! Rules of fields that many bodies share.

use domain::line::{is_blank, is_control};
use domain::rich_text;

/// One line of `MIN` to `MAX` characters, not counting space around it.
pub fn line<const MIN: usize, const MAX: usize>(value: &str, (): &()) -> garde::Result {
    let length = value.trim().chars().count();
    if !(MIN..=MAX).contains(&length) {
        return Err(garde::Error::new(format!("must be {MIN} to {MAX} characters")));
    }
    if MIN > 0 && is_blank(value) {
        return Err(garde::Error::new("must not be blank"));
    }
    if value.chars().any(is_control) {
        return Err(garde::Error::new("must be one line without control characters"));
    }
    Ok(())
}

/// The same, where a value is given.
pub fn optional_line<const MIN: usize, const MAX: usize>(
    value: &Option<String>,
    context: &(),
) -> garde::Result {
    value.as_deref().map_or(Ok(()), |value| line::<MIN, MAX>(value, context))
}

/// Rich text of at most [`rich_text::MAX_BYTES`], without null characters.
pub fn rich(value: &str, (): &()) -> garde::Result {
    if value.len() > rich_text::MAX_BYTES {
        return Err(garde::Error::new(format!("must be at most {} bytes", rich_text::MAX_BYTES)));
    }
    if value.contains('\0') {
        return Err(garde::Error::new("must not contain null characters"));
    }
    Ok(())
}

/// The same, where a value is given.
pub fn optional_rich(value: &Option<String>, context: &()) -> garde::Result {
    value.as_deref().map_or(Ok(()), |value| rich(value, context))
}

/// An e-mail address of at most 254 characters, of those that mail goes to without extensions: before the `@` what
/// RFC 5321 calls a dot-string, after it a host of two names at least.
pub fn email(value: &str, (): &()) -> garde::Result {
    let is_atom = |atom: &str| {
        !atom.is_empty()
            && atom.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte))
    };
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let trimmed = value.trim();
    let shaped = trimmed.len() <= 254
        && trimmed.split_once('@').is_some_and(|(local, host)| {
            local.len() <= 64
                && local.split('.').all(is_atom)
                && host.contains('.')
                && host.split('.').all(is_label)
        });
    if shaped { Ok(()) } else { Err(garde::Error::new("must be an e-mail address")) }
}

/// What somebody says an account's address is: it may have been made under another rule.
pub fn known_email(value: &str, (): &()) -> garde::Result {
    let trimmed = value.trim();
    let shaped = trimmed.len() <= 254 && trimmed.contains('@') && !trimmed.chars().any(char::is_control);
    if shaped { Ok(()) } else { Err(garde::Error::new("must be an e-mail address")) }
}

/// An e-mail address as [`email`] takes it, where one is given.
pub fn optional_email(value: &Option<String>, context: &()) -> garde::Result {
    value.as_deref().map_or(Ok(()), |value| email(value, context))
}

/// A colour as `#rrggbb`, where one is given.
pub fn optional_color(value: &Option<Option<String>>, (): &()) -> garde::Result {
    let is_color = |text: &str| {
        text.strip_prefix('#')
            .is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    match value {
        Some(Some(text)) if !is_color(text) => Err(garde::Error::new("must be a colour such as `#0099ff`")),
        _ => Ok(()),
    }
}

/// One line of at most `MAX` characters, where one is given.
pub fn emptiable_line<const MAX: usize>(value: &Option<Option<String>>, context: &()) -> garde::Result {
    match value {
        Some(Some(text)) => line::<0, MAX>(text, context),
        _ => Ok(()),
    }
}
