//! How a function reaches AWS: what Lambda's environment says, and nothing that has to be looked up.
//!
//! The SDK's own loader asks six places for credentials and reads the operating system's 140 root certificates,
//! twice; that is three quarters of all instructions before the first answer of a new process. A function has its
//! credentials in its environment, and talks to AWS alone.

use aws_config::environment::EnvironmentVariableCredentialsProvider;
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_dynamodb::config::{
    HttpClient, IntoShared, RuntimeComponents, SharedCredentialsProvider, SharedHttpClient,
};
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore};
use aws_smithy_runtime_api::client::connector_metadata::ConnectorMetadata;
use aws_smithy_runtime_api::client::http::{HttpConnectorSettings, SharedHttpConnector};

/// The roots of Amazon Trust Services, from which every AWS endpoint's certificate descends
/// (<https://www.amazontrust.com/repository/>). The first of them to run out does so at the end of 2037.
const AMAZON_ROOTS: &str = include_str!("amazon-roots.pem");

/// The settings for a client of `service`, named as in the variable `AWS_ENDPOINT_URL_<SERVICE>` that can put
/// another endpoint in AWS's place.
pub fn config(service: &str) -> SdkConfig {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let endpoint = variable(&format!("AWS_ENDPOINT_URL_{service}")).or_else(|| variable("AWS_ENDPOINT_URL"));
    let mut config = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(variable("AWS_REGION").map(Region::new))
        .credentials_provider(SharedCredentialsProvider::new(EnvironmentVariableCredentialsProvider::new()))
        .http_client(http_client());
    config.set_endpoint_url(endpoint);
    config.build()
}

/// HTTPS that trusts Amazon's roots only.
fn http_client() -> SharedHttpClient {
    let client = aws_smithy_http_client::Builder::new().tls_provider(Provider::Rustls(CryptoMode::AwsLc));
    let roots = TrustStore::empty().with_pem_certificate(AMAZON_ROOTS);
    let client = match TlsContext::builder().with_trust_store(roots).build() {
        Ok(context) => client.tls_context(context),
        Err(error) => {
            tracing::error!(%error, "Amazon's roots cannot be used; those of the system are");
            client
        }
    };
    OnFirstUse(client.build_https()).into_shared()
}

/// The client as it is, but for making a connector ahead to see whether that works: it is made once, when the
/// first call needs it.
#[derive(Debug)]
struct OnFirstUse(SharedHttpClient);

impl HttpClient for OnFirstUse {
    fn http_connector(
        &self,
        settings: &HttpConnectorSettings,
        components: &RuntimeComponents,
    ) -> SharedHttpConnector {
        self.0.http_connector(settings, components)
    }

    fn connector_metadata(&self) -> Option<ConnectorMetadata> {
        self.0.connector_metadata()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_the_four_amazon_roots_and_the_older_one_they_descend_from() {
        assert_eq!(AMAZON_ROOTS.matches("-----BEGIN CERTIFICATE-----").count(), 5);
    }
}
