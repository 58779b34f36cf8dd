use std::io::Cursor;
use std::time::Duration;

use image::{DynamicImage, ImageFormat, RgbImage};
use reqwest::Client;
use reqwest::header::{CONTENT_TYPE, HeaderMap};
use serde_json::{Value, json};

use crate::{Person, World, eventually};

/// A file on somebody's disk.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its name.
    pub name: String,
    /// Its type, as a browser would say.
    pub mime_type: &'static str,
    /// What it holds.
    pub content: Vec<u8>,
}

impl Document {
    /// A text.
    pub fn text(name: &str, content: &str) -> Document {
        Document { name: name.into(), mime_type: "text/plain", content: content.into() }
    }

    /// A picture of this size.
    pub fn picture(name: &str, width: u32, height: u32) -> Document {
        let pixels = RgbImage::from_fn(width, height, |x, y| image::Rgb([x as u8, y as u8, (x ^ y) as u8]));
        let mut content = Cursor::new(Vec::new());
        DynamicImage::ImageRgb8(pixels).write_to(&mut content, ImageFormat::Png).expect("it is a picture");
        Document { name: name.into(), mime_type: "image/png", content: content.into_inner() }
    }

    /// What the product is told of it.
    pub fn announced(&self) -> Value {
        json!({"fileName": self.name, "fileSize": self.content.len(), "mimeType": self.mime_type})
    }
}

/// What the bucket answers.
#[derive(Debug)]
pub struct Fetched {
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The content.
    pub content: Vec<u8>,
}

impl Fetched {
    /// A header's text, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Width and height of a JPEG.
    pub fn sides(&self) -> (u32, u32) {
        let picture = image::load_from_memory_with_format(&self.content, ImageFormat::Jpeg);
        let picture = picture.expect("it is a JPEG");
        (picture.width(), picture.height())
    }
}

/// Fetches an address of the bucket, as a browser does.
pub async fn fetch(address: &Value) -> Fetched {
    let response = Client::new().get(address.as_str().expect("there is an address")).send().await;
    let response = response.expect("the bucket answers");
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let content = response.bytes().await.expect("the content comes whole").to_vec();
    Fetched { status, headers, content }
}

/// Puts content at an address of the bucket; the status of the answer.
pub async fn put(address: &Value, content_type: &Value, content: &[u8]) -> u16 {
    let mut request =
        Client::new().put(address.as_str().expect("there is an address")).body(content.to_vec());
    if let Some(content_type) = content_type.as_str() {
        request = request.header(CONTENT_TYPE, content_type);
    }
    request.send().await.expect("the bucket answers").status().as_u16()
}

/// Sends the parts of an upload that have not arrived.
pub async fn send(upload: &Value, content: &[u8]) {
    let transfer = &upload["transfer"];
    for part in
        transfer["parts"].as_array().expect("there are parts").iter().filter(|part| !part["url"].is_null())
    {
        let number = |name: &str| part[name].as_u64().expect("it is a number") as usize;
        let piece = &content[number("offset")..][..number("size")];
        assert_eq!(put(&part["url"], &transfer["contentType"], piece).await, 200, "{part}");
    }
}

impl Person {
    /// Begins to attach a document to a ticket or a task.
    pub async fn begin_attaching(&self, item: &Value, document: &Document, is_internal: bool) -> Value {
        let mut announced = document.announced();
        announced["isInternal"] = json!(is_internal);
        self.post(&attachments_of(item), announced).await.ok(201)
    }

    /// Attaches a document, which is looked at before this ends; the attachment.
    pub async fn attach(&self, item: &Value, document: &Document, is_internal: bool) -> Value {
        let upload = self.begin_attaching(item, document, is_internal).await;
        send(&upload, &document.content).await;
        self.until(&upload, "ATTACHED").await;
        let all = self.attachments(item).await;
        all.into_iter().find(|one| one["id"] == upload["key"]).expect("what is attached is listed")
    }

    /// Uploads a document for this purpose, which is looked at before this ends.
    pub async fn upload(&self, document: &Document, purpose: &str) -> Value {
        let mut announced = document.announced();
        announced["purpose"] = json!(purpose);
        let upload = self.post("/api/uploads", announced).await.ok(201);
        send(&upload, &document.content).await;
        self.until(&upload, "READY").await
    }

    /// Waits until an upload has this status.
    pub async fn until(&self, upload: &Value, status: &str) -> Value {
        let address = format!("/api/uploads/{}", upload["key"].as_str().expect("an upload has a key"));
        eventually(&format!("{address} to be {status}"), Duration::from_secs(30), || async {
            let now = self.get(&address).await.ok(200);
            let is_over = now["status"] == status;
            assert!(is_over || now["status"] == "PENDING" || status == "PENDING", "{now}");
            is_over.then_some(now)
        })
        .await
    }

    /// The files on a ticket or a task that this person sees.
    pub async fn attachments(&self, item: &Value) -> Vec<Value> {
        let page = self.get(&attachments_of(item)).await.ok(200);
        page["items"].as_array().expect("a page has items").clone()
    }
}

/// Where the files on a ticket or a task are.
pub fn attachments_of(item: &Value) -> String {
    let list = if item["type"] == "TASK" { "tasks" } else { "tickets" };
    format!("/api/{list}/{}/attachments", item["id"].as_str().expect("an item has an id"))
}

impl World {
    /// Lets the schedule do now what it would do so many hours from now.
    pub async fn sweep_in(&self, hours: i64) {
        let then = domain::Instant::now().plus_seconds(hours * 3600);
        let event = json!({
            "id": "1", "source": "aws.events", "detail-type": "Scheduled Event", "region": "us-east-1",
            "account": "000000000000", "time": then, "resources": [], "detail": {},
        });
        let invoke = json!({
            "FunctionName": format!("{}-sweep", self.stack().description().stack),
            "InvocationType": "RequestResponse",
            "Payload": event.to_string(),
        });
        let answer = self.stack().aws("lambda", "invoke", invoke).await.expect("the sweep runs");
        assert!(answer.get("FunctionError").is_none_or(Value::is_null), "{answer}");
    }

    /// The keys of the objects that belong to a file.
    pub async fn objects_of(&self, key: &Value) -> Vec<String> {
        let id = key.as_str().and_then(|key| key.split('_').nth(1)).expect("a file has an id");
        let bucket = self.stack().output("FilesBucketName");
        let listed = self.stack().aws("s3", "list_objects_v2", json!({"Bucket": bucket})).await;
        let listed = listed.expect("the bucket can be listed");
        let keys = listed["Contents"].as_array().into_iter().flatten();
        keys.filter_map(|object| object["Key"].as_str())
            .filter(|key| key.contains(id))
            .map(str::to_owned)
            .collect()
    }
}
