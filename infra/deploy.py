"""Deploys template.yaml: the same step for the embedded engine, for LocalStack and for AWS.

Zips each function's release binary as `bootstrap`, puts it into an artifact bucket under its hash, points the
template at it, makes its keys if the stack has none, and runs a change set. Prints the stack's outputs
as JSON on standard output; what it does on standard error.

    python infra/deploy.py --stack seaversity --binaries target/release --app-url https://help.example.edu

Needs boto3 and cryptography. Credentials and region come from the environment as for any AWS tool;
AWS_ENDPOINT_URL points it at a local engine.
"""

import argparse
import base64
import functools
import hashlib
import io
import json
import os
import pathlib
import re
import sys
import time
import zipfile

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ROOT = pathlib.Path(__file__).resolve().parent.parent
CODE = re.compile(r"^(\s+CodeUri: )functions/([a-z-]+)$", re.MULTILINE)


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def client(service: str):
    return boto3.client(service, config=Config(s3={"addressing_style": "path"} if local() else {}))


def local() -> str:
    return os.environ.get("AWS_ENDPOINT_URL", "")


def error_code(error: ClientError) -> str:
    return error.response["Error"]["Code"]


def artifact_bucket(wanted: str) -> str:
    if wanted:
        return wanted
    account = client("sts").get_caller_identity()["Account"]
    return f"seaversity-artifacts-{account}-{boto3.session.Session().region_name}"


def ensure_bucket(s3, bucket: str) -> None:
    try:
        s3.head_bucket(Bucket=bucket)
        return
    except ClientError as error:
        if error_code(error) not in ("404", "NoSuchBucket"):
            raise
    region = s3.meta.region_name
    s3.create_bucket(Bucket=bucket, **(
        {} if region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": region}}))
    s3.put_public_access_block(Bucket=bucket, PublicAccessBlockConfiguration={
        "BlockPublicAcls": True, "BlockPublicPolicy": True, "IgnorePublicAcls": True,
        "RestrictPublicBuckets": True})


def put_once(s3, bucket: str, key: str, content) -> None:
    """Uploads what is not there yet; the key carries the content's hash."""
    try:
        s3.head_object(Bucket=bucket, Key=key)
    except ClientError as error:
        if error_code(error) not in ("404", "NoSuchKey"):
            raise
        s3.put_object(Bucket=bucket, Key=key, Body=content())


def zipped(binary: pathlib.Path) -> bytes:
    """The same binary gives the same bytes: no date, fixed mode."""
    entry = zipfile.ZipInfo("bootstrap", (2020, 1, 1, 0, 0, 0))
    entry.external_attr = 0o755 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(entry, binary.read_bytes(), compresslevel=1 if local() else 9)
    return buffer.getvalue()


def package(template: str, binaries: pathlib.Path, bucket: str) -> str:
    """The template with each function's code in the bucket."""
    s3 = client("s3")
    ensure_bucket(s3, bucket)

    def upload(match: re.Match) -> str:
        binary = binaries / f"{match[2]}-function"
        if not binary.exists():
            sys.exit(f"deploy: {binary} is missing; build the functions first")
        digest = hashlib.sha256(binary.read_bytes()).hexdigest()[:32]
        key = f"functions/{match[2]}/{digest}.zip"
        put_once(s3, bucket, key, lambda: zipped(binary))
        return f"{match[1]}s3://{bucket}/{key}"

    return CODE.sub(upload, template)


def signing_keys(stack: str) -> str:
    """Makes the pair that signs and checks access tokens, once per stack; returns the secret's ARN.

    The private half only ever stands in Secrets Manager, where the auth function alone may read it.
    """
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    def as_pem(key) -> str:
        return key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo).decode()

    return key_pair(f"{stack}/signing-key", f"/{stack}/access-token-public-key", Ed25519PrivateKey.generate, as_pem)


def push_keys(stack: str) -> str:
    """Makes the pair by which browsers' push services know this deployment, once per stack; returns the secret's ARN."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    def as_point(key) -> str:
        point = key.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)
        return base64.urlsafe_b64encode(point).rstrip(b"=").decode()

    generate = functools.partial(ec.generate_private_key, ec.SECP256R1())
    return key_pair(f"{stack}/push-key", f"/{stack}/push-public-key", generate, as_point)


def key_pair(name: str, parameter: str, generate, public_text) -> str:
    """The ARN of the secret `name` with a private key, whose public half stands in `parameter`; both made if missing."""
    secrets, parameters = client("secretsmanager"), client("ssm")
    try:
        arn = secrets.describe_secret(SecretId=name)["ARN"]
        parameters.get_parameter(Name=parameter)
        return arn
    except ClientError as error:
        if error_code(error) not in ("ResourceNotFoundException", "ParameterNotFound"):
            raise
    from cryptography.hazmat.primitives import serialization

    key = generate()
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                                serialization.NoEncryption()).decode()
    try:
        arn = secrets.create_secret(Name=name, SecretString=private)["ARN"]
    except ClientError as error:
        if error_code(error) != "ResourceExistsException":
            raise
        arn = secrets.put_secret_value(SecretId=name, SecretString=private)["ARN"]
    parameters.put_parameter(Name=parameter, Value=public_text(key.public_key()), Type="String", Overwrite=True)
    return arn


def sender_identity(domain: str) -> None:
    """A local engine takes any domain as verified; on AWS its owner verifies it once, by DNS."""
    mail = client("sesv2")
    try:
        mail.create_email_identity(EmailIdentity=domain)
    except ClientError as error:
        if error_code(error) != "AlreadyExistsException":
            raise


def template_url(s3, bucket: str, key: str) -> str:
    if local():
        return f"{local()}/{bucket}/{key}"
    return f"https://{bucket}.s3.{s3.meta.region_name}.amazonaws.com/{key}"


def deploy(stack: str, template: str, bucket: str, given: dict) -> None:
    cloudformation, s3 = client("cloudformation"), client("s3")
    key = f"templates/{hashlib.sha256(template.encode()).hexdigest()[:32]}.yaml"
    put_once(s3, bucket, key, lambda: template.encode())
    try:
        status = cloudformation.describe_stacks(StackName=stack)["Stacks"][0]["StackStatus"]
    except ClientError:
        status = "NONE"
    create = status in ("NONE", "REVIEW_IN_PROGRESS")
    if status in ("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED"):
        sys.exit(f"deploy: stack {stack} is in {status}; delete it and deploy again")
    change = f"deploy-{int(time.time() * 1000)}"
    cloudformation.create_change_set(
        StackName=stack, ChangeSetName=change, ChangeSetType="CREATE" if create else "UPDATE",
        TemplateURL=template_url(s3, bucket, key),
        Parameters=[{"ParameterKey": name, "ParameterValue": value} for name, value in given.items()],
        Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
    )
    while True:
        made = cloudformation.describe_change_set(StackName=stack, ChangeSetName=change)
        if made["Status"] in ("CREATE_COMPLETE", "FAILED"):
            break
        time.sleep(0.1 if local() else 2)
    if made["Status"] == "FAILED":
        reason = made.get("StatusReason", "")
        cloudformation.delete_change_set(StackName=stack, ChangeSetName=change)
        if "No updates" in reason or "didn't contain changes" in reason:
            say("deploy: nothing changed")
            return
        sys.exit(f"deploy: {reason}")
    if not create and local() and not made.get("Changes"):
        cloudformation.delete_change_set(StackName=stack, ChangeSetName=change)
        say("deploy: nothing changed")
        return
    say(f"deploy: {'creating' if create else 'updating'} {stack}, {len(made.get('Changes', []))} changes")
    cloudformation.execute_change_set(StackName=stack, ChangeSetName=change)
    while True:
        found = cloudformation.describe_stacks(StackName=stack)["Stacks"][0]
        if not found["StackStatus"].endswith("_IN_PROGRESS"):
            break
        time.sleep(0.1 if local() else 5)
    if found["StackStatus"] not in ("CREATE_COMPLETE", "UPDATE_COMPLETE"):
        for event in cloudformation.describe_stack_events(StackName=stack)["StackEvents"]:
            if "FAILED" in event.get("ResourceStatus", ""):
                say(f"  {event['LogicalResourceId']}: {event.get('ResourceStatusReason', '')}")
        sys.exit(f"deploy: {stack} ended in {found['StackStatus']}")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--stack", default="seaversity")
    arguments.add_argument("--binaries", type=pathlib.Path, required=True, help="folder of the release build")
    arguments.add_argument("--app-url", required=True, help="the origin on which people open the app")
    arguments.add_argument("--bucket", default="", help="artifact bucket; made if missing")
    arguments.add_argument("--parameter", action="append", default=[], metavar="NAME=VALUE")
    given = arguments.parse_args()

    bucket = artifact_bucket(given.bucket)
    template = package((ROOT / "template.yaml").read_text(), given.binaries, bucket)
    parameters = {
        "AppUrl": given.app_url,
        "SigningKeySecretArn": signing_keys(given.stack),
        "PushKeySecretArn": push_keys(given.stack),
        **dict(each.split("=", 1) for each in given.parameter),
    }
    if local():
        sender_identity(parameters.get("MailDomain", "seaversity.example"))
    deploy(given.stack, template, bucket, parameters)
    found = client("cloudformation").describe_stacks(StackName=given.stack)["Stacks"][0]
    print(json.dumps({each["OutputKey"]: each["OutputValue"] for each in found.get("Outputs", [])}))


if __name__ == "__main__":
    main()
