//! Course access: what is missing, locked or wrong in the learning platform.

use domain::Priority::{High, Low, Medium};

use super::Audience::{Anyone, Students, Teachers};
use super::Scenario;

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        audience: Students,
        priority: High,
        titles: [
            "{course} does not show up in my course list",
            "I cannot find {course} {name} on the dashboard",
            "Missing course: {course}",
        ],
        reports: [
            "<p>I am enrolled in <strong>{course} {name}</strong> since last week, but it is not in my \
             course list. My student number is <code>{student}</code>.</p><p>Things I have \
             tried:</p><ul><li>signing out and in again</li><li>another browser ({browser})</li><li>the \
             search on the dashboard</li></ul>",
            "Everybody in my group can open {course} and I cannot even see it.\nThe first task is due on \
             {day}, so I would be glad of a quick look. Student number {student}.",
        ],
        ask: "Could you tell me whether your study plan in the records system lists {course}, and since \
              when? A screenshot of the page would be perfect.",
        answer: "Yes, it is there with the status \"confirmed\" since {day}. The other courses I took at \
              the same time are all fine.",
        notes: [
            "Enrolment is in records but the nightly sync skipped {student}: the row has no section code. \
             Adding the section and running the sync for this course only.",
            "Same gap for {few} others in {course}. Told the records team; their import template has an \
             empty column.",
        ],
        update: "I see your enrolment in the records system, it just has not arrived in the platform. I \
              have asked for it to be sent again.",
        solution: "Your enrolment had no group, and the platform skips such entries. I have put you into \
              group {group}, and {course} should now be on your dashboard. Please sign out and in \
              once.",
    },
    Scenario {
        audience: Students,
        priority: Medium,
        titles: [
            "{course}: \"You cannot enrol yourself in this course\"",
            "Access denied when I open {course} {name}",
            "Self-enrolment into {course} refused",
        ],
        reports: [
            "When I click on <strong>{course}</strong> I get the message <code>You cannot enrol yourself \
             in this course</code>. {lecturer} told us to join by ourselves.",
            "<p>The page of {course} asks for an enrolment key. Nobody in class has one, and the one on \
             the slides (<code>tide{many}</code>) is refused.</p>",
        ],
        ask: "Which link did you use: the one in the catalogue or the one that {lecturer} sent round? \
              There are two copies of this course.",
        answer: "The one from the slides. In the catalogue I find two courses with that name, one of them \
              from last year.",
        notes: [
            "Slides link to last year's copy, where self-enrolment is closed. Asking {lecturer} to \
             replace the link.",
            "Hid the old copy from the catalogue so that nobody else lands there.",
        ],
        update: "I have written to {lecturer} about the key. You have not missed anything so far, the \
              first unit opens on {day}.",
        solution: "The link on the slides led to last year's course. You are now enrolled in the right \
              one, and the slides have been corrected.",
    },
    Scenario {
        audience: Anyone,
        priority: Medium,
        titles: [
            "Videos in {course} do not play in {browser}",
            "Black picture instead of the lecture recording ({course})",
            "Recording of {course} stops after {few} minutes",
        ],
        reports: [
            "The recordings of {course} only show a black box in {browser} on {system}. Sound is \
             fine.\nOn my phone it works, so I suppose it is a setting.",
            "<p>The lecture from {day} in <strong>{course}</strong> stops each time after about {few} \
             minutes. I have tried:</p><ul><li>a private window</li><li>wired network in \
             {building}</li><li>a lower quality</li></ul><p>Always the same spot.</p>",
        ],
        ask: "Could you try once with extensions switched off, and tell me what the little gear in the \
              player says under \"Stats\"?",
        answer: "With extensions off it is the same. The stats say codec av01 and 0 frames.",
        notes: [
            "AV1 stream with hardware decoding off: that combination shows black. Transcoding the \
             recordings of this week to H.264 as well.",
            "Player vendor confirms it, fixed in their next release. Added to the list of known problems.",
        ],
        update: "I can see the same on a test machine now. A second version of the recording is being \
              made, which takes a few hours.",
        solution: "The recordings of {course} are now there in a second format that your browser plays \
              without help. Reload the page with <code>Ctrl+F5</code> to get it.",
    },
    Scenario {
        audience: Teachers,
        priority: Medium,
        titles: [
            "Please make my new course {course} visible to students",
            "{course} is hidden although term has begun",
            "Students cannot see {course} {name}",
        ],
        reports: [
            "My course <strong>{course} {name}</strong> is ready, but {many} students write that they \
             cannot see it. I find no switch for that.",
            "I copied last year's {course} and now it stays grey. The first class is on {day} at {time} \
             in {building}, room {room}.",
        ],
        ask: "Shall it open for everybody at once, or by group? And is the old course still needed by \
              those who repeat the exam?",
        answer: "For everybody, please. The old one can be closed, I have saved the marks.",
        notes: [
            "Copy kept the end date of last year, hence grey. Dates need to be moved by one year before \
             showing it.",
            "Set the default of course copies to \"start = today\". Should stop a good part of these.",
        ],
        update: "I have moved the dates and am checking the restrictions of the single sections, since \
              they still point to last year.",
        solution: "{course} is visible now. The copy had kept last year's end date; I have moved all \
              dates by a year and looked at it with a student's eyes: sections 1 to {few} are open.",
    },
    Scenario {
        audience: Teachers,
        priority: Low,
        titles: [
            "Add a co-teacher to {course}",
            "Teaching assistant needs editing rights in {course}",
            "Guest lecturer for {course} {name}",
        ],
        reports: [
            "Could you please give our teaching assistant editing rights in {course}? She should be able \
             to grade {assignment} but not change the course settings.",
            "A guest speaker will hold two lectures in <strong>{course}</strong> and needs to upload \
             slides beforehand. Only until the end of the month, please.",
        ],
        ask: "Does the person have a Seaversity account already? If so, send me the address; if not, I \
              need a name, a private e-mail and an end date.",
        answer: "The account exists since {day}. End of term is fine as an end date.",
        notes: [
            "Role \"assistant teacher\" fits; \"teacher\" would allow to reset the course, which somebody \
             did last spring.",
            "End date noted in the calendar of the team.",
        ],
        update: "I have prepared the role and wait for the account to appear in the platform, which takes \
              until tomorrow morning.",
        solution: "Done: the role is <strong>assistant teacher</strong> in {course}, with grading and \
              uploads, without settings. It ends by itself at the end of term.",
    },
    Scenario {
        audience: Students,
        priority: High,
        titles: [
            "{course} shows the wrong group's material",
            "I am in the wrong group in {course}",
            "Group {group} cannot see the tasks in {course}",
        ],
        reports: [
            "I am in group {group} of {course}, but the platform shows me the tasks and dates of another \
             group.",
            "<p>Since {day} the section for <strong>group {group}</strong> in {course} is empty. Others \
             see {few} files there.</p>",
        ],
        ask: "Did you change the group in the records system lately? And what stands next to your name \
              under \"Participants\"?",
        answer: "I did change two weeks ago. Under participants it still has the old group.",
        notes: [
            "Group change in records is {few} days old; sync only adds groups and never removes them, so \
             both are set and the older wins.",
            "Checked the other changes of that week: {few} more students concerned, corrected by hand.",
        ],
        update: "I have found the reason: you are in two groups at once. I will clear it with the records \
              office before I remove one.",
        solution: "You are now in group {group} only, and I see the right tasks when I look with your \
              role. What you have handed in already is kept.",
    },
    Scenario {
        audience: Anyone,
        priority: Medium,
        titles: [
            "Files in {course} cannot be downloaded",
            "\"File not found\" for the slides of {course}",
            "PDF in {course} {name} opens as an empty page",
        ],
        reports: [
            "All slides of {course} lead to <code>File not found</code>. It is like that on the laptop \
             and on the phone.",
            "The PDF of unit {few} in {course} opens as an empty page in {browser}. My neighbour has the \
             same.",
        ],
        ask: "Is it every file or only those of certain units? The address of one that fails would help \
              me.",
        answer: "Only units {few} and later. The older ones open without trouble.",
        notes: [
            "Files were linked from a personal drive and not uploaded. The drive's sharing ended with the \
             new policy.",
            "Report of courses with links into personal drives: {many}. To be discussed with the learning \
             designers.",
        ],
        update: "The files lie outside the platform and the link to them has run out. I have asked \
              {lecturer} to put them in properly.",
        solution: "{lecturer} has uploaded the files into the course itself, and I opened each of them \
              with a student's role. They should all work for you now.",
    },
];
