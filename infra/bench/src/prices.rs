//! What a request costs on AWS: counted capacity and public prices, in USD, as of November 2026.
//!
//! Region us-east-1, without free tiers and without data transfer.

use crate::in_process::Counts;

/// When the prices were read.
pub(crate) const DATE: &str = "2026-11";

/// Where they stand.
pub(crate) const SOURCES: [&str; 3] = [
    "Amazon DynamoDB pricing, on-demand capacity (since 2024-11)",
    "AWS Lambda pricing, arm64",
    "Amazon API Gateway pricing, HTTP APIs",
];

const PER_MILLION_READ_UNITS: f64 = 0.125;
const PER_MILLION_WRITE_UNITS: f64 = 0.625;
const PER_GIGABYTE_SECOND: f64 = 0.000_013_333_4;
const PER_MILLION_INVOCATIONS: f64 = 0.20;
const PER_MILLION_API_REQUESTS: f64 = 1.00;

/// The template's memory of an area.
const MEMORY_GIGABYTES: f64 = 0.25;

/// The time that a request is taken to last in the function: mostly waiting for the table.
const INVOCATION_SECONDS: f64 = 0.010;

/// A million such requests.
pub(crate) fn per_million(counts: &Counts) -> f64 {
    let lambda = INVOCATION_SECONDS * MEMORY_GIGABYTES * PER_GIGABYTE_SECOND * 1_000_000.0;
    counts.read_units * PER_MILLION_READ_UNITS
        + counts.write_units * PER_MILLION_WRITE_UNITS
        + lambda
        + PER_MILLION_INVOCATIONS
        + PER_MILLION_API_REQUESTS
}
