//! The Lambda that tells people's browsers while the app is not open there.

use aws_lambda_events::event::sqs::SqsEvent;
use lambda_runtime::{Error, LambdaEvent, service_fn};
use push_function::{PushWorker, Sender};
use store::Store;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    events::init();
    let store = Store::connect(events::required("TABLE_NAME")?).await;
    let warming = store.clone();
    tokio::spawn(async move { warming.warm().await });
    let worker = &PushWorker::new(store, Sender::from_env()?);
    lambda_runtime::run(service_fn(async |event: LambdaEvent<SqsEvent>| {
        Ok::<_, Error>(events::each_message(event.payload, |message| worker.handle(message)).await)
    }))
    .await
}
