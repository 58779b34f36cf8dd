//! Rich text from people: what is kept of it, and its plain form.

mod nesting;

use std::borrow::Cow;

use ammonia::Builder;

use crate::{AttachmentId, UserId};

/// The most that a description or a comment may hold once sanitised, in bytes.
pub const MAX_BYTES: usize = 64 * 1024;

/// Why rich text is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Sanitised, it is more than [`MAX_BYTES`].
    #[error("must be at most {MAX_BYTES} bytes, as it is kept")]
    TooLong,
    /// Its elements stand within each other deeper than anybody writes.
    #[error("must not nest elements so deeply")]
    TooDeep,
}

/// What is kept of rich text from people: its HTML made safe. That may be longer than what was sent, and what is kept is
/// what has a bound: a record with it, and the record of its change, must fit into the table.
///
/// # Errors
/// See [`Refused`].
pub fn keep(html: &str) -> Result<String, Refused> {
    if nesting::is_too_deep(html) {
        return Err(Refused::TooDeep);
    }
    let kept = sanitise(html);
    if kept.len() > MAX_BYTES { Err(Refused::TooLong) } else { Ok(kept) }
}

/// The HTML that the editor makes, and nothing else: no scripts, styles, forms or frames; links open apart
/// and tell the other side nothing.
pub fn sanitise(html: &str) -> String {
    let without_nulls = html.replace('\0', "");
    let cleaned = Builder::default()
        .tags(
            [
                "p",
                "br",
                "strong",
                "b",
                "em",
                "i",
                "u",
                "s",
                "h1",
                "h2",
                "h3",
                "h4",
                "ul",
                "ol",
                "li",
                "blockquote",
                "pre",
                "code",
                "a",
                "hr",
                "span",
                "img",
            ]
            .into(),
        )
        .generic_attributes(Default::default())
        .tag_attributes(
            [
                ("a", ["href"].into()),
                ("code", ["class"].into()),
                ("img", ["src", "alt"].into()),
                // A mention: `<span data-type="mention" data-id="usr_…">@Ana</span>`.
                ("span", ["data-type", "data-id"].into()),
            ]
            .into(),
        )
        .url_schemes(["http", "https", "mailto", "attachment"].into())
        .attribute_filter(kept_attribute)
        .link_rel(Some("noopener noreferrer nofollow"))
        .set_tag_attribute_value("a", "target", "_blank")
        .clean(&without_nulls)
        .to_string();
    // What remains of an image from elsewhere shows nothing.
    let kept = |image: Image<'_>| if image.is_attachment { image.tag.to_owned() } else { String::new() };
    replace_images(&cleaned, kept).trim().to_owned()
}

/// An image is one of the item's attachments, and nothing else is; a mention names a person; a class names the language
/// of a piece of code, and never one of the app's own.
fn kept_attribute<'v>(element: &str, attribute: &str, value: &'v str) -> Option<Cow<'v, str>> {
    let attachment = value.strip_prefix(ATTACHMENT);
    let is_kept = match (element, attribute) {
        ("img", "src") => attachment.is_some_and(|id| id.parse::<AttachmentId>().is_ok()),
        (_, "data-type") => value == "mention",
        (_, "data-id") => value.parse::<UserId>().is_ok(),
        ("code", "class") => value.strip_prefix("language-").is_some_and(is_language),
        (_, "href") => !value.trim().to_ascii_lowercase().starts_with(ATTACHMENT),
        _ => true,
    };
    is_kept.then_some(Cow::Borrowed(value))
}

/// `c++`, `objective-c`, `f#`: one word, so that no class stands beside it.
fn is_language(name: &str) -> bool {
    (1..=30).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+#-_.".contains(&byte))
}

/// How an image names the attachment that it shows.
const ATTACHMENT: &str = "attachment:";

/// An image in sanitised HTML.
struct Image<'h> {
    /// All of the tag.
    tag: &'h str,
    /// Its description, with entities.
    description: &'h str,
    /// Whether it shows an attachment.
    is_attachment: bool,
}

impl Image<'_> {
    /// What stands in its place where it cannot be shown, as HTML.
    fn words(&self) -> String {
        let description = self.description.replace('<', "&lt;").replace('>', "&gt;");
        if description.trim().is_empty() {
            "[image]".into()
        } else {
            format!("[image: {}]", description.trim())
        }
    }
}

/// The sanitised HTML with something else in place of each image.
fn replace_images(html: &str, with: impl Fn(Image<'_>) -> String) -> String {
    let mut replaced = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find("<img") {
        let (before, from) = rest.split_at(start);
        let mut is_quoted = false;
        let end = from.bytes().position(|byte| {
            is_quoted ^= byte == b'"';
            byte == b'>' && !is_quoted
        });
        let (tag, after) = from.split_at(end.map_or(from.len(), |end| end + 1));
        // Within a value a quotation mark is an entity, so this is found in the tag itself only.
        let value = |name: &str| {
            let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
            tag[start..].split('"').next()
        };
        let is_attachment = value("src").is_some_and(|source| source.starts_with(ATTACHMENT));
        replaced.push_str(before);
        replaced.push_str(&with(Image { tag, description: value("alt").unwrap_or_default(), is_attachment }));
        rest = after;
    }
    replaced.push_str(rest);
    replaced
}

/// The sanitised HTML with a link to `page` in place of each image: for mails, which carry no attachments.
pub fn with_linked_images(html: &str, page: &str) -> String {
    replace_images(html, |image| format!("<a href=\"{page}\">{}</a>", image.words()))
}

/// Text as HTML that says the same.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Those whom sanitised HTML mentions, each once, in their order.
///
/// Only markup can hold `<span ` followed by these quoted attributes: sanitising escapes `<` in text, and `"` in the
/// values of attributes.
pub fn mentions(sanitised: &str) -> Vec<UserId> {
    let mut mentioned = Vec::new();
    for tag in sanitised.split("<span ").skip(1).filter_map(|rest| rest.split('>').next()) {
        let id = tag.split_once("data-id=\"").and_then(|(_, rest)| rest.split('"').next());
        let is_mention = tag.contains("data-type=\"mention\"");
        if let Some(id) = id.filter(|_| is_mention).and_then(|id| id.parse().ok())
            && !mentioned.contains(&id)
        {
            mentioned.push(id);
        }
    }
    mentioned
}

/// The text without markup: for mails, previews and the question whether anything was said at all.
pub fn plain_text(html: &str) -> String {
    let breaks = replace_images(html, |image| image.words())
        .replace("</p>", "\n")
        .replace("<br>", "\n")
        .replace("</li>", "\n")
        .replace("</h", "\n</h");
    let escaped = Builder::empty().clean(&breaks).to_string();
    let text = escaped
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_that_could_act_is_dropped() {
        let html = r#"<p onclick="x()">Hi<script>alert(1)</script><img src=x onerror=y> <a href="javascript:z()">l</a></p>"#;
        assert_eq!(
            sanitise(html),
            r#"<p>Hi <a target="_blank" rel="noopener noreferrer nofollow">l</a></p>"#
        );
    }

    #[test]
    fn what_grows_beyond_the_bound_when_it_is_made_safe_is_refused() {
        assert!(keep(&"a".repeat(MAX_BYTES)).is_ok());
        assert_eq!(keep(&"&".repeat(MAX_BYTES)), Err(Refused::TooLong));
        assert_eq!(keep(&"<ul>".repeat(1000)), Err(Refused::TooDeep));
    }

    #[test]
    fn an_image_is_an_attachment_or_nothing() {
        let id = "att_01990000000070008000000000000001";
        let own = format!(r#"<p><img src="attachment:{id}" alt="a &lt; b > c"></p>"#);
        let kept = sanitise(&own);
        assert!(kept.contains(&format!(r#"src="attachment:{id}""#)), "{kept}");
        assert_eq!(sanitise(&kept), kept);
        for other in [
            r#"<img src="https://example.org/track.png" alt="x">"#,
            r#"<img src="data:image/png;base64,AAAA">"#,
            r#"<img src="attachment:att_1" onerror="x()">"#,
            r#"<img alt="src=&quot;attachment:att_01990000000070008000000000000001&quot;>">"#,
        ] {
            assert_eq!(sanitise(other), "", "{other}");
        }
        let link = sanitise(&format!(r#"<a href="attachment:{id}">l</a>"#));
        assert!(!link.contains("attachment:"), "{link}");
    }

    #[test]
    fn where_images_cannot_be_shown_their_words_are() {
        let html = sanitise(
            r#"<p>See <img src="attachment:att_01990000000070008000000000000001" alt="the <form>">!</p>"#,
        );
        assert_eq!(plain_text(&html), "See [image: the <form>]!");
        assert_eq!(
            with_linked_images(&html, "https://help.example.edu/tickets/1"),
            r#"<p>See <a href="https://help.example.edu/tickets/1">[image: the &lt;form&gt;]</a>!</p>"#
        );
        assert_eq!(plain_text(r#"<img src="attachment:x">"#), "[image]");
    }

    #[test]
    fn what_the_editor_makes_is_kept() {
        let html = "<h2>Steps</h2><ul><li>one <strong>two</strong></li></ul><pre><code class=\"language-sh\">ls</code></pre>";
        assert_eq!(sanitise(html), html);
    }

    #[test]
    fn a_class_names_a_language_and_nothing_else() {
        for kept in ["language-c++", "language-objective-c", "language-f#"] {
            let html = format!("<pre><code class=\"{kept}\">x</code></pre>");
            assert_eq!(sanitise(&html), html);
        }
        for dropped in ["m_3d7bc908", "language-", "language-sh m_3d7bc908", "language-sh\tx", "LANGUAGE-sh"]
        {
            let html = format!("<code class=\"{dropped}\">x</code>");
            assert_eq!(sanitise(&html), "<code>x</code>", "{dropped}");
        }
    }

    const ANA: &str = "usr_01990000000070008000000000000001";

    #[test]
    fn a_mention_is_kept_and_found_once() {
        let html = format!("<p><span data-type=\"mention\" data-id=\"{ANA}\">@Ana</span> and </p>");
        assert_eq!(sanitise(&html), html);
        let twice = sanitise(&format!("{html}{html}"));
        assert_eq!(mentions(&twice), [ANA.parse().unwrap()]);
        let more = format!(
            "<span class=\"x\" data-id=\"{ANA}\" data-label=\"Ana\" data-type=\"mention\">@Ana</span>"
        );
        assert_eq!(mentions(&sanitise(&more)), [ANA.parse().unwrap()]);
    }

    #[test]
    fn what_only_looks_like_a_mention_is_none() {
        let tag = format!("<span data-type=\"mention\" data-id=\"{ANA}\">");
        let escaped = tag.replace('<', "&lt;").replace('>', "&gt;");
        for html in [
            format!("<p>{escaped}@Ana</p>"),
            format!("<code class='{tag}'>x</code>"),
            format!("<a href='https://x/{tag}'>x</a>"),
            format!("<span data-id=\"{ANA}\">@Ana</span>"),
            "<span data-type=\"mention\" data-id=\"team_01990000000070008000000000000001\">@x</span>"
                .to_owned(),
            format!("<span data-type=\"other\" data-id=\"{ANA}\">@Ana</span>"),
        ] {
            assert_eq!(mentions(&sanitise(&html)), [], "{html}");
        }
    }

    #[test]
    fn plain_text_keeps_lines_and_unescapes_once() {
        assert_eq!(plain_text("<p>a &lt;b&gt; &amp;lt;</p><p>c</p>"), "a <b> &lt;\nc");
    }
}
