//! What stands in the gaps of a scenario's texts: drawn once for each ticket, so that its thread fits its title.

use crate::random::Random;

const COURSES: [(&str, &str); 18] = [
    ("MAR-204", "Coastal Navigation"),
    ("OCE-110", "Introduction to Oceanography"),
    ("BIO-231", "Marine Biology"),
    ("ENG-305", "Ship Structures"),
    ("LAW-220", "Maritime Law"),
    ("LOG-150", "Port Logistics"),
    ("MET-212", "Marine Meteorology"),
    ("CSC-101", "Programming Basics"),
    ("STA-120", "Statistics for Scientists"),
    ("AQU-240", "Aquaculture"),
    ("HIS-130", "The Age of Sail"),
    ("ROB-310", "Underwater Robotics"),
    ("ECO-260", "Blue Economy"),
    ("SAF-115", "Safety at Sea"),
    ("MTH-105", "Calculus"),
    ("COM-140", "Academic Writing"),
    ("GEO-225", "Coastal Geology"),
    ("PHY-118", "Waves and Optics"),
];
const BUILDINGS: [&str; 10] = [
    "Harbour Building",
    "Lighthouse Hall",
    "Cook Library",
    "Drake Building",
    "Anchor House",
    "Tidal Lab",
    "Magellan Wing",
    "Student Centre",
    "Nansen Building",
    "Boathouse",
];
/// A computer and the system on it.
const DEVICES: [(&str, &str); 8] = [
    ("Dell Latitude 5450", "Windows 11"),
    ("ThinkPad T14", "Windows 11"),
    ("MacBook Air", "macOS 15"),
    ("HP EliteBook", "Windows 11"),
    ("Surface Pro", "Windows 11"),
    ("MacBook Pro", "macOS 15"),
    ("ThinkPad X1", "Ubuntu 24.04"),
    ("Framework 13", "Ubuntu 24.04"),
];
const QUIZZES: [&str; 9] = [
    "Quiz 1",
    "Quiz 2",
    "Quiz 3",
    "the mid-term quiz",
    "the Week 6 quiz",
    "the chart-reading test",
    "the safety quiz",
    "the practice exam",
    "the Week 9 quiz",
];
const ASSIGNMENTS: [&str; 9] = [
    "Lab Report 1",
    "Lab Report 2",
    "the essay draft",
    "the field diary",
    "Problem Set 4",
    "the group poster",
    "the case study",
    "the literature review",
    "Problem Set 6",
];
const SOFTWARE: [&str; 10] = [
    "MATLAB",
    "SPSS",
    "ArcGIS Pro",
    "QGIS",
    "AutoCAD",
    "RStudio",
    "NVivo",
    "SolidWorks",
    "EndNote",
    "LabVIEW",
];
const PRINTERS: [&str; 7] =
    ["HARB-2-COLOUR", "LIB-1-MONO", "LIB-3-COLOUR", "DRK-0-A3", "ANC-4-MONO", "STU-1-MONO", "MAG-2-COLOUR"];
const BROWSERS: [&str; 5] = ["Firefox 131", "Firefox 132", "Chrome 129", "Chrome 130", "Edge 130"];
const DAYS: [&str; 5] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const TIMES: [&str; 8] = ["08:40", "09:15", "10:05", "11:30", "13:20", "14:10", "15:45", "16:25"];
const LECTURERS: [&str; 5] =
    ["Prof. Whitcombe", "Dr Nakamura", "Dr Oyelaran", "Dr Ellison", "Prof. Marchetti"];

/// The words for one ticket.
pub(crate) struct Slots(Vec<(&'static str, String)>);

impl Slots {
    /// Words drawn by chance, and those given.
    pub(crate) fn draw(random: &mut Random, given: [(&'static str, &str); 3]) -> Self {
        let (course, course_name) = *random.pick(&COURSES);
        let other = COURSES[random.below(COURSES.len())].0;
        let other = if other == course { "DIV-170" } else { other };
        let mut slots: Vec<(&'static str, String)> = vec![
            ("course", course.into()),
            ("name", course_name.into()),
            ("other", other.into()),
            ("room", format!("{}.{:02}", 1 + random.below(4), 1 + random.below(38))),
            ("asset", format!("SV-{:05}", 10_000 + random.below(39_999))),
            ("student", format!("S{:07}", 2_300_000 + random.below(280_000))),
            ("few", (2 + random.below(5)).to_string()),
            ("many", (12 + random.below(46)).to_string()),
            ("mark", (48 + random.below(42)).to_string()),
            ("group", (1 + random.below(8)).to_string()),
            ("ap", format!("ap-{:02}-{:02}", 1 + random.below(14), 1 + random.below(24))),
            ("port", format!("{}/0/{}", 1 + random.below(4), 1 + random.below(48))),
        ];
        let choices: [(&'static str, &[&str]); 8] = [
            ("building", &BUILDINGS),
            ("quiz", &QUIZZES),
            ("assignment", &ASSIGNMENTS),
            ("software", &SOFTWARE),
            ("printer", &PRINTERS),
            ("browser", &BROWSERS),
            ("day", &DAYS),
            ("time", &TIMES),
        ];
        for (key, choices) in choices {
            slots.push((key, (*random.pick(choices)).into()));
        }
        let (device, system) = *random.pick(&DEVICES);
        slots.push(("device", device.into()));
        slots.push(("system", system.into()));
        slots.push(("lecturer", (*random.pick(&LECTURERS)).into()));
        slots.extend(given.map(|(key, word)| (key, word.to_owned())));
        Self(slots)
    }

    /// Names who is working on the ticket now.
    pub(crate) fn set_agent(&mut self, name: &str) {
        self.0.retain(|(key, _)| *key != "agent");
        self.0.push(("agent", name.to_owned()));
    }

    /// The text with its gaps filled.
    pub(crate) fn fill(&self, text: &str) -> String {
        let mut filled = text.to_owned();
        for (key, word) in &self.0 {
            filled = filled.replace(&format!("{{{key}}}"), word);
        }
        filled
    }

    /// The title with its gaps filled and its first letter large.
    pub(crate) fn title(&self, text: &str) -> String {
        let filled = self.fill(text);
        let mut letters = filled.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
    }
}
