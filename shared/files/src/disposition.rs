//! What a browser does with content.

use std::fmt::{self, Write};

/// What a browser does with content, and the name that it saves it under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disposition<'a> {
    /// It saves it.
    Save(&'a str),
    /// It shows it.
    Show(&'a str),
}

impl fmt::Display for Disposition<'_> {
    /// The header as RFC 6266 has it: the name in ASCII for old programs, and whole for others.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, name) = match self {
            Disposition::Save(name) => ("attachment", name),
            Disposition::Show(name) => ("inline", name),
        };
        let plain: String = name.chars().map(|letter| if is_plain(letter) { letter } else { '_' }).collect();
        write!(formatter, "{kind}; filename=\"{plain}\"; filename*=UTF-8''")?;
        for byte in name.bytes() {
            if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
                formatter.write_char(char::from(byte))?;
            } else {
                write!(formatter, "%{byte:02X}")?;
            }
        }
        Ok(())
    }
}

fn is_plain(letter: char) -> bool {
    (letter.is_ascii_graphic() || letter == ' ') && !matches!(letter, '"' | '\\' | '%')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_leave_its_quotes() {
        let header = Disposition::Save(r#"a"; evil="b\.txt"#).to_string();
        assert_eq!(
            header,
            r#"attachment; filename="a_; evil=_b_.txt"; filename*=UTF-8''a%22%3B%20evil%3D%22b%5C.txt"#
        );
    }

    #[test]
    fn a_name_in_any_script_comes_whole() {
        let header = Disposition::Show("Übung.pdf").to_string();
        assert_eq!(header, "inline; filename=\"_bung.pdf\"; filename*=UTF-8''%C3%9Cbung.pdf");
    }
}
