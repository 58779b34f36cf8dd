//! What `template.yaml` promises: every function, every route, every queue, and no more rights than needed.

use std::collections::BTreeSet;

use yaml_rust2::{Yaml, YamlLoader};

/// The template. Tags fall away in reading, so `!GetAtt Table.Arn` is the text `Table.Arn`.
struct Template {
    document: Yaml,
}

impl Template {
    fn read() -> Template {
        let text =
            std::fs::read_to_string(stack::root().join("template.yaml")).expect("template.yaml is there");
        let mut documents = YamlLoader::load_from_str(&text).expect("template.yaml is YAML");
        Template { document: documents.remove(0) }
    }

    fn resources(&self, kind: &str) -> Vec<(&str, &Yaml)> {
        let all = self.document["Resources"].as_hash().expect("the template has resources");
        all.iter()
            .filter(|(_, resource)| resource["Type"].as_str() == Some(kind))
            .map(|(name, resource)| {
                (name.as_str().expect("a resource's name is text"), &resource["Properties"])
            })
            .collect()
    }

    /// Each function by its area, which is its folder under `functions/`.
    fn functions(&self) -> Vec<(&str, &Yaml)> {
        self.resources("AWS::Serverless::Function")
            .into_iter()
            .map(|(name, function)| {
                let code = function["CodeUri"].as_str().unwrap_or_else(|| panic!("{name} has no `CodeUri`"));
                let area = code.strip_prefix("functions/");
                (area.unwrap_or_else(|| panic!("{name}: `{code}` is not under functions/")), function)
            })
            .collect()
    }

    fn events<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = (&'a str, &'a Yaml)> {
        self.functions().into_iter().flat_map(move |(area, function)| {
            function["Events"]
                .as_hash()
                .into_iter()
                .flat_map(|events| events.values())
                .filter(move |event| event["Type"].as_str() == Some(kind))
                .map(move |event| (area, &event["Properties"]))
        })
    }

    fn queue(&self, name: &str) -> &Yaml {
        let queues = self.resources("AWS::SQS::Queue");
        queues
            .iter()
            .find(|(queue, _)| *queue == name)
            .unwrap_or_else(|| panic!("there is no queue {name}"))
            .1
    }
}

fn texts(value: &Yaml) -> Vec<&str> {
    match value {
        Yaml::Array(items) => items.iter().filter_map(Yaml::as_str).collect(),
        other => other.as_str().into_iter().collect(),
    }
}

fn without_attribute(reference: &str) -> &str {
    reference.split('.').next().expect("a split has a first part")
}

#[test]
fn each_function_crate_is_deployed_exactly_once() {
    let template = Template::read();
    let mut deployed: Vec<String> =
        template.functions().into_iter().map(|(area, _)| area.to_owned()).collect();
    deployed.sort();
    let mut crates: Vec<String> = std::fs::read_dir(stack::root().join("functions"))
        .expect("there is a functions folder")
        .map(|entry| entry.expect("its entries can be read"))
        .filter(|entry| entry.path().join("Cargo.toml").exists())
        .map(|entry| entry.file_name().into_string().expect("an area's name is ASCII"))
        .collect();
    crates.sort();
    assert_eq!(deployed, crates);
}

#[test]
fn each_operation_of_the_api_is_routed_to_the_function_that_serves_it() {
    let path = stack::root().join("docs/openapi.json");
    let text =
        std::fs::read_to_string(&path).expect("docs/openapi.json is there; `cargo xtask openapi` prints it");
    let document: serde_json::Value = serde_json::from_str(&text).expect("docs/openapi.json is JSON");
    let mut described = BTreeSet::new();
    for (path, operations) in document["paths"].as_object().expect("the document has paths") {
        for (method, operation) in operations.as_object().expect("a path has operations") {
            if ["get", "put", "post", "patch", "delete"].contains(&method.as_str()) {
                let area = operation["tags"][0].as_str().expect("an operation is tagged with its area");
                let function = serving(area, path);
                described.insert((function.to_owned(), format!("{} {path}", method.to_uppercase())));
            }
        }
    }
    let template = Template::read();
    let routed: BTreeSet<(String, String)> = template
        .events("HttpApi")
        .map(|(area, event)| {
            let method = event["Method"].as_str().expect("a route has a method");
            (area.to_owned(), format!("{method} {}", event["Path"].as_str().expect("a route has a path")))
        })
        // The document does not describe the pages that show it.
        .filter(|(area, _)| area != "docs")
        .collect();
    described.retain(|(area, _)| area != "docs");
    assert_eq!(routed, described, "left: routes of template.yaml; right: operations of docs/openapi.json");
}

/// The function that serves an area's path: the area's own, but for what two areas share.
fn serving<'a>(area: &'a str, path: &str) -> &'a str {
    match (area, path) {
        // An upload becomes an attachment.
        ("uploads", _) => "attachments",
        // Tasks are tickets of another type.
        ("tasks", _) => "tickets",
        // Registering a person is making an account.
        ("auth", "/api/auth/register") => "users",
        _ => area,
    }
}

#[test]
fn each_queue_has_a_dead_letter_queue_with_an_alarm() {
    let template = Template::read();
    let mut ends = BTreeSet::new();
    let mut worked_on = BTreeSet::new();
    for (name, queue) in template.resources("AWS::SQS::Queue") {
        if let Some(target) = queue["RedrivePolicy"]["deadLetterTargetArn"].as_str() {
            assert_eq!(queue["RedrivePolicy"]["maxReceiveCount"].as_i64(), Some(5), "{name}");
            ends.insert(without_attribute(target));
            worked_on.insert(name);
        }
    }
    for (area, event) in template.events("DynamoDB") {
        let target = event["DestinationConfig"]["OnFailure"]["Destination"].as_str();
        ends.insert(without_attribute(
            target.unwrap_or_else(|| panic!("{area} has no destination for failures")),
        ));
    }
    for (area, event) in template.events("SQS") {
        let queue = without_attribute(event["Queue"].as_str().expect("a mapping names its queue"));
        assert!(worked_on.contains(queue), "{queue}, read by {area}, has no dead-letter queue");
    }
    for (name, _) in template.resources("AWS::SQS::Queue") {
        assert!(worked_on.contains(name) || ends.contains(name), "{name} has no dead-letter queue");
    }
    let alarmed: BTreeSet<&str> = template
        .resources("AWS::CloudWatch::Alarm")
        .into_iter()
        .filter(|(_, alarm)| alarm["MetricName"].as_str() == Some("ApproximateNumberOfMessagesVisible"))
        .map(|(_, alarm)| {
            without_attribute(alarm["Dimensions"][0]["Value"].as_str().expect("it names a queue"))
        })
        .collect();
    assert_eq!(alarmed, ends);
}

#[test]
fn each_worker_reports_which_messages_of_a_batch_failed() {
    let template = Template::read();
    let mappings: Vec<_> = template.events("SQS").chain(template.events("DynamoDB")).collect();
    assert!(!mappings.is_empty());
    for (area, event) in mappings {
        assert_eq!(texts(&event["FunctionResponseTypes"]), ["ReportBatchItemFailures"], "{area}");
    }
}

#[test]
fn a_message_stays_hidden_for_six_times_the_workers_timeout() {
    let template = Template::read();
    for (area, function) in template.functions() {
        for (_, event) in template.events("SQS").filter(|(reader, _)| *reader == area) {
            let name = without_attribute(event["Queue"].as_str().expect("a mapping names its queue"));
            let hidden = template.queue(name)["VisibilityTimeout"].as_i64().expect("the queue says so");
            assert!(
                hidden >= 6 * function["Timeout"].as_i64().expect("each function has a timeout"),
                "{name}"
            );
        }
    }
}

#[test]
fn the_stream_brings_only_new_activities_and_gives_up_at_last() {
    let template = Template::read();
    let streams: Vec<_> = template.events("DynamoDB").collect();
    assert_eq!(streams.len(), 1);
    let (area, event) = streams[0];
    assert_eq!(area, "dispatcher");
    let pattern = event["FilterCriteria"]["Filters"][0]["Pattern"].as_str().expect("there is a filter");
    let pattern: serde_json::Value = serde_json::from_str(pattern).expect("the filter is JSON");
    assert_eq!(
        pattern,
        serde_json::json!({"eventName": ["INSERT"], "dynamodb": {"NewImage": {"kind": {"S": ["ACTIVITY", "IMPORTED_ACTIVITY", "PASSWORD_RESET_REQUEST"]}}}})
    );
    assert_eq!(event["BisectBatchOnFunctionError"].as_bool(), Some(true));
    assert!(event["MaximumRecordAgeInSeconds"].as_i64().is_some_and(|seconds| seconds > 0));
    assert!(event["MaximumRetryAttempts"].as_i64().is_some_and(|attempts| attempts > 0));
}

/// The folders of the bucket of files.
const FOLDERS: [&str; 4] = [
    "${FilesBucket.Arn}/uploads/*",
    "${FilesBucket.Arn}/files/*",
    "${FilesBucket.Arn}/thumbnails/*",
    "${FilesBucket.Arn}/avatars/*",
];

#[test]
fn no_policy_has_a_wildcard_where_a_name_is_possible() {
    let template = Template::read();
    for (area, function) in template.functions() {
        for policy in function["Policies"].as_vec().into_iter().flatten() {
            let statements = policy["Statement"].as_vec();
            for statement in statements.unwrap_or_else(|| panic!("{area}: only policies written out")) {
                for action in texts(&statement["Action"]) {
                    assert!(!action.contains('*'), "{area}: {action}");
                }
                let resources = texts(&statement["Resource"]);
                assert!(!resources.is_empty(), "{area}: a statement without a resource");
                for resource in resources {
                    // The id of a connection is made by API Gateway at run time, and that of a file by the product: the
                    // folder is named.
                    let nameable = resource.replace("/*/@connections/*", "");
                    let nameable = FOLDERS.iter().fold(nameable, |it, folder| it.replace(folder, ""));
                    assert!(!nameable.contains('*'), "{area}: {resource}");
                }
            }
        }
    }
}

#[test]
fn each_secret_is_read_by_the_one_function_that_signs_with_it() {
    let template = Template::read();
    let mut readers = Vec::new();
    for (area, function) in template.functions() {
        let policies = function["Policies"].as_vec().into_iter().flatten();
        for statement in policies.filter_map(|policy| policy["Statement"].as_vec()).flatten() {
            if texts(&statement["Action"]).iter().any(|action| action.starts_with("secretsmanager:")) {
                readers.push((area, texts(&statement["Resource"])));
            }
        }
    }
    assert_eq!(readers, [("auth", vec!["SigningKeySecretArn"]), ("push", vec!["PushKeySecretArn"])]);
}

#[test]
fn each_functions_log_is_structured_and_ends_some_day() {
    let template = Template::read();
    let groups = template.resources("AWS::Logs::LogGroup");
    for (name, group) in &groups {
        assert!(!group["RetentionInDays"].is_badvalue(), "{name}");
    }
    for (area, function) in template.functions() {
        assert_eq!(function["LoggingConfig"]["LogFormat"].as_str(), Some("JSON"), "{area}");
        let group =
            function["LoggingConfig"]["LogGroup"].as_str().expect("each function names its log group");
        assert!(groups.iter().any(|(name, _)| *name == group), "{area}: {group}");
    }
}
