//! Enrolment: joining, leaving and changing courses and groups.

use domain::Priority::{High, Low, Medium};

use super::Audience::{Anyone, Students, Teachers};
use super::Scenario;

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        audience: Students,
        priority: High,
        titles: [
            "Cannot register for {course}: \"prerequisite missing\"",
            "Registration for {course} {name} refused",
            "Prerequisite for {course} not recognised",
        ],
        reports: [
            "<p>The registration for <strong>{course}</strong> says <code>Prerequisite missing: \
             {other}</code>, but I passed {other} last year with {mark} points.</p>",
            "I transferred {other} from my exchange semester and the system does not count it as a \
             prerequisite for {course}.\nThe registration closes on {day}.",
        ],
        ask: "Could you send me the decision about the recognition, or tell me the date on it? Your \
              student number would help as well.",
        answer: "It is dated from {day} two weeks ago and signed by {lecturer}. My number is {student}.",
        notes: [
            "Recognition is on paper only, not in the records system. Entering it, with the copy attached.",
            "Two more of the same exchange group are affected. Entered theirs too.",
        ],
        update: "I have the decision now and am entering it; the rule is checked again overnight.",
        solution: "{other} is now entered as recognised, and I have registered you for {course}. You will \
              find the confirmation in your mailbox.",
    },
    Scenario {
        audience: Students,
        priority: Medium,
        titles: [
            "Change from group {group} to another group in {course}",
            "Timetable clash between {course} and {other}",
            "Swap groups in {course} {name}",
        ],
        reports: [
            "My group in {course} is at the same time as {other} on {day}. Could I change into a \
             different one? Any other day is fine.",
            "<p>Two of us would like to swap groups in <strong>{course}</strong>:</p><ul><li>me: out of \
             group {group}</li><li>the other student agrees and will write to you too</li></ul>",
        ],
        ask: "There is one place left in the group on {day} at {time}. Would that suit you? Then I need \
              no swap.",
        answer: "Yes, that works well. Thank you for looking.",
        notes: [
            "Group limit is {many}, the lecturer allows two more. Fine to move.",
            "Clash check between these two courses should be in the timetable planning. Passed on.",
        ],
        update: "I am checking with {lecturer} whether the other group can take one more.",
        solution: "You are moved: {course} is now on {day} at {time} in {building}, room {room}. Your \
              timetable shows it from tomorrow.",
    },
    Scenario {
        audience: Students,
        priority: Medium,
        titles: [
            "Please withdraw me from {course}",
            "Drop {course} {name} before the deadline",
            "Still enrolled in {course} after withdrawing",
        ],
        reports: [
            "I would like to leave {course}. The button to withdraw is grey although the deadline is only \
             on {day}.",
            "I withdrew from <strong>{course}</strong> two weeks ago and still get its messages. It also \
             still counts in my credit total.",
        ],
        ask: "Please confirm that you know that {course} will then not be offered again before next year. \
              After that I can take you out at once.",
        answer: "Yes, I know and agree. I will take {other} in its place.",
        notes: [
            "Button is grey because the fee status is \"pending\". Known fault of the portal; withdrawal \
             entered by hand.",
            "Date of withdrawal set to the day of the request, not today, so that no fee is charged.",
        ],
        update: "I have sent it to the records office for confirmation, since the fee has been booked \
              already.",
        solution: "You are withdrawn from {course} with the date of your request, so nothing will be \
              charged. The credits are corrected too.",
    },
    Scenario {
        audience: Students,
        priority: High,
        titles: [
            "Waiting list for {course} does not move",
            "Place on the waiting list of {course}",
            "Free places in {course} but I am still waiting",
        ],
        reports: [
            "I am number {few} on the waiting list for {course}. Since {day} the course shows three free \
             places, but nothing happens.",
            "Two people left {course} and I did not move up on the list. Is that done by hand? I need the \
             course to finish this year.",
        ],
        ask: "Did you get an offer by mail that you had to accept within two days? Please look in the \
              junk folder as well.",
        answer: "There was one in the junk folder indeed, from {day}. I had not seen it.",
        notes: [
            "Offer ran out unread. List then passed it on to nobody, since \"next in line\" is switched \
             off for this course.",
            "Switched it on for all courses of the faculty.",
        ],
        update: "I am asking {lecturer} whether the offer can be made again, as there are still places.",
        solution: "{lecturer} agreed, and you are in. I have also put our sender on the list of trusted \
              addresses, so that offers no longer end up in junk.",
    },
    Scenario {
        audience: Teachers,
        priority: Medium,
        titles: [
            "List of participants of {course} is incomplete",
            "Students missing from {course} {name}",
            "Enrolment numbers of {course} do not match",
        ],
        reports: [
            "My list for {course} has {many} names, but there are more people in the room. They say that \
             they registered in time.",
            "<p>The numbers for <strong>{course}</strong> differ:</p><ul><li>records: \
             all</li><li>platform: {few} fewer</li><li>exam list: yet another number</li></ul><p>Which one \
             is right?</p>",
        ],
        ask: "Could you send me two or three names that are missing? From them I can usually see the \
              pattern.",
        answer: "I have sent you three by internal mail. All of them are exchange students, I think.",
        notes: [
            "All three have a temporary number beginning with 9. The export filters those out since the \
             last update.",
            "Filter corrected on the test system first, looks right. Live from tonight.",
        ],
        update: "You are right, exchange students are left out by the export. I am working on it with the \
              colleagues of the records system.",
        solution: "The list is complete now. The export had dropped everybody with a temporary number; \
              the exam list is made from the same data and is right as well.",
    },
    Scenario {
        audience: Students,
        priority: Low,
        titles: [
            "Enrolment certificate shows the wrong programme",
            "Wrong programme on my certificate of enrolment",
            "Need a confirmation of enrolment in English",
        ],
        reports: [
            "The certificate I can download says <code>Certificate course</code> in place of my \
             programme. I need it for my scholarship by {day}.",
            "I need a confirmation of enrolment in English with a stamp for my residence permit. The \
             download has neither.",
        ],
        ask: "For which period should it be, and do you want to collect it or get it by mail?",
        answer: "For this whole academic year please. I can collect it in {building}.",
        notes: [
            "Programme name comes from an old code. Needs correcting in the master data, else it comes \
             back next term.",
            "Master data corrected for all {few} students of that code.",
        ],
        update: "The corrected paper is with the registrar for signature. That normally takes a day.",
        solution: "It is ready with stamp and the right programme in {building}, room {room}. The \
              download is corrected as well.",
    },
    Scenario {
        audience: Anyone,
        priority: Medium,
        titles: [
            "Late registration for {course}",
            "Missed the registration deadline for {course} {name}",
            "Exception to register for {course} after the deadline",
        ],
        reports: [
            "I missed the deadline for {course} by a day because the portal was down on {day} evening. Is \
             there anything that can be done?",
            "Our visiting student arrived late and could not register for <strong>{course}</strong> in \
             time. {lecturer} would take her.",
        ],
        ask: "We need a short word from {lecturer} for that. Could you ask for it and forward the answer?",
        answer: "The answer came just now: it is fine with {lecturer}. I have forwarded it to you.",
        notes: [
            "Portal was really down that evening, {time} to midnight. Exceptions are justified for that \
             day.",
            "Counted {few} such requests; proposing to reopen the window for a day rather than single \
             exceptions.",
        ],
        update: "I have the consent. The dean's office has to release the exception, and I have passed it \
              on.",
        solution: "The exception is granted and the registration for {course} entered. Access to the \
              platform follows overnight.",
    },
];
