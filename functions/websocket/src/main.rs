//! The Lambda behind the websocket API.

use aws_lambda_events::event::apigw::ApiGatewayWebsocketProxyRequest;
use lambda_runtime::{Error, LambdaEvent, service_fn};
use notify::gateway::Gateway;
use store::Store;
use websocket_function::Sockets;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    events::init();
    let verifier = auth::Verifier::from_pem(&events::required("ACCESS_TOKEN_PUBLIC_KEY")?)?;
    let store = Store::connect(events::required("TABLE_NAME")?).await;
    let warming = store.clone();
    tokio::spawn(async move { warming.warm().await });
    let gateway = Gateway::connect(events::required("WEBSOCKET_ENDPOINT")?).await;
    let sockets = &Sockets::new(store, gateway, verifier);
    lambda_runtime::run(service_fn(async |event: LambdaEvent<ApiGatewayWebsocketProxyRequest>| {
        Ok::<_, Error>(sockets.handle(event.payload).await)
    }))
    .await
}
