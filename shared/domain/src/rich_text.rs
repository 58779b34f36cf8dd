//! Rich text from people: what is kept of it, and its plain form.

use ammonia::Builder;

/// The most that a description or a comment may hold once sanitised, in bytes.
pub const MAX_BYTES: usize = 64 * 1024;

/// The HTML that the editor makes, and nothing else: no scripts, styles, forms or frames; links open apart
/// and tell the other side nothing.
pub fn sanitise(html: &str) -> String {
    let without_nulls = html.replace('\0', "");
    Builder::default()
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
            ]
            .into(),
        )
        .generic_attributes(Default::default())
        .tag_attributes([("a", ["href"].into()), ("code", ["class"].into())].into())
        .url_schemes(["http", "https", "mailto"].into())
        .link_rel(Some("noopener noreferrer nofollow"))
        .set_tag_attribute_value("a", "target", "_blank")
        .clean(&without_nulls)
        .to_string()
        .trim()
        .to_owned()
}

/// The text without markup: for mails, previews and the question whether anything was said at all.
pub fn plain_text(html: &str) -> String {
    let breaks =
        html.replace("</p>", "\n").replace("<br>", "\n").replace("</li>", "\n").replace("</h", "\n</h");
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
    fn what_the_editor_makes_is_kept() {
        let html = "<h2>Steps</h2><ul><li>one <strong>two</strong></li></ul><pre><code class=\"language-sh\">ls</code></pre>";
        assert_eq!(sanitise(html), html);
    }

    #[test]
    fn plain_text_keeps_lines_and_unescapes_once() {
        assert_eq!(plain_text("<p>a &lt;b&gt; &amp;lt;</p><p>c</p>"), "a <b> &lt;\nc");
    }
}
