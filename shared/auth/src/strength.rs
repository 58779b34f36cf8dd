//! Whether a password is hard enough to guess: judged by how it would be guessed, not by kinds of symbols.

use zxcvbn::Score;
use zxcvbn::feedback::{Suggestion, Warning};

/// The most characters of a password.
pub const LONGEST: usize = 200;
/// The fewest characters of a password.
pub const SHORTEST: usize = 10;

/// The judge's own bound; what is beyond only makes a password stronger.
const JUDGED: usize = 100;

/// Why the password is refused, as a rule for its field. `about` is what an attacker knows of the person: the name,
/// the e-mail.
pub fn objection(password: &str, about: &[&str]) -> Option<String> {
    let length = password.chars().count();
    if !(SHORTEST..=LONGEST).contains(&length) {
        return Some(format!("must be {SHORTEST} to {LONGEST} characters"));
    }
    let judged: String = password.chars().take(JUDGED).collect();
    let parts = about.iter().flat_map(|text| text.split([' ', '@', '.', '-', '_']));
    let before_at = about.iter().filter_map(|text| text.split('@').next());
    let known: Vec<&str> = parts.chain(before_at).chain(["seaversity"]).collect();
    let verdict = zxcvbn::zxcvbn(&judged, &known);
    if verdict.score() >= Score::Three {
        return None;
    }
    let feedback = verdict.feedback();
    let why = feedback
        .and_then(|feedback| feedback.warning())
        .map_or("it is one of the first to be tried", warning);
    let advice = feedback
        .and_then(|feedback| feedback.suggestions().first().copied())
        .map_or("add another word or two", suggestion);
    Some(format!("is too easy to guess: {why}; {advice}"))
}

const fn warning(warning: Warning) -> &'static str {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess | Warning::ShortKeyboardPatternsAreEasyToGuess => {
            "it follows the keys of a keyboard"
        }
        Warning::RepeatsLikeAaaAreEasyToGuess | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => {
            "it repeats itself"
        }
        Warning::ThisIsATop10Password | Warning::ThisIsATop100Password | Warning::ThisIsACommonPassword => {
            "many people use it"
        }
        Warning::ThisIsSimilarToACommonlyUsedPassword => "it resembles one that many people use",
        Warning::SequencesLikeAbcAreEasyToGuess => "it is a sequence",
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => "it is a date",
        Warning::AWordByItselfIsEasyToGuess => "it is a single word",
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | Warning::CommonNamesAndSurnamesAreEasyToGuess => "it is a name",
    }
}

const fn suggestion(suggestion: Suggestion) -> &'static str {
    match suggestion {
        Suggestion::CapitalizationDoesntHelpVeryMuch
        | Suggestion::AllUppercaseIsAlmostAsEasyToGuessAsAllLowercase => {
            "capitals help little, another word helps much"
        }
        Suggestion::ReversedWordsArentMuchHarderToGuess => {
            "a word written backwards helps little, another word much"
        }
        Suggestion::PredictableSubstitutionsDontHelpVeryMuch => {
            "@ for a helps little, another word helps much"
        }
        Suggestion::UseALongerKeyboardPatternWithMoreTurns | Suggestion::AvoidSequences => {
            "use words instead"
        }
        Suggestion::AvoidRepeatedWordsAndCharacters => "use different words",
        Suggestion::AvoidRecentYears
        | Suggestion::AvoidYearsThatAreAssociatedWithYou
        | Suggestion::AvoidDatesAndYearsThatAreAssociatedWithYou => "leave out dates and years",
        Suggestion::UseAFewWordsAvoidCommonPhrases
        | Suggestion::NoNeedForSymbolsDigitsOrUppercaseLetters
        | Suggestion::AddAnotherWordOrTwo => "add another word or two",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_make_a_password_and_symbols_alone_do_not() {
        let about = ["ana.silva@desk.example", "Ana Silva"];
        for good in ["correct horse battery staple", "sail-the-seven-seas", "Tümpel Kranich Nebel"] {
            assert_eq!(objection(good, &about), None, "{good}");
        }
        for bad in ["Password1!", "qwertyuiop", "aaaaaaaaaaaa", "seaversity1", "ana.silva1", "1234567890"] {
            let rule = objection(bad, &about).unwrap_or_else(|| panic!("{bad} was taken"));
            assert!(rule.starts_with("is too easy to guess: "), "{rule}");
        }
    }

    #[test]
    fn length_has_bounds() {
        assert!(objection("Kranich 9", &[]).unwrap().contains("10 to 200"));
        assert!(objection(&"kranich tümpel ".repeat(20), &[]).unwrap().contains("10 to 200"));
    }
}
