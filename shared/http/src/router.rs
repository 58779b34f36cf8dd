//! A router whose operations are described only when somebody asks.
//!
//! Describing takes longer than starting everything else of a function, and only the document needs it.

use axum::routing::MethodRouter;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouter};

use crate::ApiState;

/// Describes one operation.
pub type Describe = fn() -> UtoipaMethodRouter<ApiState>;

/// One operation: made by [`crate::routes!`].
#[derive(Debug, Clone)]
pub struct Operation {
    /// Where it is.
    pub path: String,
    /// What answers.
    pub handler: MethodRouter<ApiState>,
    /// Its description.
    pub describe: Describe,
}

/// A router of one area, with the description of its operations.
#[derive(Debug, Clone, Default)]
pub struct Router {
    operations: axum::Router<ApiState>,
    descriptions: Vec<Describe>,
}

impl Router {
    /// A router without operations.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an operation.
    pub fn routes(mut self, operation: Operation) -> Self {
        self.operations = self.operations.route(&operation.path, operation.handler);
        self.descriptions.push(operation.describe);
        self
    }

    /// Gives something to each handler that asks for it.
    pub fn extend<T: Clone + Send + Sync + 'static>(mut self, extension: T) -> Self {
        self.operations = self.operations.layer(axum::Extension(extension));
        self
    }

    /// What answers requests.
    pub fn into_operations(self) -> axum::Router<ApiState> {
        self.operations
    }

    /// The description of all operations.
    pub fn describe(&self) -> OpenApi {
        let described =
            self.descriptions.iter().fold(OpenApiRouter::new(), |router, describe| router.routes(describe()));
        described.into_openapi()
    }
}

/// The operation of a handler with a `#[utoipa::path]`.
#[macro_export]
macro_rules! routes {
    ($handler:ident) => {
        $crate::routes!(self::$handler)
    };
    ($module:ident :: $handler:ident) => {{
        use utoipa_axum::PathItemExt as _;
        utoipa_axum::paste! {
            type Described = $module::[<__path_ $handler>];
        }
        $crate::router::Operation {
            path: <Described as utoipa::Path>::path(),
            handler: <Described as utoipa::Path>::methods()
                .iter()
                .fold(axum::routing::MethodRouter::new(), |router, method| {
                    router.on(method.to_method_filter(), $module::$handler)
                }),
            describe: || utoipa_axum::routes!($module::$handler),
        }
    }};
}
