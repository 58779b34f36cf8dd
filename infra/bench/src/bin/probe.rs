//! temporary
use std::time::Instant;
#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut t = Instant::now();
    let mut lap = |what: &str| { println!("{what:<20} {:.2} ms", t.elapsed().as_secs_f64()*1000.0); t = Instant::now(); };
    http_api::run::init_logs();
    lap("logs");
    let r = tickets_function::router();
    lap("router");
    let v = auth::Verifier::from_pem(include_str!("../../../../shared/auth/testdata/public.pem")).unwrap();
    lap("verifier");
    let config = aws_config::defaults(aws_config::BehaviorVersion::latest()).load().await;
    lap("aws config");
    let client = aws_sdk_dynamodb::Client::new(&config);
    lap("client");
    let store = store::Store::new(client, "none");
    let state = std::sync::Arc::new(http_api::Api { store: store.clone(), verifier: v });
    let s = http_api::run::service(r, state);
    lap("service");
    store.warm().await;
    lap("warm");
    store.warm().await;
    lap("warm again");
    drop(s);
}
