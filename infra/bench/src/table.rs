//! Clients and tables of the bench.

use anyhow::{Context, Result};
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_dynamodb::types::{BillingMode, GlobalSecondaryIndex, TableDescription};
use stack::Stack;

use crate::recorder::Recorder;

/// A client of the table engine at `url`; what it does is recorded where a recorder is given.
pub(crate) fn client(url: &str, recorder: Option<Recorder>) -> Client {
    let mut config = aws_sdk_dynamodb::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-central-1"))
        .endpoint_url(url)
        .credentials_provider(Credentials::new("test", "test", None, None, "bench"));
    if let Some(recorder) = recorder {
        config = config.interceptor(recorder);
    }
    Client::from_conf(config.build())
}

/// The keys and the indexes that the template gave the stack's own table.
pub(crate) async fn definition(stack: &Stack) -> Result<TableDescription> {
    let client = client(stack.dynamodb_url(), None);
    let found = client.describe_table().table_name(stack.table()).send().await?;
    found.table.context("the stack's table has no description")
}

/// Makes a table of this definition.
pub(crate) async fn create(client: &Client, definition: &TableDescription, name: &str) -> Result<()> {
    let indexes = definition
        .global_secondary_indexes()
        .iter()
        .cloned()
        .map(|index| {
            GlobalSecondaryIndex::builder()
                .set_index_name(index.index_name)
                .set_key_schema(index.key_schema)
                .set_projection(index.projection)
                .build()
        })
        .collect::<Result<Vec<_>, _>>()?;
    client
        .create_table()
        .table_name(name)
        .set_key_schema(definition.key_schema.clone())
        .set_attribute_definitions(definition.attribute_definitions.clone())
        .set_global_secondary_indexes(Some(indexes))
        .billing_mode(BillingMode::PayPerRequest)
        .send()
        .await?;
    Ok(())
}
