use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::home::EngineHome;
use crate::paths::{binaries, root};
use crate::process::{is_alive, last_lines, spawn_detached, terminate};

/// Whether the functions' IAM policies are enforced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Access {
    /// Each call of a function is checked against its policy; storage calls go through the engine.
    Enforced,
    /// Functions reach DynamoDB Local directly, at about twice the throughput.
    Direct,
}

/// The ports of a stack on 127.0.0.1.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Ports {
    /// The edge: app, API and websocket.
    pub app: u16,
    /// The engine: all AWS services.
    pub engine: u16,
    /// DynamoDB Local.
    pub dynamodb: u16,
}

impl Ports {
    /// Those of `cargo xtask up`.
    pub const FIXED: Ports = Ports { app: 8080, engine: 4566, dynamodb: 8000 };

    /// Three ports that are free now.
    pub fn free() -> Result<Ports> {
        let held: Vec<TcpListener> =
            (0..3).map(|_| TcpListener::bind("127.0.0.1:0")).collect::<std::io::Result<_>>()?;
        let port = |index: usize| held[index].local_addr().map(|address| address.port());
        Ok(Ports { app: port(0)?, engine: port(1)?, dynamodb: port(2)? })
    }
}

/// How a stack is started.
#[derive(Clone, Debug)]
pub struct Options {
    /// Names the state folder, `.seaversity/<name>/`.
    pub name: String,
    /// Fixed ports, or free ones where none are given.
    pub ports: Option<Ports>,
    /// Whether IAM policies are enforced.
    pub access: Access,
    /// Whether what an earlier run left is removed first.
    pub fresh: bool,
    /// Whether changes of the table reach the dispatcher; bulk loading does not want that.
    pub stream: bool,
    /// Where the functions' binaries and the edge stand; the release folder unless given.
    pub binaries: Option<PathBuf>,
    /// The functions' log level.
    pub log_level: String,
    /// For so long mails and notifications about an item are collected.
    pub collapse_seconds: u32,
    /// The origins of the push services of browsers; those of the template unless given.
    pub push_services: Option<String>,
}

impl Options {
    /// For `cargo xtask up`: fixed ports, data kept.
    pub fn for_people() -> Options {
        Options {
            name: "up".into(),
            ports: Some(Ports::FIXED),
            access: Access::Direct,
            fresh: false,
            stream: true,
            binaries: None,
            log_level: "info".into(),
            collapse_seconds: 300,
            push_services: None,
        }
    }

    /// For tests: free ports, nothing from before, IAM enforced.
    pub fn for_tests(name: &str) -> Options {
        Options {
            name: name.into(),
            ports: None,
            access: Access::Enforced,
            fresh: true,
            // A test of what is collected does not want to wait for minutes.
            collapse_seconds: 2,
            // A test stands in for a push service, which none can be reached from everywhere.
            push_services: Some("http://127.0.0.1".into()),
            ..Options::for_people()
        }
    }

    /// For measuring: free ports, nothing from before, the direct way to the table.
    pub fn for_bench(name: &str) -> Options {
        Options { access: Access::Direct, log_level: "warn".into(), ..Options::for_tests(name) }
    }
}

/// What is written to `.seaversity/<name>/stack.json` while a stack runs.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Description {
    /// The name given in the options.
    pub name: String,
    /// The name of the CloudFormation stack; functions are called `<stack>-<area>`.
    pub stack: String,
    /// The origin of the edge.
    pub app_url: String,
    /// The HTTP API as the engine serves it, past the edge.
    pub api_url: String,
    /// The websocket, through the edge.
    pub ws_url: String,
    /// The endpoint of all AWS services.
    pub engine_url: String,
    /// The endpoint of DynamoDB; the engine's where there is no Java.
    pub dynamodb_url: String,
    /// The websocket management API, as the functions get it.
    pub websocket_endpoint: String,
    /// The region of the engine.
    pub region: String,
    /// The access key and secret of the engine's root, made up.
    pub credentials: [String; 2],
    /// Whether IAM policies are enforced.
    pub access: Access,
    /// The ports.
    pub ports: Ports,
    /// The process ids of engine and edge.
    pub engine_pid: u32,
    /// See `engine_pid`.
    pub edge_pid: u32,
    /// The outputs of the template.
    pub outputs: std::collections::BTreeMap<String, String>,
}

/// A running stack. Dropping it stops it, unless [`Stack::keep`] was called.
#[derive(Debug)]
pub struct Stack {
    description: Description,
    state: PathBuf,
    engine: Option<Child>,
    edge: Option<Child>,
    stop_on_drop: bool,
    home: Option<(EngineHome, Options)>,
    pub(crate) http: reqwest::Client,
}

const STACK: &str = "seaversity";
const REGION: &str = "eu-central-1";

impl Stack {
    /// Starts engine and edge and deploys the template. The binaries must have been built.
    ///
    /// # Errors
    ///
    /// When a port is taken, a binary is missing, or a step fails; the message holds the end of its log.
    pub async fn start(options: Options) -> Result<Stack> {
        Stack::start_with(options, &|step| eprintln!("  {step}")).await
    }

    /// Like [`Stack::start`]; `say` is told of each step.
    pub async fn start_with(options: Options, say: &(dyn Fn(&str) + Sync)) -> Result<Stack> {
        let home = crate::home::prepare(say)?;
        let state = state_folder(&options.name);
        if let Ok(running) = Stack::attach(&options.name) {
            say(&format!("stopping the `{}` that still runs", options.name));
            running.stop().await?;
        }
        if options.fresh && state.exists() {
            std::fs::remove_dir_all(&state)?;
        }
        std::fs::create_dir_all(&state)?;
        let ports = match options.ports {
            Some(ports) => {
                for port in [ports.app, ports.engine, ports.dynamodb] {
                    ensure!(
                        TcpListener::bind(("127.0.0.1", port)).is_ok(),
                        "port {port} is taken by another program; end it first"
                    );
                }
                ports
            }
            None => Ports::free()?,
        };
        let folder = match &options.binaries {
            Some(folder) => folder.clone(),
            None => binaries()?,
        };
        let engine_url = format!("http://127.0.0.1:{}", ports.engine);
        let mut stack = Stack {
            description: Description {
                name: options.name.clone(),
                stack: STACK.into(),
                app_url: format!("http://127.0.0.1:{}", ports.app),
                api_url: String::new(),
                ws_url: format!("ws://127.0.0.1:{}/ws", ports.app),
                dynamodb_url: match home.dynamodb {
                    Some(_) => format!("http://127.0.0.1:{}", ports.dynamodb),
                    None => engine_url.clone(),
                },
                websocket_endpoint: String::new(),
                engine_url,
                region: REGION.into(),
                credentials: ["test".into(), "test".into()],
                access: options.access,
                ports,
                engine_pid: 0,
                edge_pid: 0,
                outputs: Default::default(),
            },
            state,
            engine: None,
            edge: None,
            stop_on_drop: true,
            home: None,
            http: reqwest::Client::builder().timeout(Duration::from_secs(90)).build()?,
        };
        say("starting the engine");
        stack.start_engine(&home, &options).await?;
        say("deploying the template");
        stack.deploy(&home, &options, &folder, say)?;
        say("starting the edge");
        stack.start_edge(&folder).await?;
        stack.home = Some((home, options));
        stack.write_description()?;
        Ok(stack)
    }

    /// The stack of this name that runs already, started by another process.
    ///
    /// # Errors
    ///
    /// When none runs.
    pub fn attach(name: &str) -> Result<Stack> {
        let state = state_folder(name);
        let text =
            std::fs::read(state.join("stack.json")).with_context(|| format!("no stack `{name}` runs"))?;
        let description: Description = serde_json::from_slice(&text)?;
        ensure!(is_alive(description.engine_pid), "no stack `{name}` runs");
        Ok(Stack {
            description,
            state,
            engine: None,
            edge: None,
            stop_on_drop: false,
            home: None,
            http: reqwest::Client::builder().timeout(Duration::from_secs(90)).build()?,
        })
    }

    async fn start_engine(&mut self, home: &EngineHome, options: &Options) -> Result<()> {
        let log = self.state.join("engine.log");
        let ports = self.description.ports;
        let mut command = Command::new(&home.python);
        command
            .arg(root().join("localstack/engine.py"))
            .env("ENGINE_PORT", ports.engine.to_string())
            .env("ENGINE_STATE", &self.state)
            .env("ENGINE_ENFORCE", if options.access == Access::Enforced { "1" } else { "0" })
            .env("ENGINE_STREAM", if options.stream { "1" } else { "0" })
            .env_remove("AWS_PROFILE")
            .env_remove("AWS_SESSION_TOKEN");
        if let Some(folder) = &home.dynamodb {
            command
                .env("ENGINE_DYNAMODB_PORT", ports.dynamodb.to_string())
                .env("ENGINE_DYNAMODB_HOME", folder);
        }
        let child = spawn_detached(&mut command, &log)?;
        self.description.engine_pid = child.id();
        self.engine = Some(child);
        let health = format!("{}/_ministack/health", self.description.engine_url);
        self.until_answering(&health, &log, Duration::from_secs(90)).await
    }

    async fn until_answering(&mut self, url: &str, log: &Path, patience: Duration) -> Result<()> {
        let deadline = Instant::now() + patience;
        loop {
            if self.http.get(url).send().await.is_ok() {
                return Ok(());
            }
            for child in [&mut self.engine, &mut self.edge].into_iter().flatten() {
                if let Some(status) = child.try_wait()? {
                    bail!("it ended with {status}; the end of {}:\n{}", log.display(), last_lines(log, 15));
                }
            }
            ensure!(Instant::now() < deadline, "{url} does not answer; see {}", log.display());
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    fn deploy(
        &mut self,
        home: &EngineHome,
        options: &Options,
        folder: &Path,
        say: &(dyn Fn(&str) + Sync),
    ) -> Result<()> {
        let engine = &self.description.engine_url;
        let architecture = if cfg!(target_arch = "aarch64") { "arm64" } else { "x86_64" };
        let mut command = Command::new(&home.python);
        command
            .arg(root().join("infra/deploy.py"))
            .args(["--stack", STACK, "--app-url", &self.description.app_url, "--binaries"])
            .arg(folder)
            .env("AWS_ENDPOINT_URL", engine)
            .env("AWS_ACCESS_KEY_ID", &self.description.credentials[0])
            .env("AWS_SECRET_ACCESS_KEY", &self.description.credentials[1])
            .env("AWS_DEFAULT_REGION", REGION)
            .env("AWS_REGION", REGION)
            .env_remove("AWS_PROFILE")
            .env_remove("AWS_SESSION_TOKEN")
            .stdin(Stdio::null());
        for parameter in [
            "Stage=local".to_owned(),
            "ContentDelivery=disabled".to_owned(),
            format!("Architecture={architecture}"),
            format!("LogLevel={}", options.log_level),
            format!("CollapseSeconds={}", options.collapse_seconds),
            format!("WebSocketManagementUrl={engine}/_aws/execute-api"),
        ]
        .into_iter()
        .chain(options.push_services.iter().map(|origins| format!("PushServices={origins}")))
        {
            command.args(["--parameter", &parameter]);
        }
        let output = command.output().context("starting infra/deploy.py")?;
        let messages = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "the deployment failed:\n{messages}");
        messages.lines().for_each(say);
        self.description.outputs = serde_json::from_slice(&output.stdout).context("reading the outputs")?;
        self.description.api_url = format!("{engine}/_aws/execute-api/{}/$default", self.output("HttpApiId"));
        self.description.websocket_endpoint =
            format!("{engine}/_aws/execute-api/{}/ws", self.output("WebSocketApiId"));
        Ok(())
    }

    async fn start_edge(&mut self, folder: &Path) -> Result<()> {
        let log = self.state.join("edge.log");
        let ports = self.description.ports;
        let mut command = Command::new(folder.join("edge"));
        command
            .env("EDGE_LISTEN", format!("127.0.0.1:{}", ports.app))
            .env("EDGE_ENGINE", format!("127.0.0.1:{}", ports.engine))
            .env("EDGE_HTTP_API", self.output("HttpApiId"))
            .env("EDGE_WEBSOCKET_API", self.output("WebSocketApiId"))
            .env("EDGE_FILES_BUCKET", self.output("FilesBucketName"))
            .env("EDGE_APP", root().join("web/dist"));
        let child = spawn_detached(&mut command, &log)?;
        self.description.edge_pid = child.id();
        self.edge = Some(child);
        let url = self.description.app_url.clone();
        self.until_answering(&url, &log, Duration::from_secs(10)).await
    }

    fn write_description(&self) -> Result<()> {
        let text = serde_json::to_string_pretty(&self.description)?;
        std::fs::write(self.state.join("stack.json"), text)?;
        Ok(())
    }

    /// Stops the engine cleanly and starts it again on the same ports and state; what was on its way goes on.
    ///
    /// # Errors
    ///
    /// When this process did not start the stack.
    pub async fn restart_engine(&mut self) -> Result<()> {
        let (home, options) =
            self.home.clone().context("only the process that started a stack can restart it")?;
        terminate(self.description.engine_pid, self.engine.as_mut(), Duration::from_secs(30))?;
        self.start_engine(&home, &options).await?;
        self.write_description()
    }

    /// Lets the stack run on after this value is dropped.
    pub fn keep(mut self) -> Description {
        self.stop_on_drop = false;
        self.description.clone()
    }

    /// Stops edge and engine cleanly; the data stay in the state folder.
    ///
    /// # Errors
    ///
    /// When a process had to be killed.
    pub async fn stop(mut self) -> Result<()> {
        self.stop_now()
    }

    fn stop_now(&mut self) -> Result<()> {
        self.stop_on_drop = false;
        // Another process may have taken this name over in the meantime; then the file is its own.
        if Stack::attach(&self.description.name)
            .is_ok_and(|other| other.description.engine_pid == self.description.engine_pid)
        {
            std::fs::remove_file(self.state.join("stack.json"))?;
        }
        let mut result = Ok(());
        if self.description.edge_pid != 0 {
            result = terminate(self.description.edge_pid, self.edge.as_mut(), Duration::from_secs(5));
        }
        if self.description.engine_pid != 0 {
            result = result.and(terminate(
                self.description.engine_pid,
                self.engine.as_mut(),
                Duration::from_secs(30),
            ));
        }
        result
    }

    /// Everything known about this stack, as in `stack.json`.
    pub fn description(&self) -> &Description {
        &self.description
    }

    /// The folder with the state and the logs of this stack.
    pub fn state(&self) -> &Path {
        &self.state
    }

    /// The origin of the edge, without a trailing slash.
    pub fn app_url(&self) -> &str {
        &self.description.app_url
    }

    /// The HTTP API as the engine serves it; append `/api/…`.
    pub fn api_url(&self) -> &str {
        &self.description.api_url
    }

    /// The websocket, through the edge; append `?token=…`.
    pub fn ws_url(&self) -> &str {
        &self.description.ws_url
    }

    /// The endpoint of all AWS services.
    pub fn engine_url(&self) -> &str {
        &self.description.engine_url
    }

    /// The endpoint of DynamoDB.
    pub fn dynamodb_url(&self) -> &str {
        &self.description.dynamodb_url
    }

    /// The table's name.
    pub fn table(&self) -> &str {
        self.output("TableName")
    }

    /// An output of the template; empty if there is none of this name.
    pub fn output(&self, name: &str) -> &str {
        self.description.outputs.get(name).map_or("", String::as_str)
    }

    /// The environment with which an AWS SDK, or the product's own code, works on this stack.
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        let it = &self.description;
        vec![
            ("AWS_ENDPOINT_URL", it.engine_url.clone()),
            ("AWS_ENDPOINT_URL_DYNAMODB", it.dynamodb_url.clone()),
            ("AWS_ACCESS_KEY_ID", it.credentials[0].clone()),
            ("AWS_SECRET_ACCESS_KEY", it.credentials[1].clone()),
            ("AWS_REGION", it.region.clone()),
            ("AWS_EC2_METADATA_DISABLED", "true".into()),
            ("TABLE_NAME", self.table().into()),
            ("APP_URL", it.app_url.clone()),
            ("STAGE", "local".into()),
        ]
    }

    /// The stack's description as JSON.
    pub fn to_json(&self) -> Value {
        serde_json::to_value(&self.description).unwrap_or_default()
    }
}

impl Drop for Stack {
    fn drop(&mut self) {
        if self.stop_on_drop
            && let Err(error) = self.stop_now()
        {
            eprintln!("stopping the stack `{}`: {error:#}", self.description.name);
        }
    }
}

fn state_folder(name: &str) -> PathBuf {
    root().join(".seaversity").join(name)
}
