//! The Lambda that pushes activities to open websockets.

use aws_lambda_events::event::sqs::SqsEvent;
use lambda_runtime::{Error, LambdaEvent, service_fn};
use live_function::LiveWorker;
use notify::gateway::Gateway;
use store::Store;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    events::init();
    let store = Store::connect(events::required("TABLE_NAME")?).await;
    let warming = store.clone();
    tokio::spawn(async move { warming.warm().await });
    let gateway = Gateway::connect(events::required("WEBSOCKET_ENDPOINT")?).await;
    let worker = &LiveWorker::new(store, gateway, events::seconds("COLLAPSE_SECONDS")?);
    lambda_runtime::run(service_fn(async |event: LambdaEvent<SqsEvent>| {
        Ok::<_, Error>(events::each_message(event.payload, |message| worker.handle(message)).await)
    }))
    .await
}
