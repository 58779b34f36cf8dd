//! Quizzes and assignments: attempts, submissions, deadlines.

use domain::Priority::{High, Low, Medium};

use super::Audience::{Students, Teachers};
use super::Scenario;

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        audience: Students,
        priority: High,
        titles: [
            "{quiz} in {course} closed before I could submit",
            "Thrown out in the middle of {quiz} ({course})",
            "Lost my attempt in {quiz}",
        ],
        reports: [
            "I was in the middle of {quiz} in {course} when the page went white at {time}. When I came \
             back it was closed and my attempt counted.",
            "<p>My connection dropped during <strong>{quiz}</strong> ({course}). I had answered {few} \
             questions and had {many} minutes left. Could I please have another attempt?</p>",
        ],
        ask: "Which device and network were you on? I will compare it with the log of the attempt.",
        answer: "My own laptop, {device}, on the Wi-Fi in {building}. Nobody around me had trouble.",
        notes: [
            "Log: last save at {time}, then nothing until the end. Answers up to then are stored. Access \
             point {ap} restarted at that very minute.",
            "Asked the network team for the list of devices on {ap}, so that we know who else lost time.",
        ],
        update: "Your answers up to {time} are stored, nothing of that is lost. Whether you get a new \
              attempt is for {lecturer} to decide, whom I have asked.",
        solution: "{lecturer} grants a second attempt with the {many} minutes that you had left. It is \
              open until {day}; the answers you gave are filled in.",
    },
    Scenario {
        audience: Students,
        priority: High,
        titles: [
            "Cannot upload {assignment} in {course}",
            "Upload of {assignment} stuck at 99 per cent",
            "\"File type not accepted\" for {assignment}",
        ],
        reports: [
            "The upload of {assignment} in {course} stops at 99 per cent each time. The file has {many} \
             MB. It is due tonight!",
            "<p>{assignment} in <strong>{course}</strong> refuses my file:</p><pre><code>file type not \
             accepted: .heic</code></pre><p>They are photographs of my handwritten pages.</p>",
        ],
        ask: "Please send the file to me here or tell me its name, its size and how you made it. And do \
              keep the original, its date counts as proof.",
        answer: "It is a PDF with scans, made with the phone. I have sent a smaller one now, but it is \
              hard to read.",
        notes: [
            "Limit of this assignment is 20 MB, the faculty's default is 100. The teacher probably did \
             not mean that.",
            "Message of the upload should say the limit. Put on the wish list for the platform.",
        ],
        update: "I have told {lecturer} that you tried before the deadline, so you need not worry about \
              the time.",
        solution: "The limit is raised to 100 MB and your file went through when I tried it with a copy. \
              Please upload the good version; the deadline for you is extended until tomorrow, {time}.",
    },
    Scenario {
        audience: Students,
        priority: Medium,
        titles: [
            "Deadline of {assignment} differs between calendar and course",
            "Which deadline is right for {assignment}? ({course})",
            "{assignment} shows as late though it was on time",
        ],
        reports: [
            "The calendar says that {assignment} is due on {day}, the course page says a day earlier. \
             Which one counts?",
            "I handed in {assignment} ({course}) at {time} and it is marked as <strong>late by 1 \
             hour</strong>. The deadline was an hour later.",
        ],
        ask: "What time zone is set in your profile? You find it under Preferences, Region.",
        answer: "It says London, I was there for the exchange. So that is it?",
        notes: [
            "Profile in another time zone, so the page shows other hours than the course means. But the \
             late mark itself is real: cut-off was set in UTC.",
            "Cut-off corrected by the teacher; two more late marks removed.",
        ],
        update: "I am clearing up with {lecturer} which of the two is meant.",
        solution: "The deadline is the one in the course. Your late mark has been taken away, and I have \
              set your profile to the campus time zone.",
    },
    Scenario {
        audience: Teachers,
        priority: Medium,
        titles: [
            "Extra time for {few} students in {quiz}",
            "Set up extended time for {quiz} ({course})",
            "Accessibility: more time in {course} quizzes",
        ],
        reports: [
            "{few} of my students have the right to 25 per cent more time in {quiz}. How do I enter that \
             without making a second quiz?",
            "<p>For <strong>{quiz}</strong> in {course} I need:</p><ul><li>25 per cent more time for \
             {few} students</li><li>a separate room, which is arranged ({building}, {room})</li><li>the \
             start at {time}</li></ul>",
        ],
        ask: "Do you have the confirmations of the disability office? I need only their number, not the \
              reason.",
        answer: "Yes, all of them with a number. I will send the list by internal mail.",
        notes: [
            "User overrides it is. Do not use a group, since the group's name would show in the quiz.",
            "Checked overrides by opening the quiz as each student on the test system.",
        ],
        update: "I have the list and will enter it today, well before {day}.",
        solution: "The overrides are in. You see them under Quiz, User overrides, and the students see \
              only their own time. For the next quiz you can copy them with one click.",
    },
    Scenario {
        audience: Teachers,
        priority: High,
        titles: [
            "Wrong answer key in {quiz} ({course})",
            "Regrade {quiz} after a mistake in question {few}",
            "Question {few} of {quiz} marks right answers as wrong",
        ],
        reports: [
            "In {quiz} question {few} has the wrong key. {many} students have finished already. Can their \
             marks be corrected at once?",
            "Question {few} in <strong>{quiz}</strong> expects a comma as decimal sign and marks a point \
             as wrong. Half of the class lost that mark.",
        ],
        ask: "Should both answers count as right, or should the question be taken out altogether? The \
              second changes the maximum.",
        answer: "Both count as right, please. And nobody should lose a mark by it.",
        notes: [
            "Regrade as a dry run first: {many} attempts change, none goes down. Good.",
            "Numeric question types: default should accept both signs. Asked for it.",
        ],
        update: "A dry run shows that {many} attempts get better and none worse. If you agree I will make \
              it real.",
        solution: "Regraded. {many} attempts gained a mark, nobody lost one, and the gradebook is up to \
              date. The question in the bank is corrected as well.",
    },
    Scenario {
        audience: Teachers,
        priority: Low,
        titles: [
            "Import a question bank into {course}",
            "Question import into {course} is incomplete",
            "Copy the questions of {other} into {course}",
        ],
        reports: [
            "I have about {many} questions in a file from the old platform and want to use them in \
             {course}. The import shows only the first {few}.",
            "The questions of {other} would fit well into {course}. Can they be copied without sharing \
             the marks?",
        ],
        ask: "What format is the file in: GIFT, XML or something else? If you attach it I will have a try.",
        answer: "It says Moodle XML, from 2019. Some questions have pictures.",
        notes: [
            "Pictures are linked to the old server, which is gone. They are in the archive, about {many} \
             of them.",
            "Wrote a small script for the pictures, kept with the team's tools. Will be of use again.",
        ],
        update: "The texts go in well, the pictures need some work. I expect to finish on {day}.",
        solution: "All questions are in the bank of {course}, in a category of their own, with pictures. \
              Four had no right answer marked: they are tagged <code>check</code>.",
    },
    Scenario {
        audience: Students,
        priority: Medium,
        titles: [
            "Similarity report for {assignment} does not appear",
            "Turnitin pending since {day} ({course})",
            "{assignment}: similarity check hangs",
        ],
        reports: [
            "My submission of {assignment} says <code>pending</code> for two days. May I still change the \
             text in the meantime?",
            "The similarity report for {assignment} in {course} never comes, and we should look at it \
             before the final version.",
        ],
        ask: "How long is the text about, and in what format? Very short texts and scans get no report.",
        answer: "{many} pages, a normal Word file. The draft before had a report within an hour.",
        notes: [
            "Vendor's status page shows delays since {day}. Ours is one of many.",
            "Resubmitted the stuck ones ({few}) after the vendor's all-clear.",
        ],
        update: "The checking service is slow at present, everywhere. Your submission is safe and its \
              time is recorded.",
        solution: "The report is there now. You can replace the file until {day}; the check then starts \
              anew.",
    },
];
