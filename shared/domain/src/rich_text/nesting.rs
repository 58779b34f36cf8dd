//! How deep HTML is nested, told from its tags alone.
//!
//! Reading deeply nested HTML takes time with the square of its depth, and each formatting element that is left open is
//! made anew in each paragraph after it: so what is too deep is refused before it is read.

use std::cell::RefCell;
use std::collections::HashMap;

use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};
use html5ever::{LocalName, TokenizerResult};

/// The most elements within each other.
const DEEPEST: usize = 100;

/// The most formatting elements within each other.
const DEEPEST_FORMATTING: usize = 16;

/// Whether elements stand within each other deeper than anybody writes. It may take HTML for deeper than it is, where
/// tags are left out or of kinds that no editor makes, and never for less deep.
pub(super) fn is_too_deep(html: &str) -> bool {
    let tokenizer = Tokenizer::new(Depth::default(), Default::default());
    let input = BufferQueue::default();
    input.push_back(html.into());
    while let TokenizerResult::Script(()) = tokenizer.feed(&input) {}
    tokenizer.sink.0.borrow().was_too_deep
}

#[derive(Default)]
struct Depth(RefCell<Open>);

#[derive(Default)]
struct Open {
    by_name: HashMap<LocalName, usize>,
    all: usize,
    formatting: usize,
    /// An element was there within which end tags may mean nothing: from here on none counts.
    never_closes: bool,
    was_too_deep: bool,
}

impl TokenSink for Depth {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        if let Token::TagToken(tag) = token {
            self.0.borrow_mut().meet(tag);
        }
        TokenSinkResult::Continue
    }
}

impl Open {
    fn meet(&mut self, tag: Tag) {
        // The first have no end, the others end where the next of their kind begins.
        let is_flat = matches!(
            &*tag.name,
            "area"
                | "base"
                | "br"
                | "col"
                | "embed"
                | "hr"
                | "img"
                | "input"
                | "link"
                | "meta"
                | "source"
                | "track"
                | "wbr"
                | "p"
                | "li"
                | "dt"
                | "dd"
        );
        if is_flat {
            return;
        }
        let is_formatting = matches!(
            &*tag.name,
            "a" | "b"
                | "big"
                | "code"
                | "em"
                | "font"
                | "i"
                | "nobr"
                | "s"
                | "small"
                | "strike"
                | "strong"
                | "tt"
                | "u"
        );
        match tag.kind {
            TagKind::StartTag => {
                self.never_closes |= hides_end_tags(&tag.name);
                *self.by_name.entry(tag.name).or_default() += 1;
                self.all += 1;
                self.formatting += usize::from(is_formatting);
                self.was_too_deep |= self.all > DEEPEST || self.formatting > DEEPEST_FORMATTING;
            }
            TagKind::EndTag => {
                let open = self.by_name.get_mut(&tag.name).filter(|open| **open > 0 && !self.never_closes);
                if let Some(open) = open {
                    *open -= 1;
                    self.all -= 1;
                    self.formatting -= usize::from(is_formatting);
                }
            }
        }
    }
}

/// Whether end tags within the element are text, or leave open what is outside it.
fn hides_end_tags(name: &str) -> bool {
    matches!(
        name,
        "applet"
            | "button"
            | "caption"
            | "frameset"
            | "iframe"
            | "marquee"
            | "math"
            | "noembed"
            | "noframes"
            | "noscript"
            | "object"
            | "plaintext"
            | "script"
            | "select"
            | "style"
            | "svg"
            | "table"
            | "td"
            | "template"
            | "textarea"
            | "th"
            | "title"
            | "xmp"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_not_too_deep() {
        let list = "<ul><li><p>one <strong><em>two</em></strong></p>".repeat(12) + &"</li></ul>".repeat(12);
        let long = "<p>a <b>b</b><br><i>c</i></p><ol><li>d<li>e</ol>".repeat(2_000);
        let careless = "<p>a<p>b<li>c".repeat(2_000);
        let quotes = "<blockquote><p>a".repeat(40);
        for html in [list, long, careless, quotes, "a < b > c </ul></ul>".into(), String::new()] {
            assert!(!is_too_deep(&html), "{}", &html[..html.len().min(40)]);
        }
    }

    #[test]
    fn what_is_deep_is_told_whatever_hides_it() {
        for unit in [
            "<ul><li>",
            "<dl><dd>",
            "<OL title='</ol>'>",
            "<ol></x>",
            "<ol><!-- </ol> -->",
            "<ol><textarea></ol></textarea>",
            "<ol><table><td></ol></table>",
            "<ol><svg><style></ol></style></svg>",
            "<ol><select></ol></select>",
        ] {
            assert!(is_too_deep(&unit.repeat(DEEPEST + 1)), "{unit}");
        }
        let formatting: String = (0..=DEEPEST_FORMATTING).map(|n| format!("<b a={n}>")).collect();
        assert!(is_too_deep(&formatting));
    }
}
