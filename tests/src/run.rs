use std::process::ExitCode;
use std::sync::{Arc, Weak};
use std::time::Duration;

use futures::future::BoxFuture;
use libtest_mimic::{Arguments, Trial};
use tokio::runtime::Runtime;
use tokio::sync::OnceCell;

use crate::World;

/// A test and its name.
pub struct Test {
    name: String,
    body: fn(Arc<World>) -> BoxFuture<'static, ()>,
}

impl Test {
    /// Used by [`tests!`](crate::tests!).
    pub fn new(name: &str, body: fn(Arc<World>) -> BoxFuture<'static, ()>) -> Test {
        // `api::tickets::create::tests` would only repeat what the binary is called.
        let name = name.split_once("::").map_or(name, |(_, rest)| rest);
        Test { name: name.to_owned(), body }
    }
}

/// The listed functions as tests. One that is written and not listed is dead code, which the lints refuse.
#[macro_export]
macro_rules! tests {
    ($($name:ident),+ $(,)?) => {
        vec![$($crate::Test::new(concat!(module_path!(), "::", stringify!($name)), |world| Box::pin($name(world)))),+]
    };
}

/// One test binary over one stack: the stack starts with the first test that runs, and stops after the last.
///
/// It takes the place of the usual harness, which knows no end of all tests at which a stack could be stopped.
pub struct Run;

impl Run {
    /// Runs the tests that the command line chooses, over a stack of this name.
    pub fn all(stack: &'static str, tests: Vec<Test>) -> ExitCode {
        Run::with(stack, tests, Arguments::from_args())
    }

    /// The same one after the other, for tests that break what others would need.
    pub fn one_by_one(stack: &'static str, tests: Vec<Test>) -> ExitCode {
        let arguments = Arguments { test_threads: Some(1), ..Arguments::from_args() };
        Run::with(stack, tests, arguments)
    }

    fn with(stack: &'static str, tests: Vec<Test>, arguments: Arguments) -> ExitCode {
        let runtime = Arc::new(Runtime::new().expect("the runtime starts"));
        let world: Arc<OnceCell<Option<Arc<World>>>> = Arc::default();
        end_on_interruption(Arc::downgrade(&world));
        let trials = tests
            .into_iter()
            .map(|test| {
                let (runtime, world) = (Arc::clone(&runtime), Arc::clone(&world));
                Trial::test(test.name, move || {
                    runtime.block_on(async {
                        let started = world.get_or_init(|| start(stack)).await.clone();
                        let world = started.ok_or("the stack did not start; see above")?;
                        tokio::time::timeout(LIMIT, (test.body)(world))
                            .await
                            .map_err(|_| format!("it took longer than {LIMIT:?}"))?;
                        Ok(())
                    })
                })
            })
            .collect();
        let conclusion = libtest_mimic::run(&arguments, trials);
        if let Some(Some(world)) = Arc::into_inner(world).and_then(OnceCell::into_inner) {
            if conclusion.has_failed() {
                runtime.block_on(tell_complaints(&world));
            }
            let stopped = match Arc::try_unwrap(world) {
                Ok(world) => runtime.block_on(world.stop()),
                Err(world) => {
                    world.abandon();
                    Err(anyhow::anyhow!("something that a test began still uses it"))
                }
            };
            if let Err(error) = stopped {
                eprintln!("stopping the stack: {error:#}");
                return ExitCode::FAILURE;
            }
        }
        conclusion.exit_code()
    }
}

/// The most that one test may take, so that none waits for ever.
const LIMIT: Duration = Duration::from_secs(180);

async fn start(name: &str) -> Option<Arc<World>> {
    match World::start(name).await {
        Ok(world) => Some(Arc::new(world)),
        Err(error) => {
            eprintln!("{error:#}");
            None
        }
    }
}

/// Prints what the functions complained of while something failed; the stack's own logs go with it.
async fn tell_complaints(world: &World) {
    match world.stack().complaints().await {
        Ok(complaints) => complaints.iter().for_each(|line| eprintln!("{line}")),
        Err(error) => eprintln!("the functions' logs cannot be read: {error:#}"),
    }
}

/// The stack stands in a process group of its own, so that Ctrl-C does not reach it.
fn end_on_interruption(world: Weak<OnceCell<Option<Arc<World>>>>) {
    let heard = ctrlc::set_handler(move || {
        if let Some(world) = world.upgrade()
            && let Some(Some(world)) = world.get()
        {
            world.abandon();
        }
        std::process::exit(130);
    });
    if let Err(error) = heard {
        eprintln!("Ctrl-C would leave the stack running: {error}");
    }
}
