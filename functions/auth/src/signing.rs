//! The private key: read once from the secret store, kept in memory.

use auth::Signer;
use tokio::sync::OnceCell;

/// The private key, read when it is first needed.
#[derive(Debug)]
pub struct SigningKey {
    secret_arn: String,
    signer: OnceCell<SignerCell>,
}

struct SignerCell(Signer);

impl std::fmt::Debug for SignerCell {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("(a private key)")
    }
}

impl SigningKey {
    /// The key that stands in the secret of this ARN as PKCS#8 in PEM form.
    pub fn new(secret_arn: String) -> Self {
        Self { secret_arn, signer: OnceCell::new() }
    }

    /// The signer.
    ///
    /// # Errors
    /// The secret cannot be read or is no key; the next call tries again.
    pub async fn signer(&self) -> Result<&Signer, app::AppError> {
        self.signer.get_or_try_init(|| self.read()).await.map(|cell| &cell.0)
    }

    /// Reads the key before somebody needs it. A failure is met again, and told, by the first who does.
    pub async fn load_ahead(&self) {
        if let Err(error) = self.signer().await {
            tracing::warn!(%error, "the signing key could not be read ahead");
        }
    }

    async fn read(&self) -> Result<SignerCell, app::AppError> {
        let config = store::aws::config("SECRETS_MANAGER");
        let secret = aws_sdk_secretsmanager::Client::new(&config)
            .get_secret_value()
            .secret_id(&self.secret_arn)
            .send()
            .await
            .map_err(|error| {
                let cause = aws_sdk_secretsmanager::error::DisplayErrorContext(&error).to_string();
                app::AppError::Internal(format!("the signing key cannot be read: {cause}"))
            })?;
        let pem = secret.secret_string().unwrap_or_default();
        Signer::from_pem(pem)
            .map(SignerCell)
            .map_err(|_| app::AppError::Internal("the signing key's secret is not an Ed25519 key".into()))
    }
}
