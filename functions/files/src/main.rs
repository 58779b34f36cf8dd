//! The Lambda that looks at files which have arrived.

use aws_lambda_events::event::sqs::SqsEvent;
use files::Files;
use files_function::FilesWorker;
use lambda_runtime::{Error, LambdaEvent, service_fn};
use store::Store;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    events::init();
    let store = Store::connect(events::required("TABLE_NAME")?).await;
    let files = Files::new(|| store::aws::config("S3"), events::required("FILES_BUCKET")?);
    let warming = store.clone();
    tokio::spawn(async move { warming.warm().await });
    let worker = &FilesWorker::new(store, files);
    lambda_runtime::run(service_fn(async |event: LambdaEvent<SqsEvent>| {
        Ok::<_, Error>(events::each_message(event.payload, |message| worker.handle(message)).await)
    }))
    .await
}
