//! The types of files that are taken, and the names that files are kept under.

/// How a type shows itself in the bytes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A picture that can be decoded, so that it has a thumbnail.
    Picture,
    /// Exactly this type, as its first bytes tell.
    Exact,
    /// A zip archive, which office documents are too.
    Zip,
    /// The container of office documents before 2007.
    Compound,
    /// Text, which has no mark of its own.
    Text,
}

/// A type of file that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MediaType {
    /// Its name, as in `Content-Type`.
    pub name: &'static str,
    /// How it shows itself.
    pub form: Form,
}

impl MediaType {
    /// The type of this name, if files of it are taken. Those that a browser would run (HTML, SVG, scripts) are not.
    pub fn find(name: &str) -> Option<Self> {
        TAKEN.into_iter().find(|taken| taken.name == name)
    }

    /// The names of all types that are taken.
    pub fn names() -> impl Iterator<Item = &'static str> {
        TAKEN.into_iter().map(|taken| taken.name)
    }

    /// Whether it can be shown where it is, without being saved first.
    pub fn is_shown_inline(self) -> bool {
        self.form == Form::Picture || self.name == "application/pdf"
    }
}

const fn taken(name: &'static str, form: Form) -> MediaType {
    MediaType { name, form }
}

const TAKEN: [MediaType; 25] = [
    taken("image/png", Form::Picture),
    taken("image/jpeg", Form::Picture),
    taken("image/gif", Form::Picture),
    taken("image/webp", Form::Picture),
    taken("application/pdf", Form::Exact),
    taken("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Form::Zip),
    taken("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Form::Zip),
    taken("application/vnd.openxmlformats-officedocument.presentationml.presentation", Form::Zip),
    taken("application/vnd.oasis.opendocument.text", Form::Zip),
    taken("application/vnd.oasis.opendocument.spreadsheet", Form::Zip),
    taken("application/vnd.oasis.opendocument.presentation", Form::Zip),
    taken("application/zip", Form::Zip),
    taken("application/msword", Form::Compound),
    taken("application/vnd.ms-excel", Form::Compound),
    taken("application/vnd.ms-powerpoint", Form::Compound),
    taken("text/plain", Form::Text),
    taken("text/csv", Form::Text),
    taken("text/markdown", Form::Text),
    taken("application/json", Form::Text),
    taken("video/mp4", Form::Exact),
    taken("video/webm", Form::Exact),
    taken("video/quicktime", Form::Exact),
    taken("audio/mpeg", Form::Exact),
    taken("audio/ogg", Form::Exact),
    taken("audio/wav", Form::Exact),
];

/// The most characters of a file's name.
const MOST_CHARACTERS: usize = 200;

/// The name that a file is kept under: the last part of a path, without characters that steer a terminal or turn the
/// direction of writing, and not so long that a disk refuses it. None where nothing is left.
pub fn clean_name(name: &str) -> Option<String> {
    let is_kept = |character: &char| {
        !character.is_control()
            && !matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last.chars().filter(is_kept).collect();
    let kept = kept.trim().trim_start_matches('.').trim();
    if kept.is_empty() {
        return None;
    }
    let count = kept.chars().count();
    if count <= MOST_CHARACTERS {
        return Some(kept.to_owned());
    }
    // The ending tells programs what to open it with, so what is too long goes out of the middle.
    let ending =
        kept.rsplit_once('.').map(|(_, ending)| ending).filter(|ending| ending.chars().count() <= 16);
    let ending = ending.map(|ending| format!(".{ending}")).unwrap_or_default();
    let beginning: String = kept.chars().take(MOST_CHARACTERS - ending.chars().count()).collect();
    Some(format!("{beginning}{ending}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_letters_and_loses_its_path() {
        let cases = [
            ("report.pdf", Some("report.pdf")),
            ("Übersicht 2026 – 成績.xlsx", Some("Übersicht 2026 – 成績.xlsx")),
            ("../../etc/passwd", Some("passwd")),
            (r"C:\Users\ana\photo.png", Some("photo.png")),
            ("in\u{0}vi\u{202e}gpj.exe\r\n", Some("invigpj.exe")),
            ("  .htaccess ", Some("htaccess")),
            ("..", None),
            ("/", None),
            ("", None),
        ];
        for (given, expected) in cases {
            assert_eq!(clean_name(given).as_deref(), expected, "{given:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = clean_name(&format!("{}.docx", "ü".repeat(400))).unwrap();
        assert_eq!(name.chars().count(), MOST_CHARACTERS);
        assert!(name.ends_with("ü.docx"));
    }

    #[test]
    fn what_a_browser_would_run_is_not_taken() {
        for name in ["image/svg+xml", "text/html", "application/xhtml+xml", "text/javascript", "text/xml", ""]
        {
            assert_eq!(MediaType::find(name), None, "{name}");
        }
    }

    #[test]
    fn only_pictures_and_pdf_are_shown_where_they_are() {
        let shown: Vec<_> =
            TAKEN.into_iter().filter(|taken| taken.is_shown_inline()).map(|taken| taken.name).collect();
        assert_eq!(shown, ["image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf"]);
    }
}
