//! Whether content is what it says.

use domain::media::{Form, MediaType};

/// The beginning of a document in the container that office programs used before 2007.
const COMPOUND: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// The type of this name, if its files are taken and the content looks like one.
pub fn fits(name: &str, content: &[u8]) -> Option<MediaType> {
    let media = MediaType::find(name)?;
    let told = infer::get(content).map(|kind| kind.mime_type());
    let is_one = match media.form {
        Form::Picture | Form::Exact => told.is_some_and(|told| told == name || is_other_name(told, name)),
        // Not every program begins its documents as the first bytes of that type are known to begin, but all are zip.
        Form::Zip => told.is_some_and(|told| {
            told == name || told == "application/zip" || (name == "application/zip" && is_zipped(told))
        }),
        Form::Compound => content.starts_with(&COMPOUND),
        Form::Text => is_text(content, told),
    };
    is_one.then_some(media)
}

/// Names that the same bytes go by.
fn is_other_name(told: &str, name: &str) -> bool {
    matches!(
        (told, name),
        ("audio/x-wav", "audio/wav")
            | ("video/x-m4v" | "video/quicktime", "video/mp4")
            | ("video/mp4", "video/quicktime")
            | ("video/x-matroska", "video/webm")
    )
}

fn is_zipped(told: &str) -> bool {
    told.starts_with("application/vnd.openxmlformats-officedocument.")
        || told.starts_with("application/vnd.oasis.opendocument.")
        || told == "application/epub+zip"
}

/// Text has no mark, but it has no control characters either, in whatever encoding; and in UTF-16 it begins with one.
fn is_text(content: &[u8], told: Option<&str>) -> bool {
    if content.starts_with(&[0xff, 0xfe]) || content.starts_with(&[0xfe, 0xff]) {
        return true;
    }
    let is_marked = told.is_some_and(|told| !told.starts_with("text/"));
    !is_marked && !content.iter().any(|byte| *byte < 0x20 && !b"\t\n\r\x0c\x1b".contains(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    const JPEG: &[u8] = b"\xff\xd8\xff\xe0\0\x10JFIF\0";
    const PDF: &[u8] = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
    const ZIP: &[u8] = b"PK\x03\x04\x14\0\0\0\x08\0abcdefghijklmnopqrstuvwxyz";

    #[test]
    fn what_is_what_it_says_is_taken() {
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        for (name, content) in [
            ("image/png", PNG),
            ("image/jpeg", JPEG),
            ("image/gif", b"GIF89a\x01\0\x01\0"),
            ("image/webp", b"RIFF\x24\0\0\0WEBPVP8 "),
            ("application/pdf", PDF),
            ("application/zip", ZIP),
            (word, ZIP),
            ("application/msword", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"),
            ("text/plain", "Grüße, 成績\r\n".as_bytes()),
            ("text/plain", b"Gr\xfc\xdfe"),
            ("text/plain", b"\xff\xfeH\0i\0"),
            ("text/csv", b"a;b\n1;2\n"),
            ("application/json", b"{}"),
            ("video/mp4", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom"),
        ] {
            assert!(fits(name, content).is_some(), "{name} {content:?}");
        }
    }

    #[test]
    fn what_is_something_else_is_not() {
        let program: &[u8] = b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0";
        let page: &[u8] = b"<!DOCTYPE html><script>alert(1)</script>";
        for (name, content) in [
            ("image/png", JPEG),
            ("image/jpeg", page),
            ("application/pdf", b"%PS-Adobe"),
            ("application/zip", PDF),
            ("application/msword", ZIP),
            ("text/plain", program),
            ("text/csv", PNG),
            ("text/plain", b"a\0b"),
            ("video/mp4", b""),
            ("text/html", page),
            ("image/svg+xml", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ] {
            assert!(fits(name, content).is_none(), "{name} {content:?}");
        }
    }
}
