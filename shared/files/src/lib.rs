//! The bucket: addresses under which a browser sends and fetches content by itself, and what functions do with objects.
//!
//! It knows no records and decides nothing about who may; whoever holds an address may use it for
//! [`LIFETIME_SECONDS`]. Making an address needs no network.

mod disposition;

use std::sync::{Arc, LazyLock};
use std::time::{Duration, SystemTime};

use aws_config::SdkConfig;
use aws_sdk_s3::Client;
use aws_sdk_s3::config::RequestChecksumCalculation;
use aws_sdk_s3::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use aws_sdk_s3::presigning::PresigningConfig;
use aws_sdk_s3::primitives::ByteStream;
use aws_sdk_s3::types::{CompletedMultipartUpload, CompletedPart};
use domain::Instant;

pub use disposition::Disposition;

/// For so long an address can be used.
pub const LIFETIME_SECONDS: u64 = 15 * 60;

/// A fault of the bucket.
#[derive(Debug, thiserror::Error)]
#[error("{operation} failed: {cause}")]
pub struct FilesError {
    operation: &'static str,
    cause: String,
}

/// The result of something that is done with the bucket.
pub type Result<T> = std::result::Result<T, FilesError>;

/// A part that has arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its number, from 1 on.
    pub number: i32,
    /// How many bytes it has.
    pub size: u64,
    etag: String,
}

/// What was found at a key.
#[derive(Debug)]
pub enum Content {
    /// All of it.
    Whole(Vec<u8>),
    /// It is larger than was asked for.
    TooLarge,
    /// Nothing is there.
    None,
}

/// One bucket.
#[derive(Debug, Clone)]
pub struct Files {
    /// Made when it is first used: a function that refuses a request does not wait for it.
    client: Arc<LazyLock<Client, MakeClient>>,
    bucket: String,
}

type MakeClient = Box<dyn FnOnce() -> Client + Send>;

fn call<E: std::error::Error + Send + Sync + 'static>(
    operation: &'static str,
    error: SdkError<E>,
) -> FilesError {
    FilesError { operation, cause: DisplayErrorContext(&error).to_string() }
}

impl Files {
    /// The bucket `bucket`, reached as `config` says once somebody needs it.
    pub fn new(config: impl FnOnce() -> SdkConfig + Send + 'static, bucket: impl Into<String>) -> Self {
        let make: MakeClient = Box::new(|| {
            // A checksum that the SDK adds by itself would be signed into addresses, for content that it has not seen.
            let config = aws_sdk_s3::config::Builder::from(&config())
                .request_checksum_calculation(RequestChecksumCalculation::WhenRequired)
                .build();
            Client::from_conf(config)
        });
        Self { client: Arc::new(LazyLock::new(make)), bucket: bucket.into() }
    }

    /// Where content of exactly this type and size can be put.
    pub async fn address_to_put(&self, key: &str, mime_type: &str, size: u64, at: Instant) -> Result<String> {
        let signed = self
            .client
            .put_object()
            .bucket(&self.bucket)
            .key(key)
            .content_type(mime_type)
            .content_length(signed_size(size))
            .presigned(lifetime(at)?)
            .await
            .map_err(|error| call("signing PutObject", error))?;
        Ok(signed.uri().to_owned())
    }

    /// Begins content that is sent in parts; the storage's name for it.
    pub async fn begin_parts(&self, key: &str, mime_type: &str) -> Result<String> {
        let begun = self
            .client
            .create_multipart_upload()
            .bucket(&self.bucket)
            .key(key)
            .content_type(mime_type)
            .send()
            .await
            .map_err(|error| call("CreateMultipartUpload", error))?;
        begun.upload_id.ok_or_else(|| FilesError {
            operation: "CreateMultipartUpload",
            cause: "it was given no name".into(),
        })
    }

    /// Where a part of exactly this size can be put.
    pub async fn address_to_put_part(
        &self,
        key: &str,
        multipart_id: &str,
        number: i32,
        size: u64,
        at: Instant,
    ) -> Result<String> {
        let signed = self
            .client
            .upload_part()
            .bucket(&self.bucket)
            .key(key)
            .upload_id(multipart_id)
            .part_number(number)
            .content_length(signed_size(size))
            .presigned(lifetime(at)?)
            .await
            .map_err(|error| call("signing UploadPart", error))?;
        Ok(signed.uri().to_owned())
    }

    /// The parts that have arrived; none where it was put together, or given up.
    pub async fn arrived_parts(&self, key: &str, multipart_id: &str) -> Result<Option<Vec<Part>>> {
        let answer =
            self.client.list_parts().bucket(&self.bucket).key(key).upload_id(multipart_id).send().await;
        let listed = match answer {
            Ok(listed) => listed,
            Err(error) if error.code() == Some("NoSuchUpload") => return Ok(None),
            Err(error) => return Err(call("ListParts", error)),
        };
        let parts = listed.parts.unwrap_or_default().into_iter().filter_map(|part| {
            Some(Part { number: part.part_number?, size: u64::try_from(part.size?).ok()?, etag: part.e_tag? })
        });
        Ok(Some(parts.collect()))
    }

    /// Puts the parts together.
    pub async fn complete_parts(&self, key: &str, multipart_id: &str, parts: &[Part]) -> Result<()> {
        let parts = parts
            .iter()
            .map(|part| CompletedPart::builder().part_number(part.number).e_tag(&part.etag).build())
            .collect();
        let answer = self
            .client
            .complete_multipart_upload()
            .bucket(&self.bucket)
            .key(key)
            .upload_id(multipart_id)
            .multipart_upload(CompletedMultipartUpload::builder().set_parts(Some(parts)).build())
            .send()
            .await;
        match answer {
            // Another request was first.
            Err(error) if error.code() == Some("NoSuchUpload") => Ok(()),
            Err(error) => Err(call("CompleteMultipartUpload", error)),
            Ok(_) => Ok(()),
        }
    }

    /// Gives up content that was begun in parts.
    pub async fn abort_parts(&self, key: &str, multipart_id: &str) -> Result<()> {
        let answer = self
            .client
            .abort_multipart_upload()
            .bucket(&self.bucket)
            .key(key)
            .upload_id(multipart_id)
            .send()
            .await;
        match answer {
            Err(error) if error.code() == Some("NoSuchUpload") => Ok(()),
            Err(error) => Err(call("AbortMultipartUpload", error)),
            Ok(_) => Ok(()),
        }
    }

    /// Where content can be fetched, and what the browser is told to do with it.
    pub async fn address_to_get(
        &self,
        key: &str,
        mime_type: &str,
        disposition: Disposition<'_>,
        at: Instant,
    ) -> Result<String> {
        let signed = self
            .client
            .get_object()
            .bucket(&self.bucket)
            .key(key)
            .response_content_type(mime_type)
            .response_content_disposition(disposition.to_string())
            .presigned(lifetime(at)?)
            .await
            .map_err(|error| call("signing GetObject", error))?;
        Ok(signed.uri().to_owned())
    }

    /// The content, unless it has more than `max_bytes`.
    pub async fn read(&self, key: &str, max_bytes: u64) -> Result<Content> {
        let answer = self.client.get_object().bucket(&self.bucket).key(key).send().await;
        let object = match answer {
            Ok(object) => object,
            Err(error) if error.code() == Some("NoSuchKey") => return Ok(Content::None),
            Err(error) => return Err(call("GetObject", error)),
        };
        let size = object.content_length.and_then(|length| u64::try_from(length).ok());
        if size.is_none_or(|size| size > max_bytes) {
            return Ok(Content::TooLarge);
        }
        let bytes = object
            .body
            .collect()
            .await
            .map_err(|error| FilesError { operation: "GetObject", cause: error.to_string() })?;
        Ok(Content::Whole(bytes.to_vec()))
    }

    /// Puts content; `cache_control` is what browsers and caches are told about keeping it.
    pub async fn put(&self, key: &str, mime_type: &str, cache_control: &str, content: Vec<u8>) -> Result<()> {
        self.client
            .put_object()
            .bucket(&self.bucket)
            .key(key)
            .content_type(mime_type)
            .cache_control(cache_control)
            .body(ByteStream::from(content))
            .send()
            .await
            .map_err(|error| call("PutObject", error))?;
        Ok(())
    }

    /// Removes what is at the key; nothing being there is no error.
    pub async fn delete(&self, key: &str) -> Result<()> {
        self.client
            .delete_object()
            .bucket(&self.bucket)
            .key(key)
            .send()
            .await
            .map_err(|error| call("DeleteObject", error))?;
        Ok(())
    }
}

fn signed_size(size: u64) -> i64 {
    i64::try_from(size).unwrap_or(i64::MAX)
}

fn lifetime(at: Instant) -> Result<PresigningConfig> {
    let milliseconds = u64::try_from(at.as_millisecond()).unwrap_or_default();
    PresigningConfig::builder()
        .start_time(SystemTime::UNIX_EPOCH + Duration::from_millis(milliseconds))
        .expires_in(Duration::from_secs(LIFETIME_SECONDS))
        .build()
        .map_err(|error| FilesError { operation: "signing", cause: error.to_string() })
}
