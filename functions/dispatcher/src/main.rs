//! The Lambda that carries new activity records from the table's stream to the queues.

use aws_lambda_events::event::dynamodb::Event;
use dispatcher_function::Dispatcher;
use lambda_runtime::{Error, LambdaEvent, service_fn};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    events::init();
    let dispatcher = Dispatcher::from_env().await?;
    let dispatcher = &dispatcher;
    lambda_runtime::run(service_fn(async |event: LambdaEvent<Event>| {
        Ok::<_, Error>(dispatcher.dispatch(event.payload).await)
    }))
    .await
}
