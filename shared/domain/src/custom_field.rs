//! What a category asks for besides what every ticket has.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::line;

/// The answers to a category's fields, by their keys.
pub type FieldValues = BTreeMap<String, Value>;

/// The most fields of one category.
pub const MOST_FIELDS: usize = 20;

/// The most characters of a text.
pub const LONGEST_TEXT: usize = 2000;

/// The most that the fields of a category, or the answers of one item, may hold together, in bytes of JSON: so an item
/// with all that it may hold, and the record of a change from all of that to as much, stay below the table's
/// limit of 400 KB.
pub const MOST_BYTES: usize = 40 * 1024;

/// Whether it is more than [`MOST_BYTES`].
fn is_too_much(value: &impl Serialize) -> bool {
    serde_json::to_vec(value).is_ok_and(|json| json.len() > MOST_BYTES)
}

/// What can be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum FieldKind {
    /// Text of up to 2,000 characters.
    Text,
    /// A number.
    Number,
    /// A day, as `2026-09-01`.
    Date,
    /// One of the options.
    Select,
    /// Some of the options.
    MultiSelect,
    /// Yes or no; where it is required, yes.
    Checkbox,
}

/// One field that a category asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CustomField {
    /// Names it in answers; it stays when the label changes.
    #[schema(pattern = "^[a-z][a-zA-Z0-9]{0,39}$")]
    pub key: String,
    /// What people read.
    #[schema(min_length = 1, max_length = 80)]
    pub label: String,
    /// What can be answered.
    pub kind: FieldKind,
    /// What can be chosen; for selections alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 50)]
    pub options: Vec<String>,
    /// Whether a ticket needs it.
    #[serde(default)]
    pub is_required: bool,
    /// A line of help below it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub help: Option<String>,
}

/// A field that breaks a rule: its path and the rule.
pub type Broken = (String, String);

fn is_line(text: &str, most: usize) -> bool {
    text.trim().chars().count() <= most && !line::is_blank(text) && !text.chars().any(line::is_control)
}

impl CustomField {
    fn has_options(&self) -> bool {
        matches!(self.kind, FieldKind::Select | FieldKind::MultiSelect)
    }

    /// What is wrong with the field itself.
    fn objection(&self) -> Option<(&'static str, &'static str)> {
        let is_key = self.key.len() <= 40
            && self.key.starts_with(|first: char| first.is_ascii_lowercase())
            && self.key.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let distinct = |options: &[String]| {
            options.iter().enumerate().all(|(position, option)| !options[..position].contains(option))
        };
        if !is_key {
            return Some(("key", "must be letters and digits, a small letter first, 40 at most"));
        }
        if !is_line(&self.label, 80) {
            return Some(("label", "must be one line of 1 to 80 characters"));
        }
        if self.help.as_deref().is_some_and(|help| !is_line(help, 200)) {
            return Some(("help", "must be one line of 1 to 200 characters"));
        }
        if self.has_options() == self.options.is_empty() || self.options.len() > 50 {
            return Some(("options", "must be 1 to 50 for a selection, and none for anything else"));
        }
        if !self.options.iter().all(|option| is_line(option, 80)) || !distinct(&self.options) {
            return Some(("options", "must be different lines of 1 to 80 characters"));
        }
        None
    }

    /// The rule that the value breaks.
    fn refusal(&self, value: &Value) -> Option<String> {
        let is_option =
            |value: &Value| value.as_str().is_some_and(|text| self.options.iter().any(|it| it == text));
        let fits = match self.kind {
            FieldKind::Text => value.as_str().is_some_and(|text| {
                text.chars().count() <= LONGEST_TEXT
                    && !text.chars().any(|character| character.is_control() && character != '\n')
            }),
            FieldKind::Number => value.is_number(),
            FieldKind::Date => value
                .as_str()
                .is_some_and(|text| text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok()),
            FieldKind::Select => is_option(value),
            FieldKind::MultiSelect => value.as_array().is_some_and(|chosen| {
                chosen
                    .iter()
                    .enumerate()
                    .all(|(position, one)| is_option(one) && !chosen[..position].contains(one))
            }),
            FieldKind::Checkbox => value.is_boolean(),
        };
        if fits {
            return None;
        }
        Some(match self.kind {
            FieldKind::Text => format!("must be a text of at most {LONGEST_TEXT} characters"),
            FieldKind::Number => "must be a number".into(),
            FieldKind::Date => "must be a day such as `2026-09-01`".into(),
            FieldKind::Select => format!("must be one of: {}", self.options.join(", ")),
            FieldKind::MultiSelect => format!("must be some of: {}", self.options.join(", ")),
            FieldKind::Checkbox => "must be true or false".into(),
        })
    }
}

/// What is wrong with the fields that a category is to have.
pub fn check_fields(fields: &[CustomField]) -> Vec<Broken> {
    if fields.len() > MOST_FIELDS {
        return vec![("fields".into(), format!("must be {MOST_FIELDS} at most"))];
    }
    let mut broken = Vec::new();
    for (position, field) in fields.iter().enumerate() {
        if let Some((part, rule)) = field.objection() {
            broken.push((format!("fields[{position}].{part}"), rule.into()));
        } else if fields[..position].iter().any(|earlier| earlier.key == field.key) {
            broken.push((format!("fields[{position}].key"), "must be different from the other keys".into()));
        }
    }
    if broken.is_empty() && is_too_much(&fields) {
        broken.push(("fields".into(), format!("must be at most {MOST_BYTES} bytes together")));
    }
    broken
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
    }
}

/// The answers as they are kept: without those that say nothing.
///
/// # Errors
/// The answers that break rules, and the required ones that are missing.
pub fn check_values(fields: &[CustomField], values: &FieldValues) -> Result<FieldValues, Vec<Broken>> {
    let path = |key: &str| format!("customFields.{key}");
    let mut broken: Vec<Broken> = values
        .keys()
        .filter(|key| fields.iter().all(|field| field.key != **key))
        .map(|key| (path(key), "is not a field of the category".into()))
        .collect();
    let mut kept = FieldValues::new();
    for field in fields {
        match values.get(&field.key).filter(|value| !is_nothing(value)) {
            Some(value) => match field.refusal(value) {
                Some(rule) => broken.push((path(&field.key), rule)),
                None if field.is_required && *value == Value::Bool(false) => {
                    broken.push((path(&field.key), "must be ticked".into()));
                }
                None => {
                    kept.insert(field.key.clone(), value.clone());
                }
            },
            None if field.is_required => broken.push((path(&field.key), "must be given".into())),
            None => {}
        }
    }
    if broken.is_empty() && is_too_much(&kept) {
        broken.push(("customFields".into(), format!("must be at most {MOST_BYTES} bytes together")));
    }
    if broken.is_empty() { Ok(kept) } else { Err(broken) }
}

/// Those of the answers that another category asks for too, for an item that moves there.
pub fn carry_over(fields: &[CustomField], values: &FieldValues) -> FieldValues {
    values
        .iter()
        .filter(|(key, value)| {
            fields.iter().any(|field| field.key == **key && field.refusal(value).is_none())
        })
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn field(key: &str, kind: FieldKind, is_required: bool) -> CustomField {
        let options = if matches!(kind, FieldKind::Select | FieldKind::MultiSelect) {
            vec!["A".into(), "B".into()]
        } else {
            vec![]
        };
        CustomField { key: key.into(), label: "L".into(), kind, options, is_required, help: None }
    }

    fn values(value: Value) -> FieldValues {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn each_kind_takes_its_values_and_no_others() {
        let table = [
            (FieldKind::Text, json!("a\nb"), json!(1)),
            (FieldKind::Text, json!("x".repeat(2000)), json!("x".repeat(2001))),
            (FieldKind::Number, json!(1.5), json!("1")),
            (FieldKind::Date, json!("2026-02-28"), json!("2026-02-30")),
            (FieldKind::Date, json!("2028-02-29"), json!("20260228")),
            (FieldKind::Select, json!("A"), json!("C")),
            (FieldKind::MultiSelect, json!(["B", "A"]), json!(["A", "A"])),
            (FieldKind::Checkbox, json!(false), json!("yes")),
        ];
        for (kind, good, bad) in table {
            let fields = [field("f", kind, false)];
            let good = values(json!({"f": good}));
            assert_eq!(check_values(&fields, &good), Ok(good), "{kind:?}");
            let broken = check_values(&fields, &values(json!({"f": bad}))).unwrap_err();
            assert_eq!(broken[0].0, "customFields.f", "{kind:?}");
        }
    }

    #[test]
    fn what_is_required_must_be_given_and_a_required_box_ticked() {
        let fields = [field("t", FieldKind::Text, true), field("c", FieldKind::Checkbox, true)];
        for missing in [json!({"c": true}), json!({"t": " ", "c": true}), json!({"t": "x", "c": false})] {
            assert_eq!(check_values(&fields, &values(missing.clone())).unwrap_err().len(), 1, "{missing}");
        }
        assert!(check_values(&fields, &values(json!({"t": "x", "c": true}))).is_ok());
    }

    #[test]
    fn an_unknown_answer_is_refused_and_an_empty_one_dropped() {
        let fields = [field("f", FieldKind::MultiSelect, false)];
        assert_eq!(check_values(&fields, &values(json!({"f": []}))), Ok(FieldValues::new()));
        assert_eq!(check_values(&fields, &values(json!({"g": null}))).unwrap_err()[0].0, "customFields.g");
    }

    #[test]
    fn fields_of_a_category_have_rules() {
        let good = field("roomNumber", FieldKind::Text, true);
        assert_eq!(check_fields(std::slice::from_ref(&good)), []);
        let bad = [
            CustomField { key: "Room".into(), ..good.clone() },
            CustomField { label: " ".into(), ..good.clone() },
            CustomField { options: vec!["A".into()], ..good.clone() },
            CustomField { kind: FieldKind::Select, ..good.clone() },
            CustomField { kind: FieldKind::Select, options: vec!["A".into(), "A".into()], ..good.clone() },
        ];
        for one in bad {
            assert_eq!(check_fields(std::slice::from_ref(&one)).len(), 1, "{one:?}");
        }
        assert_eq!(check_fields(&[good.clone(), good.clone()])[0].0, "fields[1].key");
        assert_eq!(check_fields(&vec![good; 21])[0].0, "fields");
    }

    #[test]
    fn together_they_have_a_bound() {
        let texts: Vec<CustomField> =
            (0..MOST_FIELDS).map(|n| field(&format!("f{n}"), FieldKind::Text, false)).collect();
        let answers = |text: &str| texts.iter().map(|field| (field.key.clone(), json!(text))).collect();
        assert!(check_values(&texts, &answers(&"x".repeat(LONGEST_TEXT))).is_ok(), "as long as letters go");
        let broken = check_values(&texts, &answers(&"😀".repeat(LONGEST_TEXT))).unwrap_err();
        assert_eq!(broken[0].0, "customFields");
        let options = (0..50).map(|n| format!("{}{n}", "😀".repeat(75))).collect();
        let large = CustomField { options, ..field("s", FieldKind::Select, false) };
        let fields: Vec<CustomField> =
            (0..15).map(|n| CustomField { key: format!("s{n}"), ..large.clone() }).collect();
        assert_eq!(check_fields(&fields[..1]), []);
        assert_eq!(check_fields(&fields)[0].0, "fields");
    }

    #[test]
    fn what_the_new_category_does_not_ask_for_is_left_behind() {
        let fields = [field("a", FieldKind::Text, false), field("b", FieldKind::Select, true)];
        let kept = carry_over(&fields, &values(json!({"a": "x", "b": "C", "c": 1})));
        assert_eq!(kept, values(json!({"a": "x"})));
    }
}
