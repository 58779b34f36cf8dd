//! Whether the product keeps its own description: requests made up from `docs/openapi.json`, well-formed and not, must
//! never be answered by a fault, nor by anything that the document does not describe.

use std::process::{Command, Output};
use std::thread;

use anyhow::{Context, Result, anyhow};
use serde_json::{Value, json};
use stack::{Options, Stack};

use super::{Outcome, python_programs};
use crate::sample;

/// What would end the session that asks, or change its password.
const LEFT_OUT: &str =
    "^/api/auth/(login|logout|refresh|forgot-password|reset-password|change-password|two-factor|sessions)";

/// What must hold of each answer.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
                      response_headers_conformance,response_schema_conformance";

/// How many requests are made up for each operation, besides those that try each rule of its parameters.
const EXAMPLES: &str = "8";

/// Asks as an admin, who may most, and beside it as a requester, who may least. The same requests are made up each time.
pub(super) async fn run() -> Result<Outcome> {
    let program = python_programs("conformance")?.join("bin/schemathesis");
    let stack = Stack::start(Options::for_tests("test-conformance")).await?;
    sample::load(&stack).await?;
    let mut requests = Vec::new();
    for person in
        sample::sign_ins().into_iter().filter(|person| ["admin", "requester"].contains(&person.role))
    {
        let token = sign_in(&stack, person.email, person.password).await?;
        let mut command = Command::new(&program);
        command
            .args(["run", "docs/openapi.json", "--url", stack.app_url()])
            .args(["--header", &format!("Authorization: Bearer {token}")])
            .args(["--exclude-path-regex", LEFT_OUT, "--checks", CHECKS])
            .args(["--phases", "coverage,fuzzing", "--max-examples", EXAMPLES])
            // One worker: making up requests in two threads meets a fault of CPython 3.11's parser.
            .args(["--generation-deterministic", "--workers", "1", "--request-timeout", "20", "--no-color"])
            .current_dir(stack::root());
        requests.push((person.role, command));
    }
    let asked: Vec<_> = thread::scope(|scope| {
        let running: Vec<_> = requests
            .into_iter()
            .map(|(role, mut command)| (role, scope.spawn(move || command.output())))
            .collect();
        running.into_iter().map(|(role, answer)| (role, answer.join())).collect()
    });
    stack.stop().await?;
    let mut outcome = Ok(Outcome::Passed);
    for (role, answer) in asked {
        let Output { status, stdout, stderr } =
            answer.map_err(|_| anyhow!("asking as {role} panicked"))?.context("starting schemathesis")?;
        eprintln!("  as {role}\n{}{}", String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr));
        // Its arguments hold a token, so a failure does not repeat them.
        if !status.success() {
            outcome = Err(anyhow!("the product does not keep docs/openapi.json, asked as {role}"));
        }
    }
    outcome
}

async fn sign_in(stack: &Stack, email: &str, password: &str) -> Result<String> {
    let answer = stack.post("/api/auth/login", &json!({"email": email, "password": password})).await?;
    let token = answer.get("accessToken").and_then(Value::as_str);
    Ok(token.with_context(|| format!("signing in as {email}: {answer}"))?.to_owned())
}
