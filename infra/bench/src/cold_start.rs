//! The time from the start of a function's process to its first answer, against that of a hello world.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use stack::Stack;

use crate::event::Request;
use crate::runtime_api::RuntimeApi;
use crate::statistics::median;

/// How often each function is started. The first start of each only fills the file cache and is not counted.
const RUNS: usize = 25;

/// Each HTTP function with a request that it answers without reading the table.
const FUNCTIONS: [(&str, &str, u64); 13] = [
    ("auth", "/api/auth/session", 401),
    ("users", "/api/users/me", 401),
    ("teams", "/api/teams", 401),
    ("categories", "/api/categories", 401),
    ("tickets", "/api/tickets", 401),
    ("comments", "/api/tickets/T-0001/comments", 401),
    ("attachments", "/api/tickets/T-0001/attachments", 401),
    ("views", "/api/views", 401),
    ("macros", "/api/macros", 401),
    ("notifications", "/api/notifications", 401),
    ("settings", "/api/settings", 401),
    ("dashboard", "/api/dashboard/activity", 401),
    ("docs", "/api/docs", 200),
];

/// What was measured, in milliseconds.
#[derive(Debug, Default)]
pub(crate) struct ColdStarts {
    /// The hello world's median.
    pub(crate) hello_ms: f64,
    /// Each function's median.
    pub(crate) function_ms: BTreeMap<String, f64>,
}

impl ColdStarts {
    /// How many times as long as the hello world each function takes.
    pub(crate) fn ratios(&self) -> BTreeMap<String, f64> {
        let ratio = |(name, ms): (&String, &f64)| (name.clone(), ms / self.hello_ms);
        self.function_ms.iter().map(ratio).collect()
    }
}

/// Starts each function and the hello world in turn, so that what disturbs the machine disturbs all of them.
pub(crate) async fn measure(stack: &Stack, binaries: &Path) -> Result<ColdStarts> {
    let hello = ("hello", "/api/hello", 200);
    let mut environments = BTreeMap::from([("hello", Variables::new())]);
    for (name, ..) in FUNCTIONS {
        environments.insert(name, deployed_variables(stack, name).await?);
    }
    let mut times: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for run in 0..=RUNS {
        for (name, path, status) in FUNCTIONS.into_iter().chain([hello]) {
            let binary = match name {
                "hello" => binaries.join("hello"),
                area => binaries.join(format!("{area}-function")),
            };
            let own = &environments[name];
            let ms = start_once(stack, own, name, &binary, path, status)
                .with_context(|| format!("starting {name}"))?;
            if run > 0 {
                times.entry(name).or_default().push(ms);
            }
        }
    }
    let mut medians: BTreeMap<String, f64> =
        times.into_iter().map(|(name, mut ms)| (name.to_owned(), median(&mut ms))).collect();
    let hello_ms = medians.remove("hello").context("the hello world was not measured")?;
    Ok(ColdStarts { hello_ms, function_ms: medians })
}

type Variables = BTreeMap<String, String>;

/// What the template sets for the function.
async fn deployed_variables(stack: &Stack, name: &str) -> Result<Variables> {
    let function = format!("{}-{name}", stack.description().stack);
    let request = serde_json::json!({"FunctionName": function});
    let mut found = stack.aws("lambda", "get_function_configuration", request).await?;
    Ok(serde_json::from_value(found["Environment"]["Variables"].take())?)
}

struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start_once(
    stack: &Stack,
    variables: &Variables,
    name: &str,
    binary: &Path,
    path: &str,
    expected: u64,
) -> Result<f64> {
    let api = RuntimeApi::with(Request::get(path).to_event())?;
    let mut command = Command::new(binary);
    command
        .env_clear()
        .envs(variables)
        .envs(stack.environment())
        .env("AWS_LAMBDA_RUNTIME_API", api.address())
        .env("AWS_LAMBDA_FUNCTION_NAME", format!("seaversity-{name}"))
        .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256")
        .env("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST")
        .env("LOG_LEVEL", "info")
        .env("ACCESS_TOKEN_PUBLIC_KEY", crate::people::PUBLIC_KEY)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let started = Instant::now();
    let _process = Ended(command.spawn()?);
    let answer = api.answer(Duration::from_secs(10))?;
    ensure!(answer.status == expected, "it answered {} instead of {expected}", answer.status);
    Ok((answer.at - started).as_secs_f64() * 1000.0)
}
