//! Finding people by what somebody types of their name or e-mail.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::User;

/// The most words by which one person is found: each is a copy of the person, which changes with them.
const MOST_WORDS: usize = 6;

/// So much of a word tells it from others, in characters.
const LONGEST_WORD: usize = 40;

/// Letters that Unicode does not take apart into one of the alphabet and a mark, as they are typed where the keyboard has
/// none of them.
const SPELT: [(char, &str); 11] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('ð', "d"),
    ('ø', "o"),
    ('þ', "th"),
    ('đ', "d"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ł', "l"),
    ('œ', "oe"),
    ('ŧ', "t"),
];

/// What a text has in common with the same text in another case, or without its accents.
fn folded(text: &str) -> String {
    let lower = text.to_lowercase();
    let bare = lower.nfd().filter(|character| !is_combining_mark(*character)).nfc();
    let mut folded = String::with_capacity(lower.len());
    for character in bare {
        match SPELT.iter().find(|(letter, _)| *letter == character) {
            Some((_, spelt)) => folded.push_str(spelt),
            None => folded.push(character),
        }
    }
    folded
}

fn shortened(word: &str) -> String {
    word.chars().take(LONGEST_WORD).collect()
}

/// What is separated by blanks, from the first letter or digit on where it has one.
fn pieces(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split_whitespace()
        .map(|piece| piece.find(char::is_alphanumeric).map_or(piece, |beginning| &piece[beginning..]))
}

/// What follows a hyphen or an apostrophe in a piece: `jean-pierre` is found as `pierre` too.
fn parts(piece: &str) -> impl Iterator<Item = &str> {
    let mut is_within = true;
    piece
        .char_indices()
        .filter_map(move |(position, character)| {
            let begins = character.is_alphanumeric() && !is_within;
            is_within = character.is_alphanumeric();
            begins.then_some(position)
        })
        .map(|beginning| &piece[beginning..])
}

/// The words of a name, as they are written before what is a part of one.
fn words_of_name(name: &str) -> Vec<String> {
    let folded = folded(name);
    pieces(&folded).chain(pieces(&folded).flat_map(parts)).map(shortened).collect()
}

/// The words by which a person is found: those of the name, and the e-mail. Of a name of very many words the first and
/// the last ones count. Nothing finds a deleted account.
pub fn words(user: &User) -> BTreeSet<String> {
    const MOST_OF_NAME: usize = MOST_WORDS - 1;
    if user.deleted_at.is_some() {
        return BTreeSet::new();
    }
    let mut of_name = words_of_name(&user.name);
    let written = user.name.split_whitespace().count();
    if written > MOST_OF_NAME {
        of_name.drain(1..=written - MOST_OF_NAME);
    }
    of_name.truncate(MOST_OF_NAME);
    of_name.push(shortened(&folded(&user.email)));
    of_name.into_iter().collect()
}

/// What somebody typed: beginnings of words, in any order, case and accents aside.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonSearch {
    beginnings: Vec<String>,
}

impl PersonSearch {
    /// Reads what was typed; nothing finds everybody.
    pub fn new(typed: &str) -> Self {
        let mut beginnings: Vec<String> = pieces(&folded(typed)).map(shortened).collect();
        // The longest first: few words begin with it.
        beginnings.sort_by_key(|beginning| std::cmp::Reverse(beginning.len()));
        Self { beginnings }
    }

    /// The beginning that finds the fewest; none where nothing was typed.
    pub fn rarest(&self) -> Option<&str> {
        self.beginnings.first().map(String::as_str)
    }

    /// Whether each of the beginnings begins one of the words.
    pub fn finds(&self, words: &BTreeSet<String>) -> bool {
        self.beginnings.iter().all(|beginning| words.iter().any(|word| word.starts_with(beginning)))
    }

    /// Whether it finds somebody of whom only the name is known.
    pub fn finds_name(&self, name: &str) -> bool {
        self.finds(&words_of_name(name).into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Instant, Role};

    fn person(name: &str) -> User {
        let at = Instant::from_millisecond(0);
        User::new("ines.ruiz@seaversity.example", name, Role::Agent, Vec::new(), at)
    }

    #[test]
    fn a_person_is_found_by_each_word_of_the_name_and_by_the_e_mail() {
        let words = words(&person("Inès Marie-Thérèse (O’Brien)"));
        for typed in
            ["ines", "INÈS", "marie", "therese", "Marie-Th", "o’br", "(o’b", "brien", "thér inès", " "]
        {
            assert!(PersonSearch::new(typed).finds(&words), "{typed}");
        }
        assert!(PersonSearch::new("ines.ruiz@sea").finds(&words), "the e-mail");
        for typed in ["nes", "ines smith", "arie", "obrien", "seaversity"] {
            assert!(!PersonSearch::new(typed).finds(&words), "{typed}");
        }
    }

    #[test]
    fn letters_that_a_keyboard_may_lack_are_found_as_they_are_typed() {
        for (name, typed) in [
            ("Łukasz Wałęsa", "lukasz walesa"),
            ("Søren Æbelø", "soren aebelo"),
            ("Günther Großmann", "gunther grossm"),
            ("Đorđe", "DORDE"),
            ("Işıl", "isil"),
            ("Þórunn", "thor"),
        ] {
            let found = words(&person(name));
            assert!(PersonSearch::new(typed).finds(&found), "{typed}");
            assert!(PersonSearch::new(name).finds(&found), "{name}");
        }
    }

    #[test]
    fn of_many_words_the_first_and_the_last_count() {
        let found = words(&person("Maria da Conceição de Jesus dos Santos Silva"));
        assert_eq!(found.len(), MOST_WORDS);
        for typed in ["maria", "santos", "silva", "dos s"] {
            assert!(PersonSearch::new(typed).finds(&found), "{typed}");
        }
    }

    #[test]
    fn other_scripts_and_signs_are_words_too() {
        for name in ["山田 太郎", "Ольга Иванова", "💻", "محمد علي"] {
            let found = words(&person(name));
            for typed in name.split(' ') {
                assert!(PersonSearch::new(typed).finds(&found), "{typed}");
            }
        }
    }

    #[test]
    fn words_are_short_enough_for_a_key() {
        let found = words(&person(&"한글\u{301}".repeat(40)));
        assert!(found.iter().all(|word| word.chars().count() <= LONGEST_WORD), "{found:?}");
        assert!(PersonSearch::new(&"한글".repeat(40)).finds(&found));
    }

    #[test]
    fn nothing_finds_a_deleted_account() {
        let gone = User { deleted_at: Some(Instant::from_millisecond(1)), ..person("Ines Ruiz") };
        assert!(words(&gone).is_empty());
    }
}
