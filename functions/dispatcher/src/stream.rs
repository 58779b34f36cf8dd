//! Reading the stream's records.

use aws_lambda_events::event::dynamodb::{Event, EventRecord};
use domain::PasswordResetRequest;
use events::Message;
use serde::de::DeserializeOwned;

/// A message on its way, with the position in the batch of the record that it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// The record's position in the batch.
    pub position: usize,
    /// The message as JSON.
    pub body: String,
    /// Whom it is for.
    pub audience: Audience,
}

/// The queues that a message goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Every one.
    All,
    /// That of the mails.
    Mail,
    /// That of the statistics: history counts, and nobody is told of it.
    Statistics,
}

/// What a batch holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// A message for each new activity and each new request for a password.
    pub outgoing: Vec<Outgoing>,
    /// The positions of such records that do not have their shape.
    pub unreadable: Vec<usize>,
}

/// The messages of the batch's new records of those kinds. The mapping filters already; the same is asked here, since
/// not every engine applies filters.
pub fn read(event: &Event) -> Read {
    let mut read = Read::default();
    for (position, record) in event.records.iter().enumerate() {
        let (message, audience) = match new_kind(record) {
            Some("ACTIVITY") => (entity(record).map(Message::activity_recorded), Audience::All),
            Some("IMPORTED_ACTIVITY") => {
                (entity(record).map(Message::activity_recorded), Audience::Statistics)
            }
            Some(PasswordResetRequest::KIND) => {
                (entity(record).map(|request| Message::PasswordResetRequestedV1 { request }), Audience::Mail)
            }
            _ => continue,
        };
        let body =
            message.and_then(|message| serde_json::to_string(&message).map_err(|error| error.to_string()));
        match body {
            Ok(body) => read.outgoing.push(Outgoing { position, body, audience }),
            Err(error) => {
                tracing::error!(event_id = record.event_id, error, "a record cannot be read");
                read.unreadable.push(position);
            }
        }
    }
    read
}

/// What kind of record came into being.
fn new_kind(record: &EventRecord) -> Option<&str> {
    match record.change.new_image.get("kind") {
        Some(serde_dynamo::AttributeValue::S(kind)) if record.event_name == "INSERT" => Some(kind),
        _ => None,
    }
}

fn entity<T: DeserializeOwned>(record: &EventRecord) -> Result<T, String> {
    serde_dynamo::from_item(record.change.new_image.clone()).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Event {
        serde_json::from_str(include_str!("../../../events/dispatcher/new-activities.json")).unwrap()
    }

    #[test]
    fn the_sample_event_becomes_one_message() {
        let read = read(&sample());
        assert_eq!(read.unreadable, [] as [usize; 0]);
        assert_eq!(read.outgoing.len(), 1, "a session record in the same batch is nobody's news");
        let body = &read.outgoing[0].body;
        let Message::ActivityRecordedV1 { activity } = serde_json::from_str(body).unwrap() else {
            panic!("{body}")
        };
        assert_eq!(activity.action, domain::Action::Updated);
        let item = activity.work_item.unwrap();
        assert_eq!((item.number.as_str(), item.version), ("T-0042", 3));
        assert_eq!(activity.changes[0].after, "RESOLVED");
        assert_eq!(activity.changes[1].after, events::NOT_CARRIED);
    }

    #[test]
    fn a_malformed_activity_is_reported_and_the_others_go_on() {
        let mut event = sample();
        let mut broken = event.records[0].clone();
        broken.change.new_image = serde_dynamo::Item::from(std::collections::HashMap::from([(
            "kind".to_owned(),
            serde_dynamo::AttributeValue::S("ACTIVITY".into()),
        )]));
        event.records.insert(0, broken);
        let read = read(&event);
        assert_eq!(read.unreadable, [0]);
        assert_eq!(read.outgoing.len(), 1);
        assert_eq!(read.outgoing[0].position, 1);
    }

    #[test]
    fn a_changed_record_is_no_news() {
        let mut event = sample();
        event.records[0].event_name = "MODIFY".into();
        assert_eq!(read(&event), Read::default());
    }

    #[test]
    fn history_that_was_loaded_is_counted_and_told_to_nobody() {
        let mut event = sample();
        event.records.truncate(1);
        let mut image = event.records[0].change.new_image.clone().into_inner();
        image.insert("kind".to_owned(), serde_dynamo::AttributeValue::S("IMPORTED_ACTIVITY".into()));
        event.records[0].change.new_image = serde_dynamo::Item::from(image);
        assert_eq!(read(&event).outgoing[0].audience, Audience::Statistics);
    }

    #[test]
    fn a_request_for_a_password_goes_to_the_mails_alone() {
        let mut event = sample();
        let at = domain::Instant::from_millisecond(1_790_000_000_000);
        let request = PasswordResetRequest {
            id: domain::ActivityId::new(at),
            email: "ana@desk.example".into(),
            created_at: at,
        };
        let mut image: serde_dynamo::Item = serde_dynamo::to_item(&request).unwrap();
        image.insert("kind".into(), serde_dynamo::AttributeValue::S(PasswordResetRequest::KIND.into()));
        event.records.truncate(1);
        event.records[0].change.new_image = image;
        let read = read(&event);
        assert_eq!(read.outgoing[0].audience, Audience::Mail);
        let message: Message = serde_json::from_str(&read.outgoing[0].body).unwrap();
        assert_eq!(message, Message::PasswordResetRequestedV1 { request });
    }
}
