//! Clients and tables of the bench.

use anyhow::{Context, Result};
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_dynamodb::types::{BillingMode, GlobalSecondaryIndex};
use stack::Stack;

use crate::recorder::Recorder;

/// A client of the stack's table engine; what it does is recorded where a recorder is given.
pub(crate) fn client(stack: &Stack, recorder: Option<Recorder>) -> Client {
    let it = stack.description();
    let credentials = Credentials::new(&it.credentials[0], &it.credentials[1], None, None, "bench");
    let mut config = aws_sdk_dynamodb::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new(it.region.clone()))
        .endpoint_url(stack.dynamodb_url())
        .credentials_provider(credentials);
    if let Some(recorder) = recorder {
        config = config.interceptor(recorder);
    }
    Client::from_conf(config.build())
}

/// Makes a table of another name with the keys and the indexes that the template gave the stack's own.
pub(crate) async fn copy_definition(client: &Client, of: &str, name: &str) -> Result<()> {
    let found = client.describe_table().table_name(of).send().await?;
    let table = found.table.context("the stack's table has no description")?;
    let indexes = table
        .global_secondary_indexes
        .unwrap_or_default()
        .into_iter()
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
        .set_key_schema(table.key_schema)
        .set_attribute_definitions(table.attribute_definitions)
        .set_global_secondary_indexes(Some(indexes))
        .billing_mode(BillingMode::PayPerRequest)
        .send()
        .await?;
    Ok(())
}
