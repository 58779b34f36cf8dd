//! The Lambda that a schedule starts to clear up.

use aws_lambda_events::event::eventbridge::EventBridgeEvent;
use domain::Instant;
use events::Queue;
use files::Files;
use lambda_runtime::{Error, LambdaEvent, service_fn};
use store::Store;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    events::init();
    let store = Store::connect(events::required("TABLE_NAME")?).await;
    let warming = store.clone();
    tokio::spawn(async move { warming.warm().await });
    let files = Files::new(|| store::aws::config("S3"), events::required("FILES_BUCKET")?);
    let mails = Queue::connect(events::required("MAIL_QUEUE_URL")?).await;
    let (store, files, mails) = (&store, &files, &mails);
    lambda_runtime::run(service_fn(async |event: LambdaEvent<EventBridgeEvent>| {
        let scheduled = event.payload.time.map(|time| Instant::from_millisecond(time.timestamp_millis()));
        let now = scheduled.unwrap_or_else(Instant::now);
        let swept = sweep_function::sweep(store, files, mails, now).await?;
        tracing::info!(
            swept.connections,
            swept.merges,
            swept.items,
            swept.files,
            swept.mails,
            swept.digests,
            swept.reminders,
            "swept"
        );
        Ok::<_, Error>(())
    }))
    .await
}
