//! The figures as a table for people and as JSON for programs.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde_json::{Map, Value, json};

use crate::bounds::{self, Bound};
use crate::cold_start::ColdStarts;
use crate::end_to_end::EndToEnd;
use crate::in_process::Counts;
use crate::prices;

/// What was measured; parts that were not are empty.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// Cold starts.
    pub(crate) cold_starts: Option<ColdStarts>,
    /// Bytes of each function's binary.
    pub(crate) binaries: BTreeMap<String, u64>,
    /// Counts by tickets in the table, then by operation.
    pub(crate) counts: BTreeMap<usize, BTreeMap<&'static str, Counts>>,
    /// Through the whole stack.
    pub(crate) end_to_end: EndToEnd,
    /// How long each size took to load, in seconds.
    pub(crate) loading_seconds: BTreeMap<usize, f64>,
}

/// The size at which warm overhead and costs are told.
pub(crate) const USUAL_SIZE: usize = 10_000;

/// The sizes that have to cost the same.
const COMPARED: (usize, usize) = (100, 100_000);

fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

impl Report {
    fn usual(&self) -> impl Iterator<Item = (&'static str, &Counts)> {
        self.counts.get(&USUAL_SIZE).into_iter().flatten().map(|(name, counts)| (*name, counts))
    }

    fn by_operation(&self, figure: impl Fn(&Counts) -> f64) -> Value {
        self.usual()
            .map(|(name, counts)| (name.to_owned(), json!(rounded(figure(counts)))))
            .collect::<Map<_, _>>()
            .into()
    }

    fn by_size(&self, figure: impl Fn(&Counts) -> Value) -> Value {
        let sizes = self.counts.iter().map(|(size, operations)| {
            let figures: Map<_, _> =
                operations.iter().map(|(name, counts)| ((*name).to_owned(), figure(counts))).collect();
            (size.to_string(), Value::from(figures))
        });
        sizes.collect::<Map<_, _>>().into()
    }

    /// The JSON document.
    pub(crate) fn to_json(&self) -> Value {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let overhead = self.usual().map(|(_, counts)| counts.overhead_ms).fold(0.0, f64::max);
        let ratios: BTreeMap<String, f64> = self
            .cold_starts
            .as_ref()
            .map(|it| it.ratios().into_iter().map(|(name, it)| (name, rounded(it))).collect())
            .unwrap_or_default();
        let end_to_end: Map<String, Value> = self
            .end_to_end
            .iter()
            .map(|(name, clients)| {
                let clients: Map<String, Value> = clients
                    .iter()
                    .map(|(count, seen)| {
                        let figures = json!({
                            "p50_ms": rounded(seen.p50_ms),
                            "p99_ms": rounded(seen.p99_ms),
                            "rps": rounded(seen.requests_per_second),
                        });
                        (count.to_string(), figures)
                    })
                    .collect();
                ((*name).to_owned(), clients.into())
            })
            .collect();
        json!({
            "cold_start_ratio": ratios,
            "binary_bytes": self.binaries,
            "warm_overhead_ms_p50": rounded(overhead),
            "storage_calls": self.by_operation(|it| it.calls as f64),
            "round_trips": self.by_operation(|it| it.round_trips as f64),
            "items_read": self.by_size(|it| json!(it.items)),
            "capacity_units": self.by_size(|it| json!(rounded(it.read_units + it.write_units))),
            "end_to_end": end_to_end,
            "cost_usd_per_million": self.by_operation(prices::per_million),
            "machine": {"cores": cores, "date": domain::Instant::now().to_string()},
            "profile": if cfg!(debug_assertions) { "debug" } else { "release" },
            "details": {
                "cold_start_ms": self.cold_starts.as_ref().map(|it| {
                    let rounded_ms = it.function_ms.iter().map(|(name, ms)| (name.clone(), json!(rounded(*ms))));
                    let mut all: Map<_, _> = rounded_ms.collect();
                    all.insert("hello".into(), json!(rounded(it.hello_ms)));
                    all
                }),
                "warm_overhead_ms_p50": self.by_operation(|it| it.overhead_ms),
                "off_the_wire_ms_p50": self.by_operation(|it| it.off_the_wire_ms),
                "read_units": self.by_operation(|it| it.read_units),
                "write_units": self.by_operation(|it| it.write_units),
                "loading_seconds": self.loading_seconds.iter()
                    .map(|(size, seconds)| (size.to_string(), json!(rounded(*seconds)))).collect::<Map<_, _>>(),
                "prices": {"date": prices::DATE, "sources": prices::SOURCES},
            },
        })
    }

    /// The table for people; gives how many figures are over their bound.
    pub(crate) fn print(&self) -> usize {
        let mut table = Table::default();
        if let Some(it) = &self.cold_starts {
            table.head(format!("Cold start, times the hello world's {:.1} ms", it.hello_ms));
            for (name, ratio) in it.ratios() {
                let ms = it.function_ms.get(&name).copied().unwrap_or(0.0);
                table.row(&format!("{name} ({ms:.1} ms)"), ratio, 2, bounds::COLD_START_RATIO);
            }
        }
        if !self.binaries.is_empty() {
            table.head("Binary, bytes");
            for (name, bytes) in &self.binaries {
                table.row(name, *bytes as f64, 0, bounds::BINARY_BYTES);
            }
        }
        self.print_counts(&mut table);
        if !self.end_to_end.is_empty() {
            table.head(format!("Whole local stack, {USUAL_SIZE} tickets: answers per second"));
        }
        for (name, clients) in &self.end_to_end {
            for (count, seen) in clients {
                let what = format!(
                    "{name}, {count} client(s): p50 {:.1} ms, p99 {:.1} ms",
                    seen.p50_ms, seen.p99_ms
                );
                if (*name, *count) == ("ticket.read", 16) {
                    table.row(&what, seen.requests_per_second, 0, bounds::READS_PER_SECOND);
                } else {
                    table.plain(&what, seen.requests_per_second, 0);
                }
            }
        }
        table.over
    }

    fn print_counts(&self, table: &mut Table) {
        if self.counts.is_empty() {
            return;
        }
        table.head(format!("Warm overhead, ms ({USUAL_SIZE} tickets)"));
        for (name, counts) in self.usual() {
            let what = format!("{name} ({:.2} with signing and parsing)", counts.off_the_wire_ms);
            table.row(&what, counts.overhead_ms, 3, bounds::WARM_OVERHEAD_MS);
        }
        table.head("Storage calls and round trips");
        for (name, counts) in self.usual() {
            let (calls, round_trips) = bounds::calls(name);
            table.row(&format!("{name}, calls"), counts.calls as f64, 0, calls);
            table.row(&format!("{name}, round trips"), counts.round_trips as f64, 0, round_trips);
        }
        table.head("Capacity units (items read)");
        for (size, operations) in &self.counts {
            for (name, counts) in operations {
                let units = counts.read_units + counts.write_units;
                let what = format!("{name}, {size} tickets ({} items)", counts.items);
                let smallest = self.counts.get(&COMPARED.0).and_then(|it| it.get(name));
                match smallest {
                    Some(least) if *size == COMPARED.1 && counts.write_units == 0.0 => {
                        table.row(&what, units, 1, Bound::Exactly(least.read_units));
                    }
                    _ => table.plain(&what, units, 1),
                }
            }
        }
        table.head(format!("USD per million requests, prices of {}", prices::DATE));
        for (name, counts) in self.usual() {
            table.plain(name, prices::per_million(counts), 2);
        }
    }
}

#[derive(Debug, Default)]
struct Table {
    over: usize,
}

impl Table {
    fn head(&mut self, title: impl Display) {
        println!("\n{title}");
    }

    fn row(&mut self, what: &str, figure: f64, digits: usize, bound: Bound) {
        let verdict = if bound.holds(figure) {
            "ok"
        } else {
            self.over += 1;
            "OVER"
        };
        println!("  {what:<64} {figure:>12.digits$}   {bound:<12} {verdict}");
    }

    fn plain(&mut self, what: &str, figure: f64, digits: usize) {
        println!("  {what:<64} {figure:>12.digits$}");
    }
}
