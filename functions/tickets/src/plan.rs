//! Rules of what is planned: estimates and checklists.

use domain::ChecklistEntry;

/// Each entry is one line of 1 to 200 characters.
pub(crate) fn checklist(entries: &[ChecklistEntry], context: &()) -> garde::Result {
    for (position, entry) in entries.iter().enumerate() {
        http_api::rules::line::<1, 200>(&entry.text, context)
            .map_err(|error| garde::Error::new(format!("has a bad entry {}: it {error}", position + 1)))?;
    }
    Ok(())
}

/// The same, where one is given.
pub(crate) fn optional_checklist(entries: &Option<Vec<ChecklistEntry>>, context: &()) -> garde::Result {
    entries.as_deref().map_or(Ok(()), |entries| checklist(entries, context))
}

/// Up to 20 tags, where they are given.
pub(crate) fn optional_tags(tags: &Option<Vec<String>>, (): &()) -> garde::Result {
    match tags {
        Some(tags) if tags.len() > domain::work_item::MOST_TAGS => {
            Err(garde::Error::new(format!("must be {} at most", domain::work_item::MOST_TAGS)))
        }
        _ => Ok(()),
    }
}

/// From nothing to ten thousand hours, where they are given.
pub(crate) fn optional_hours(hours: &Option<Option<f64>>, (): &()) -> garde::Result {
    match hours {
        Some(Some(hours)) if !(0.0..=10_000.0).contains(hours) => {
            Err(garde::Error::new("must be 0 to 10000"))
        }
        _ => Ok(()),
    }
}

/// Hours as they are kept: in whole minutes.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the rules let nothing else than 0 to 10,000 hours through"
)]
pub(crate) fn minutes(hours: f64) -> u32 {
    (hours * 60.0).round() as u32
}
