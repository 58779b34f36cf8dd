#!/usr/bin/env bash
# Deploys template.yaml to the container of docker-compose.yml, with the step that all deployments use.
# Build the functions first: cargo build --release --workspace --exclude edge --bins
set -euo pipefail
cd "$(dirname "$0")/.."

export AWS_ENDPOINT_URL=http://127.0.0.1:4566
export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_DEFAULT_REGION=eu-central-1

environment=.seaversity/deploy
if [ ! -x "$environment/bin/python" ]; then
  python3 -m venv "$environment"
  "$environment/bin/pip" install --quiet boto3 cryptography
fi
target=$(cargo metadata --format-version 1 --no-deps | "$environment/bin/python" -c 'import json, sys; print(json.load(sys.stdin)["target_directory"])')
case "$(uname -m)" in aarch64 | arm64) architecture=arm64 ;; *) architecture=x86_64 ;; esac

# Functions run in containers, for which the engine's address is another than for this script.
exec "$environment/bin/python" infra/deploy.py \
  --binaries "$target/release" \
  --app-url "${APP_URL:-http://127.0.0.1:8080}" \
  --parameter Stage=local \
  --parameter "Architecture=$architecture" \
  --parameter ContentDelivery=disabled \
  --parameter "WebSocketManagementUrl=${WEBSOCKET_MANAGEMENT_URL:-http://localhost.localstack.cloud:4566/_aws/execute-api}"
