//! What one line of text may hold: names, titles, tags.

/// Whether the character breaks the line, or turns the direction of what is written around it. What right-to-left text
/// and emoji need in themselves, such as marks and joiners, does not.
pub fn is_control(character: char) -> bool {
    character.is_control() || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether nothing of the text can be seen.
pub fn is_blank(text: &str) -> bool {
    let is_invisible = |character: char| {
        character.is_whitespace()
            || matches!(
                character,
                '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'
                    ..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                    | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
                    | '\u{e0000}'..='\u{e0fff}'
            )
    };
    text.chars().all(is_invisible)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_the_text_around_it_is_control() {
        for character in ['\n', '\0', '\u{202e}', '\u{2067}'] {
            assert!(is_control(character), "{character:?}");
        }
        for name in ["شبكة\u{200f}", "👩\u{200d}💻", "می\u{200c}خواهم", "Renée"] {
            assert!(!name.chars().any(is_control), "{name}");
        }
    }

    #[test]
    fn what_shows_nothing_is_blank() {
        for blank in ["", " \u{3000}", "\u{200b}", "\u{2060}\u{feff}", "\u{3164}", "\u{fe0f}"] {
            assert!(is_blank(blank), "{blank:?}");
        }
        for name in ["x", "\u{200f}ش", "❤\u{fe0f}"] {
            assert!(!is_blank(name), "{name}");
        }
    }
}
