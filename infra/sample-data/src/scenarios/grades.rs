//! Grades: marks that are missing, wrong or late.

use domain::Priority::{High, Medium};

use super::Audience::{Students, Teachers};
use super::Scenario;

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        audience: Students,
        priority: High,
        titles: [
            "Grade for {assignment} in {course} is missing",
            "No mark for {assignment} ({course})",
            "{course}: everybody has a mark for {assignment} but me",
        ],
        reports: [
            "I handed in {assignment} in {course} on time and got a receipt, but my gradebook has a dash \
             where the others have a mark.",
            "<p>The marks for <strong>{assignment}</strong> came out on {day}. Mine is \
             empty.</p><p>Receipt number <code>{student}-{many}</code>.</p>",
        ],
        ask: "Did you hand it in as a group or alone? And is there a comment from {lecturer} next to the \
              submission?",
        answer: "Alone. There is a comment and even {mark} points in it, but not in the gradebook.",
        notes: [
            "Marked, but the marking workflow is still on \"in review\", so it is not released. One click \
             for the teacher.",
            "{few} others have the same state in this assignment. Told {lecturer}.",
        ],
        update: "Your work has been marked; the mark is only not released. I have written to {lecturer}.",
        solution: "{lecturer} has released the mark, and you should see {mark} points now. Your total has \
              been worked out again with it.",
    },
    Scenario {
        audience: Students,
        priority: Medium,
        titles: [
            "Total grade in {course} looks wrong",
            "My average in {course} does not add up",
            "Weights of the marks in {course} seem wrong",
        ],
        reports: [
            "All of my marks in {course} are above {mark}, but the total is much lower. I think that an \
             empty task counts as zero.",
            "The total in <strong>{course}</strong> does not match the weights on the syllabus: \
             {assignment} should count {many} per cent and seems to count twice.",
        ],
        ask: "Which total do you mean: the one in the course or the one on the grade overview? They \
              follow different rules until the end of term.",
        answer: "The one in the course. I worked it out on paper and get about {few} points more.",
        notes: [
            "Category \"optional\" is set to count empty grades. Setting it to exclude them; need the \
             teacher's word first.",
            "Weights compared with the syllabus: all others are right.",
        ],
        update: "You are right that something counts that should not. {lecturer} has to decide, so I have \
              asked.",
        solution: "An optional task was counted as zero. {lecturer} has taken it out, and the total is \
              now what you worked out.",
    },
    Scenario {
        audience: Teachers,
        priority: High,
        titles: [
            "Import of grades into {course} fails",
            "CSV import of marks rejected ({course})",
            "Import of marks leaves empty fields ({course})",
        ],
        reports: [
            "<p>I want to import the marks of {assignment} into <strong>{course}</strong>. It stops \
             with:</p><pre><code>row {many}: user mapping error</code></pre><p>The file comes straight \
             from the export.</p>",
            "The import of marks into {course} says that it worked, but all fields stay empty. I have \
             {many} rows and no wish to type them.",
        ],
        ask: "Could you tell me which column you map the students by? And was the file opened in a \
              spreadsheet program in between?",
        answer: "By student number, and yes, I opened it to add the marks.",
        notes: [
            "Spreadsheet dropped the leading letter formatting and wrote the numbers in scientific \
             notation. Classic.",
            "Added a page to the handbook: format the column as text before saving.",
        ],
        update: "I could repeat it with a file of my own. Please do not import again for now, so that \
              nothing is half written.",
        solution: "The program had changed the student numbers. I have repaired the file, imported it, \
              and compared {few} marks by hand. The steps for the next time are in the handbook under \
              \"Import marks\".",
    },
    Scenario {
        audience: Teachers,
        priority: Medium,
        titles: [
            "Change the grading scale of {course}",
            "{course}: marks shown in per cent instead of letters",
            "Pass mark in {course} is set wrongly",
        ],
        reports: [
            "The gradebook of {course} shows per cent, but we agreed on letters from this term on. Can \
             you change it without losing what is there?",
            "The pass mark in <strong>{course}</strong> is at 60, it should be at 50. Some students are \
             shown as failed for that reason.",
        ],
        ask: "Should the change apply to marks already given too? Students will see it at once.",
        answer: "Yes, to all of them. I have told the class.",
        notes: [
            "Scale is locked once marks exist; needs admin. Back up the gradebook first.",
            "Backup made, stored with the course. Numbers before and after match.",
        ],
        update: "I will do this tonight after {time}, while nobody is marking, and have taken a copy of \
              all marks before.",
        solution: "Changed for all marks. I compared {many} of them before and after, and none has moved \
              in substance. Please have a look whether it reads as you wish.",
    },
    Scenario {
        audience: Students,
        priority: Medium,
        titles: [
            "Feedback on {assignment} cannot be opened",
            "Annotated PDF for {assignment} is empty ({course})",
            "Cannot see the comments on {assignment}",
        ],
        reports: [
            "I have a mark for {assignment} in {course}, but the file with the comments is empty. I would \
             like to know what to do better.",
            "The page says <code>Feedback available</code> and there is none when I click on it. Same in \
             {browser} and on the phone.",
        ],
        ask: "Is there an icon with a pencil at the upper right of the page? The comments may be in a \
              layer that is switched off.",
        answer: "No pencil, only a white page. A friend of mine has the same with her work.",
        notes: [
            "Conversion of annotated PDFs has been stuck since {day}, {time}. Queue has {many} files.",
            "Restarted the converter, queue is going down. Added an alarm on its length.",
        ],
        update: "The service that writes the comments into the file had stopped. It is running again and \
              works through the backlog.",
        solution: "All files have been made again, and I can see {few} comments in yours. Please download \
              it anew.",
    },
    Scenario {
        audience: Students,
        priority: High,
        titles: [
            "Transcript lacks {course}",
            "{course} is not on my transcript",
            "Credits for {course} missing in the transcript",
        ],
        reports: [
            "I passed {course} with {mark} points, but my transcript does not list it. I need the paper \
             for an application on {day}.",
            "The transcript counts {few} credits too few: <strong>{course} {name}</strong> is missing. In \
             the platform it is marked as passed.",
        ],
        ask: "Was that in this term or an earlier one? Marks of this term go to the records office only \
              at the end of it.",
        answer: "It was last term. All other courses of that term are there.",
        notes: [
            "Final mark was never confirmed by the examiner; transfer list shows it as draft.",
            "Examiner has confirmed. Transfer by hand so that it need not wait for the monthly run.",
        ],
        update: "{lecturer} still has to confirm the final mark, and I have asked for it with your date \
              in mind.",
        solution: "{course} is on your transcript now, with {mark} points. A signed copy lies ready in \
              {building}, room {room}.",
    },
    Scenario {
        audience: Teachers,
        priority: Medium,
        titles: [
            "Students see marks in {course} before the release",
            "Marks of {assignment} are visible too early",
            "Hide grades in {course} until {day}",
        ],
        reports: [
            "I set the marks of {assignment} to appear on {day}, but students already write to me about \
             them.",
            "In <strong>{course}</strong> the column of {assignment} is hidden and the total is not, so \
             everybody works out their mark. Can the total be hidden too?",
        ],
        ask: "Do the students see it in the course or in the mobile app? The app had a fault there.",
        answer: "In the app, as far as I know. In the browser it is hidden as I set it.",
        notes: [
            "App caches the gradebook without looking at the release date. Known with the vendor, ticket \
             there is open.",
            "Workaround: hide the category, not the item. Works in app and browser.",
        ],
        update: "It is the mobile app. I have hidden the whole category for now, so nobody sees more from \
              here on.",
        solution: "The marks are hidden everywhere until {day}. Until the app is corrected, hide the \
              category rather than the single column: that holds in both.",
    },
];
