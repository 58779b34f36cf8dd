"""Runs the embedded AWS engine (MiniStack) with DynamoDB Local behind it.

What it is for: one machine runs the same template and the same binaries as AWS. Every difference between
the engine and AWS that the product would notice is levelled here, so that no product code knows of it; each
patch says what AWS does. What it is not for: product rules, sample data, deploying (see infra/deploy.py).

Started by the `stack` crate, configured by the environment:

    ENGINE_PORT             where the engine listens on 127.0.0.1
    ENGINE_STATE            the folder of this instance's state; made if missing
    ENGINE_ENFORCE          1: the functions' IAM policies are enforced on every call
    ENGINE_DYNAMODB_PORT    where DynamoDB Local listens; empty: the engine's own table is used
    ENGINE_DYNAMODB_HOME    the folder with DynamoDBLocal.jar
    ENGINE_DYNAMODB_MEMORY  1: DynamoDB Local keeps nothing; the bench loads more than a disk takes in its time
    ENGINE_STREAM           0: changes do not reach the dispatcher (for loading data in bulk)

SIGTERM stops it cleanly; SIGKILL loses what the engine (not the table) changed since its start.
"""

import asyncio
import ctypes
import functools
import http.client
import importlib.metadata
import json
import logging
import os
import pathlib
import signal
import socketserver
import subprocess
import sys
import threading
import time

VERSION = "1.5.33"
REGION = "eu-central-1"

PORT = int(os.environ["ENGINE_PORT"])
STATE = pathlib.Path(os.environ["ENGINE_STATE"]).absolute()
ENFORCE = os.environ.get("ENGINE_ENFORCE") == "1"
DYNAMODB_PORT = int(os.environ.get("ENGINE_DYNAMODB_PORT") or 0)
DYNAMODB_HOME = os.environ.get("ENGINE_DYNAMODB_HOME", "")
IN_MEMORY = os.environ.get("ENGINE_DYNAMODB_MEMORY") == "1"
STREAM = os.environ.get("ENGINE_STREAM", "1") != "0"

ENGINE_URL = f"http://127.0.0.1:{PORT}"
DYNAMODB_URL = f"http://127.0.0.1:{DYNAMODB_PORT}" if DYNAMODB_PORT else ENGINE_URL
ROOT = {"aws_access_key_id": "test", "aws_secret_access_key": "test", "region_name": REGION}

logger = logging.getLogger("launcher")


def configure() -> None:
    """Sets what the engine reads at import, and what its Lambda processes inherit."""
    (STATE / "tmp").mkdir(parents=True, exist_ok=True)
    os.environ.update(
        GATEWAY_PORT=str(PORT),
        BIND_HOST="127.0.0.1",
        MINISTACK_HOST="127.0.0.1",
        MINISTACK_REGION=REGION,
        AWS_REGION=REGION,
        AWS_DEFAULT_REGION=REGION,
        AWS_ACCESS_KEY_ID="test",
        AWS_SECRET_ACCESS_KEY="test",
        # Without it the SDK in a function would call AWS itself.
        AWS_ENDPOINT_URL=ENGINE_URL,
        AUTH="true" if ENFORCE else "false",
        PERSIST_STATE="1",
        STATE_DIR=str(STATE / "engine"),
        S3_PERSIST="1",
        S3_DATA_DIR=str(STATE / "s3"),
        TMPDIR=str(STATE / "tmp"),
        LAMBDA_WARM_TTL_SECONDS="3600",
        IOT_MTLS_ENABLED="0",
        SFTP_ENABLED="0",
        AWS_EC2_METADATA_DISABLED="true",
        LOG_LEVEL=os.environ.get("ENGINE_LOG_LEVEL", "WARNING"),
    )
    if DYNAMODB_PORT and not ENFORCE:
        # Functions reach DynamoDB Local through the SDK's own setting, at half the cost of the way through
        # the engine; that way is taken where IAM is to be enforced.
        os.environ["AWS_ENDPOINT_URL_DYNAMODB"] = DYNAMODB_URL


def symbol(module, name):
    """The attribute to be patched; its absence means that the pinned version was changed."""
    if not hasattr(module, name):
        sys.exit(f"engine: MiniStack {VERSION} has no {module.__name__}.{name}; this launcher does not fit it")
    return getattr(module, name)


# ---- DynamoDB Local ------------------------------------------------------------------------------------------


def start_dynamodb() -> subprocess.Popen:
    """Starts Amazon's own local engine on a file of this instance."""
    (STATE / "dynamodb").mkdir(parents=True, exist_ok=True)
    place = ["-inMemory"] if IN_MEMORY else ["-dbPath", str(STATE / "dynamodb")]

    def end_with_the_parent():
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG

    process = subprocess.Popen(
        ["java", "-Xms128m", "-Xmx1g", f"-Djava.library.path={DYNAMODB_HOME}/DynamoDBLocal_lib",
         "-jar", f"{DYNAMODB_HOME}/DynamoDBLocal.jar", "-port", str(DYNAMODB_PORT),
         "-sharedDb", "-disableTelemetry", *place],
        stdout=open(STATE / "dynamodb.log", "ab"), stderr=subprocess.STDOUT,
        cwd=STATE, preexec_fn=end_with_the_parent,
    )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if process.poll() is not None:
            sys.exit(f"engine: DynamoDB Local ended with {process.returncode}; see {STATE}/dynamodb.log")
        try:
            connection = http.client.HTTPConnection("127.0.0.1", DYNAMODB_PORT, timeout=1)
            connection.request("GET", "/")
            connection.getresponse().read()
            return process
        except OSError:
            time.sleep(0.05)
    sys.exit(f"engine: DynamoDB Local did not start within 60 s; see {STATE}/dynamodb.log")


connections = threading.local()


def ask_dynamodb(target: str, body: bytes) -> tuple:
    """One call of DynamoDB Local without an SDK's cost: status, headers and content of the answer."""
    signed = ("AWS4-HMAC-SHA256 Credential=test/20200101/" + REGION + "/dynamodb/aws4_request, "
              "SignedHeaders=host, Signature=0")
    for attempt in (1, 2):
        connection = getattr(connections, "dynamodb", None)
        if connection is None:
            connection = connections.dynamodb = http.client.HTTPConnection("127.0.0.1", DYNAMODB_PORT, timeout=30)
        try:
            connection.request("POST", "/", body, {
                "X-Amz-Target": target, "Content-Type": "application/x-amz-json-1.0", "Authorization": signed})
            answer = connection.getresponse()
            return answer.status, answer.getheaders(), answer.read()
        except (OSError, http.client.HTTPException):
            connection.close()
            connections.dynamodb = None
            if attempt == 2:
                raise


@functools.cache
def client(service: str):
    """The client with the root's credentials; of DynamoDB Local for what it holds."""
    import boto3
    from botocore.config import Config

    local = service in ("dynamodb", "dynamodbstreams") and DYNAMODB_PORT
    return boto3.client(
        service, endpoint_url=DYNAMODB_URL if local else ENGINE_URL, **ROOT,
        config=Config(retries={"max_attempts": 1}, read_timeout=60, s3={"addressing_style": "path"}),
    )


def create_local_table(name: str, properties: dict) -> None:
    """Makes in DynamoDB Local the table that CloudFormation made in the engine, unless it is there."""
    dynamodb = client("dynamodb")
    wanted = {key: properties[key] for key in
              ("AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes", "LocalSecondaryIndexes")
              if properties.get(key)}
    if view := (properties.get("StreamSpecification") or {}).get("StreamViewType"):
        wanted["StreamSpecification"] = {"StreamEnabled": True, "StreamViewType": view}
    try:
        dynamodb.create_table(TableName=name, BillingMode="PAY_PER_REQUEST", **wanted)
    except dynamodb.exceptions.ResourceInUseException:
        return
    if (expiry := properties.get("TimeToLiveSpecification")) and expiry.get("Enabled"):
        dynamodb.update_time_to_live(TableName=name, TimeToLiveSpecification={
            "Enabled": True, "AttributeName": expiry["AttributeName"]})


class Pump:
    """Carries the table's stream from DynamoDB Local into the engine's event source mappings.

    On AWS a mapping reads the stream from the position it has reached, also after any interruption. The engine
    forgets records when it stops, so the pump remembers the sequence number up to which all mappings are done,
    and resumes behind it: after a crash a record may come twice, never not at all.
    """

    def __init__(self, dynamodb_service, lambda_service):
        self.service = dynamodb_service
        self.functions = lambda_service
        self.file = STATE / "stream.json"
        self.done = json.loads(self.file.read_text()) if self.file.exists() else {}
        self.handed = {}
        self.iterators = {}
        self.shards = {}
        self.looked = {}
        self.account = "000000000000"
        self.last = []
        self.stopping = threading.Event()

    def run(self) -> None:
        streams, dynamodb = client("dynamodbstreams"), client("dynamodb")
        saved_at = 0.0
        while not self.stopping.is_set():
            moved = False
            for (_, _, name), table in list(self.service._tables.all_items()):
                if not (table.get("StreamSpecification") or {}).get("StreamEnabled"):
                    continue
                try:
                    moved = self.pump(streams, dynamodb, name, table) or moved
                    self.drop_done(name, table)
                except Exception as error:
                    if "ResourceNotFoundException" in str(error):
                        continue  # CloudFormation has only just made it; its twin comes in a moment.
                    logger.warning("stream of %s: %s", name, error)
                    # Begins again behind what the mappings have done.
                    self.iterators.clear()
                    self.shards.clear()
                    self.looked.clear()
                    time.sleep(0.5)
            if time.monotonic() - saved_at > 1:
                self.save()
                saved_at = time.monotonic()
            if not moved:
                self.stopping.wait(0.02)

    def pump(self, streams, dynamodb, name: str, table: dict) -> bool:
        # Between the end of a shard and the first write after it there is no shard to read.
        is_between = not any(key[0] == name for key in self.iterators)
        if time.monotonic() - self.looked.get(name, -60) > (0.2 if is_between else 30):
            arn = dynamodb.describe_table(TableName=name)["Table"].get("LatestStreamArn")
            found = streams.describe_stream(StreamArn=arn)["StreamDescription"]["Shards"]
            for shard in found:
                key = (name, shard["ShardId"])
                if key in self.shards:
                    continue
                after = self.done.get(name)
                first = int(shard["SequenceNumberRange"].get("StartingSequenceNumber") or 0)
                last = shard["SequenceNumberRange"].get("EndingSequenceNumber")
                self.shards[key] = shard
                if after and last and int(last) <= int(after):
                    continue
                wanted = ({"ShardIteratorType": "AFTER_SEQUENCE_NUMBER", "SequenceNumber": after}
                          if after and first <= int(after) else {"ShardIteratorType": "TRIM_HORIZON"})
                self.iterators[key] = streams.get_shard_iterator(
                    StreamArn=arn, ShardId=shard["ShardId"], **wanted)["ShardIterator"]
            self.looked[name] = time.monotonic()
        moved = False
        for key in [key for key in self.iterators if key[0] == name]:
            answer = self.records_at(self.iterators[key])
            if following := answer.get("NextShardIterator"):
                self.iterators[key] = following
            else:
                # The shard is closed; its child is found at the next look.
                del self.iterators[key]
                self.looked.pop(name, None)
            if answer["Records"]:
                self.hand_over(name, [self.in_the_form_of_lambda(record, table) for record in answer["Records"]])
                moved = True
        return moved

    def records_at(self, iterator: str) -> dict:
        """The next records of a shard. It is asked fifty times a second, for which boto3 is too heavy."""
        body = json.dumps({"ShardIterator": iterator, "Limit": 1000}).encode()
        status, _, content = ask_dynamodb("DynamoDBStreams_20120810.GetRecords", body)
        if status != 200:
            raise RuntimeError(content.decode("utf-8", "replace"))
        return json.loads(content)

    def in_the_form_of_lambda(self, record: dict, table: dict) -> dict:
        """The stream API and the Lambda event differ in the case of the names and the form of the date."""
        change = dict(record["dynamodb"])
        change["ApproximateCreationDateTime"] = int(change["ApproximateCreationDateTime"])
        event = {
            "eventID": record["eventID"], "eventName": record["eventName"], "eventVersion": "1.1",
            "eventSource": "aws:dynamodb", "awsRegion": REGION,
            "eventSourceARN": table["LatestStreamArn"], "dynamodb": change,
        }
        if "userIdentity" in record:
            identity = record["userIdentity"]
            event["userIdentity"] = {"type": identity.get("Type"), "principalId": identity.get("PrincipalId")}
        return event

    def hand_over(self, name: str, records: list) -> None:
        from ministack.core.concurrency import esm_wake

        waiting = self.service._stream_records.get_scoped(self.account, REGION, name)
        if waiting is None:
            waiting = []
            self.service._stream_records.set_scoped(self.account, REGION, name, waiting)
        waiting.extend(records)
        self.last = (self.last + records)[-1000:]
        esm_wake.set()

    def redeliver(self, count: int) -> int:
        """Hands the last activity records over once more, as a stream does after an interruption."""
        table = next(key[2] for key, _ in self.service._tables.all_items())
        again = [record for record in self.last
                 if record["dynamodb"].get("NewImage", {}).get("kind", {}).get("S") == "ACTIVITY"][-count:]
        self.hand_over(table, again)
        return len(again)

    def positions(self, table: dict) -> list:
        """How far each mapping of the table is, as absolute positions."""
        with self.functions._dynamodb_stream_positions_lock:
            known = {key[2]: value for key, value in self.functions._dynamodb_stream_positions.all_items()}
        return [known.get(mapping["UUID"], 0) for _, _, mapping in self.functions._iter_all_esms()
                if mapping.get("EventSourceArn") == table.get("LatestStreamArn")]

    def drop_done(self, name: str, table: dict) -> None:
        """Forgets records that all mappings have passed; the engine would keep them for a day."""
        waiting = self.service._stream_records.get_scoped(self.account, REGION, name)
        positions = self.positions(table)
        if not waiting or not positions:
            return
        trimmed = self.service._stream_trimmed.get_scoped(self.account, REGION, name, 0)
        passed = min(min(positions) - trimmed, len(waiting))
        if passed <= 0:
            return
        for record in waiting[:passed]:
            self.done[name] = record["dynamodb"]["SequenceNumber"]
        del waiting[:passed]
        self.service._stream_trimmed.set_scoped(self.account, REGION, name, trimmed + passed)

    def waiting(self) -> int:
        return sum(len(records) for _, records in self.service._stream_records.all_items())

    def save(self) -> None:
        new = self.file.with_suffix(".new")
        new.write_text(json.dumps(self.done))
        new.replace(self.file)


# ---- Patches -------------------------------------------------------------------------------------------------


def patch_latency() -> None:
    """AWS answers without waiting for logs. The engine waits 50 ms for a line, and its runtime API sends
    header and body in two packets, which Nagle's algorithm holds back for another 40 ms."""
    from ministack.core import lambda_runtime

    symbol(socketserver.StreamRequestHandler, "disable_nagle_algorithm")
    socketserver.StreamRequestHandler.disable_nagle_algorithm = True
    wait = symbol(lambda_runtime.Worker, "_drain_stderr_bounded")

    @functools.wraps(wait)
    def without_waiting(self, first_line_wait=0.0, idle_confirm=0.0, hard_cap=0.25):
        # The initialisation asks with 0.1 s and fails with that text, so there the wait is kept.
        return wait(self, first_line_wait if first_line_wait == 0.1 else 0.0, 0.0, hard_cap)

    lambda_runtime.Worker._drain_stderr_bounded = without_waiting


def patch_http_api() -> None:
    """AWS makes integrations and routes from an HTTP API's OpenAPI body, and CORS from
    `x-amazon-apigateway-cors`; the SAM transform writes both there. The engine stores neither."""
    from ministack.services import apigateway
    from ministack.services.cloudformation import provisioners

    handlers = symbol(provisioners, "_RESOURCE_HANDLERS")
    handler = handlers["AWS::ApiGatewayV2::Api"]
    create, update = handler["create"], handler["update"]
    make_integration = symbol(apigateway, "_create_integration")
    make_route = symbol(apigateway, "_create_route")

    def lower(settings: dict) -> dict:
        return {key[0].lower() + key[1:]: value for key, value in settings.items()}

    def apply_body(api_id: str, properties: dict) -> None:
        body = properties.get("Body") or {}
        cors = body.get("x-amazon-apigateway-cors") or properties.get("CorsConfiguration")
        if cors:
            apigateway._apis[api_id]["corsConfiguration"] = lower(cors)
        if not body:
            return
        apigateway._routes[api_id] = {}
        apigateway._integrations[api_id] = {}
        targets = {}
        for path, methods in (body.get("paths") or {}).items():
            for method, operation in methods.items():
                wanted = operation.get("x-amazon-apigateway-integration")
                if not wanted:
                    continue
                uri = wanted["uri"]
                if uri not in targets:
                    answer = make_integration(api_id, {
                        "integrationType": "AWS_PROXY", "integrationUri": uri,
                        "payloadFormatVersion": wanted.get("payloadFormatVersion", "2.0")})
                    targets[uri] = json.loads(answer[2])["integrationId"]
                verb = "ANY" if method == "x-amazon-apigateway-any-method" else method.upper()
                make_route(api_id, {"routeKey": f"{verb} {path}", "target": f"integrations/{targets[uri]}"})

    def create_with_body(logical_id, properties, stack_name):
        result = create(logical_id, properties, stack_name)
        apply_body(result[0], properties)
        return result

    def update_with_body(physical_id, old, new, stack_name, logical_id=None):
        result = update(physical_id, old, new, stack_name, logical_id)
        apply_body(result[0], new)
        return result

    handler["create"], handler["update"] = create_with_body, update_with_body

    table = handlers["AWS::DynamoDB::Table"]
    create_table, update_table = table["create"], table["update"]
    from ministack.services import dynamodb

    def after_table(name: str, properties: dict) -> None:
        """CloudFormation on AWS applies the table's expiry setting; the engine leaves it out."""
        expiry = properties.get("TimeToLiveSpecification") or {}
        if expiry.get("Enabled"):
            symbol(dynamodb, "_update_ttl")({"TableName": name, "TimeToLiveSpecification": {
                "Enabled": True, "AttributeName": expiry["AttributeName"]}})
        if DYNAMODB_PORT:
            create_local_table(name, properties)

    def create_table_everywhere(logical_id, properties, stack_name):
        result = create_table(logical_id, properties, stack_name)
        after_table(result[0], properties)
        return result

    def update_table_everywhere(physical_id, old, new, stack_name, logical_id=None):
        result = update_table(physical_id, old, new, stack_name, logical_id)
        if result[0] != physical_id:
            after_table(result[0], new)
        return result

    table["create"], table["update"] = create_table_everywhere, update_table_everywhere


DATA_ACTIONS = {
    "PutItem", "GetItem", "DeleteItem", "UpdateItem", "Query", "Scan", "BatchWriteItem", "BatchGetItem",
    "TransactWriteItems", "TransactGetItems", "ExecuteStatement", "BatchExecuteStatement", "ExecuteTransaction",
}


def patch_storage() -> None:
    """Sends the data calls that passed the engine's IAM check on to DynamoDB Local."""
    from ministack.services import dynamodb

    handle = symbol(dynamodb, "handle_request")

    def forward(target: str, body: bytes):
        status, headers, content = ask_dynamodb(target, body)
        kept = ("content-type", "x-amz-crc32", "x-amzn-requestid")
        return status, {name: value for name, value in headers if name.lower() in kept}, content

    async def handle_or_forward(method, path, headers, body, query_params):
        target = headers.get("x-amz-target", "")
        if target.rpartition(".")[2] not in DATA_ACTIONS:
            return await handle(method, path, headers, body, query_params)
        return await asyncio.get_running_loop().run_in_executor(None, forward, target, body)

    dynamodb.handle_request = handle_or_forward


def patch_stream_positions() -> None:
    """The engine restores the positions of its mappings but not the records; the pump brings those that are
    not done, so each mapping begins at the first that it gets."""
    from ministack.services import lambda_svc

    restore = symbol(lambda_svc, "_restore_state")
    positions = symbol(lambda_svc, "_dynamodb_stream_positions")

    def restore_without_positions(data):
        restore(data)
        positions._data.clear()

    lambda_svc._restore_state = restore_without_positions


def patch_sender_policy() -> None:
    """AWS checks ses:SendEmail against the identity that sends. The engine finds no resource in the call and
    checks against `*`, which a policy that names the identity does not allow."""
    from email.utils import parseaddr

    from ministack.core import iam_actions

    find = symbol(iam_actions, "_ses_v2_resource_arn")

    def with_sender(method, path, body, region, account_id):
        if path.rstrip("/") == "/v2/email/outbound-emails":
            sender = parseaddr(json.loads(body).get("FromEmailAddress") or "")[1]
            if "@" in sender:
                return f"arn:aws:ses:{region}:{account_id}:identity/{sender.rpartition('@')[2]}"
        return find(method, path, body, region, account_id)

    iam_actions._ses_v2_resource_arn = with_sender


def patch_transport() -> None:
    """AWS is reached by HTTPS, and the bucket's policy refuses everything else. The engine speaks plain HTTP to
    this machine alone."""
    from ministack.core import iam_evaluator

    resolve = symbol(iam_evaluator, "_resolve_condition_key")

    def as_secure(key, context):
        return "true" if key.lower() == "aws:securetransport" else resolve(key, context)

    iam_evaluator._resolve_condition_key = as_secure


def patch_queue_policy() -> None:
    """AWS checks the batch calls of SQS against the permission of the single one: `sqs:SendMessage` covers
    SendMessageBatch. The engine looks for a permission of the batch call's own name, which AWS does not know."""
    from ministack.core import iam_actions

    find = symbol(iam_actions, "extract_iam_action")

    def with_single_name(service, *rest, **more):
        action = find(service, *rest, **more)
        return action.removesuffix("Batch") if action and service == "sqs" else action

    iam_actions.extract_iam_action = with_single_name


WHOLE_MAILS = {}


def patch_outbox() -> None:
    """What a raw mail's headers say is gone once the engine has read its parts; the outbox keeps it whole. And
    AWS tells the event bus of each mail that it takes; the engine stores the event destination and tells nobody."""
    from ministack import app
    from ministack.services import eventbridge, ses_v2

    send, show = symbol(ses_v2, "handle_request"), symbol(app, "_handle_ses_messages_request")
    sets, put_events = symbol(ses_v2, "_config_sets"), symbol(eventbridge, "_put_events")

    def tell(message_id: str, mail: dict) -> None:
        name = mail.get("ConfigurationSetName") or ""
        destinations = (sets.get(name) or {}).get("EventDestinations") or {}
        if not any(destination["Enabled"] and "SEND" in destination["MatchingEventTypes"]
                   and "EventBridgeDestination" in destination for destination in destinations.values()):
            return
        tags = {tag["Name"]: [tag["Value"]] for tag in mail.get("EmailTags") or []}
        detail = {"eventType": "Send", "send": {}, "mail": {
            "messageId": message_id, "source": mail.get("FromEmailAddress"),
            "destination": mail.get("Destination", {}).get("ToAddresses", []),
            "tags": {**tags, "ses:configuration-set": [name]}}}
        put_events({"Entries": [{"Source": "aws.ses", "DetailType": "Email Sent", "Detail": json.dumps(detail)}]},
                   allow_aws_source=True)

    async def send_and_keep(method, path, headers, body, query_params):
        answer = await send(method, path, headers, body, query_params)
        if path.rstrip("/") == "/v2/email/outbound-emails" and answer[0] == 200:
            mail, message_id = json.loads(body), json.loads(answer[2])["MessageId"]
            if raw := mail.get("Content", {}).get("Raw", {}).get("Data"):
                WHOLE_MAILS[message_id] = raw
            tell(message_id, mail)
        return answer

    async def show_whole(method, path, headers, query_params):
        answer = await show(method, path, headers, query_params)
        if not answer or answer[0] != 200:
            return answer
        listed = json.loads(answer[2])
        for mails in listed["messages"].values():
            for mail in mails:
                if raw := WHOLE_MAILS.get(mail["MessageId"]):
                    mail["RawMessage"] = raw
        return answer[0], answer[1], json.dumps(listed).encode()

    ses_v2.handle_request, app._handle_ses_messages_request = send_and_keep, show_whole


# ---- Control: what tests need to do to a running engine ------------------------------------------------------


def function_processes() -> list:
    from ministack.core import lambda_runtime

    found = []
    for workers in list(lambda_runtime._workers.values()):
        for worker in list(workers):
            process = getattr(worker, "_proc", None)
            if process is not None and process.poll() is None:
                found.append({"function": worker.func_name, "pid": process.pid, "busy": bool(worker.in_use)})
    return found


def mails_after(count: int) -> list:
    """The mails sent after the first `count`: who waits for one need not read all of them again and again."""
    from ministack.services import ses

    return [
        {"MessageId": mail["MessageId"], "To": mail["To"], "Subject": mail.get("Subject", ""),
         "BodyText": mail.get("BodyText", ""), "BodyHtml": mail.get("BodyHtml"),
         "RawMessage": WHOLE_MAILS.get(mail["MessageId"])}
        for _, sent in list(symbol(ses, "_sent_emails").all_items()) for mail in sent[count:]
    ]


def control(path: str, request: dict, pump) -> object:
    """Answers POST /_control/<what>."""
    if path == "functions":
        return function_processes()
    if path == "kill":
        killed = [process for process in function_processes() if process["function"] == request["function"]]
        for process in killed:
            os.kill(process["pid"], signal.SIGKILL)
        return killed
    if path == "redeliver":
        return {"records": pump.redeliver(request.get("count", 1)) if pump else 0}
    if path == "outbox":
        return mails_after(request.get("after", 0))
    if path == "stream":
        return {"waiting": pump.waiting() if pump else 0}
    if path == "aws":
        answer = getattr(client(request["service"]), request["action"])(**request.get("parameters", {}))
        answer.pop("ResponseMetadata", None)
        for key, value in list(answer.items()):
            if hasattr(value, "read"):
                answer[key] = value.read().decode("utf-8", "replace")
        return answer
    raise KeyError(path)


def with_control(app, pump):
    async def outer(scope, receive, send):
        if scope["type"] != "http" or not scope["path"].startswith("/_control/"):
            await app(scope, receive, send)
            return
        body = b""
        while True:
            message = await receive()
            body += message.get("body", b"")
            if not message.get("more_body"):
                break
        status = 200
        try:
            answer = await asyncio.get_running_loop().run_in_executor(
                None, control, scope["path"][len("/_control/"):], json.loads(body or b"{}"), pump)
        except Exception as error:
            status, answer = 400, {"error": f"{type(error).__name__}: {error}"}
        content = json.dumps(answer, default=str).encode()
        await send({"type": "http.response.start", "status": status,
                    "headers": [(b"content-type", b"application/json")]})
        await send({"type": "http.response.body", "body": content})

    return outer


def main() -> None:
    installed = importlib.metadata.version("ministack")
    if installed != VERSION:
        sys.exit(f"engine: MiniStack {VERSION} is needed, {installed} is installed; see requirements.txt")
    configure()
    database = start_dynamodb() if DYNAMODB_PORT else None

    from ministack import app as engine
    from ministack.services import dynamodb, lambda_svc

    patch_latency()
    patch_http_api()
    patch_sender_policy()
    patch_transport()
    patch_queue_policy()
    patch_outbox()
    if DYNAMODB_PORT:
        patch_stream_positions()
        if ENFORCE:
            patch_storage()
    pump = Pump(dynamodb, lambda_svc) if DYNAMODB_PORT and STREAM else None
    if pump:
        threading.Thread(target=pump.run, name="stream-pump", daemon=True).start()
    engine.app = with_control(symbol(engine, "app"), pump)
    sys.argv = sys.argv[:1]
    try:
        engine.main()
    finally:
        if pump:
            pump.stopping.set()
            pump.save()
        if database:
            database.terminate()
            database.wait(10)


if __name__ == "__main__":
    main()
