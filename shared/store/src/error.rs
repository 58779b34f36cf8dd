//! What can go wrong in the table.

use aws_sdk_dynamodb::error::{DisplayErrorContext, SdkError};
use aws_sdk_dynamodb::operation::RequestId;

/// The result of a read or a write.
pub type Result<T> = std::result::Result<T, StoreError>;

/// A fault of the table or of what stands in it: never the client's fault, and never shown to the client.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The call failed after the SDK's own retries.
    #[error("{operation} failed: {cause}")]
    Call {
        /// The call's name.
        operation: &'static str,
        /// The whole chain of causes.
        cause: String,
    },
    /// A record does not have its kind's shape.
    #[error("a record is malformed: {0}")]
    Malformed(#[from] serde_dynamo::Error),
    /// A transaction met others at each of its tries.
    #[error("the transaction conflicted with others at each try")]
    Contended,
}

impl StoreError {
    pub(crate) fn call<E, R>(operation: &'static str, error: SdkError<E, R>) -> Self
    where
        E: std::error::Error + 'static + RequestIdOrNone,
        R: std::fmt::Debug,
    {
        Self::Call { operation, cause: DisplayErrorContext(&error).to_string() }
    }
}

/// Any error of an operation will do; the name keeps the bound readable.
pub(crate) trait RequestIdOrNone {}
impl<T: RequestId> RequestIdOrNone for T {}
