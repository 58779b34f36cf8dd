//! The Lambda that counts activities.

use aws_lambda_events::event::sqs::SqsEvent;
use lambda_runtime::{Error, LambdaEvent, service_fn};
use store::Store;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    events::init();
    let store = Store::connect(events::required("TABLE_NAME")?).await;
    let warming = store.clone();
    tokio::spawn(async move { warming.warm().await });
    let store = &store;
    lambda_runtime::run(service_fn(async |event: LambdaEvent<SqsEvent>| {
        Ok::<_, Error>(
            events::each_message_in_turn(event.payload, |message| {
                statistics_function::handle(store, message)
            })
            .await,
        )
    }))
    .await
}
