//! Accounts: new accounts, names, mailboxes and permissions.

use domain::Priority::{High, Low, Medium};

use super::Audience::{Anyone, Students, Teachers};
use super::Scenario;

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        audience: Teachers,
        priority: Medium,
        titles: [
            "Account for a new colleague from {day} on",
            "New starter in {building}: account and mailbox",
            "Guest account for a visiting researcher",
        ],
        reports: [
            "A new colleague begins on {day} in {building}, room {room}. She needs an account, a mailbox \
             and access to {course}.",
            "<p>Please prepare for our visiting researcher:</p><ul><li>account for {few} \
             months</li><li>access to the shared folder of {course}</li><li>Wi-Fi</li></ul>",
        ],
        ask: "Has the contract been entered by the staff office? Without it I can only make a guest \
              account.",
        answer: "It was entered this week, as I am told.",
        notes: [
            "Entry is there, start date in the future, so the account is made but disabled until then.",
            "Welcome letter printed for {building}.",
        ],
        update: "The account is prepared and opens by itself on the first working day.",
        solution: "Everything is ready. The first password comes by letter to {building}, and the access \
              to {course} is set. Please have her change the password on the first day.",
    },
    Scenario {
        audience: Anyone,
        priority: Medium,
        titles: [
            "Change of name in the account",
            "New surname after the wedding",
            "My surname is spelt wrongly in the mail address",
        ],
        reports: [
            "My surname has changed. Could you adapt the account and the mail address? The old address \
             should go on working for a while.",
            "My name is spelt wrongly in the directory: a letter is missing. It is right in the records.",
        ],
        ask: "For the change I need the confirmation of the staff or student office, not the document \
              itself. Do you have it?",
        answer: "Yes, they have entered it on {day}. My number is {student}.",
        notes: [
            "Name comes from the records; only display name and alias have to follow. Old address kept as \
             an alias for a year.",
            "The course platform keeps the old name until the next sign-in, told the user.",
        ],
        update: "The records have the new name. It takes a night until all systems have it.",
        solution: "Your name is right everywhere now, and mail to the old address reaches you for another \
              year. Please sign out and in once.",
    },
    Scenario {
        audience: Teachers,
        priority: Medium,
        titles: [
            "Access to the shared mailbox for {course}",
            "Send on behalf of the {course} mailbox",
            "Shared mailbox missing in my mail program",
        ],
        reports: [
            "I need access to the shared mailbox for {course}, to read and to send. {lecturer} knows \
             about it.",
            "The shared mailbox of our office is gone from my mail program since {day}. Colleagues still \
             see it.",
        ],
        ask: "The owner has to agree. Is that still {lecturer}? A short reply here is enough.",
        answer: "Yes, and the answer is in your mailbox by now.",
        notes: [
            "Owner agreed. Group membership rather than a single right, so that it shows in the overview.",
            "Two former colleagues were still in the group. Removed with the owner's consent.",
        ],
        update: "I have asked the owner and will set it as soon as I have the yes.",
        solution: "You can read and send from the shared mailbox. It shows up by itself in the mail \
              program within the hour; to send, choose it under From.",
    },
    Scenario {
        audience: Students,
        priority: Medium,
        titles: [
            "Mailbox is full, cannot receive mail",
            "\"Quota exceeded\" on my account",
            "My mails bounce: mailbox over its limit",
        ],
        reports: [
            "My mailbox is full and I cannot get mail. I have deleted a lot, but the number does not go \
             down.",
            "Senders tell me that their mails to me bounce with <code>552 quota exceeded</code>. I get \
             everything about {course} there, so it matters.",
        ],
        ask: "Have you emptied the bin as well? And in the web view, what does Settings, Storage list as \
              the largest?",
        answer: "The bin was the point: {few} GB in there. It is still at 90 per cent, though.",
        notes: [
            "{many} messages with large attachments in \"Sent\". Archive mailbox can be switched on for \
             this account type.",
            "Archive on, moves everything older than a year overnight.",
        ],
        update: "I have given you a little more for the moment, so that mail comes in. A lasting solution \
              follows.",
        solution: "Your account has an archive now, to which everything older than a year moves by \
              itself. You are at {mark} per cent, and that will go down further tonight.",
    },
    Scenario {
        audience: Teachers,
        priority: Low,
        titles: [
            "Close the account of somebody who has left",
            "Account of a former colleague is still active",
            "Keep my account for {few} more months after the contract",
        ],
        reports: [
            "A colleague left on {day} and still appears in all lists. Please close the account; somebody \
             should get the mail though.",
            "My contract ends soon and I need my mailbox for {few} more months, to finish a paper. Is \
             that possible?",
        ],
        ask: "Is there an end date in the records already? We can only go by that.",
        answer: "It should be the end of the month, as it says in the letter.",
        notes: [
            "Leaver process has not run since the date was entered late. Started by hand.",
            "Forwarding set for three months, then deletion as in the policy.",
        ],
        update: "I have checked the rules and asked for the approval that it needs.",
        solution: "It is set as you asked: the end date is in the system and everybody concerned gets a \
              mail two weeks before.",
    },
    Scenario {
        audience: Teachers,
        priority: High,
        titles: [
            "No access to the folder of {course}",
            "Permission denied on the department drive",
            "Folder {course} vanished from the network drive",
        ],
        reports: [
            "I no longer get into the folder of {course} on the department drive: <code>Access \
             denied</code>. Last week I could.",
            "The folder <code>S:\\Teaching\\{course}</code> is gone. I hope nobody has deleted it: the \
             exams are in there.",
        ],
        ask: "Do you see the folder above it? And has your role or department changed in the last days?",
        answer: "I see the one above. And yes, I moved to another department on {day}.",
        notes: [
            "Move of department took away the old groups. Folder itself is untouched.",
            "Backup of last night also has it, just in case.",
        ],
        update: "The folder is there and complete. Your rights went with the move to the other department.",
        solution: "You have your rights on the folder of {course} back, as a person and not by the \
              department, so that it holds. Sign out and in once, please.",
    },
    Scenario {
        audience: Anyone,
        priority: Medium,
        titles: [
            "Student card does not open {building}",
            "Card reader at {building} refuses my card",
            "Door access to lab {room} for {course}",
        ],
        reports: [
            "My card does not open {building} any more. The lamp blinks red. At the library it works.",
            "For {course} I need access to lab {room} in {building} in the evening too. {lecturer} has \
             agreed.",
        ],
        ask: "What number is on the back of the card, the last four digits are enough? And until when \
              should the access last?",
        answer: "The last four are {few}{few}{many}. Until the end of term.",
        notes: [
            "Card was renewed, door system still has the old number. Sync of cards is weekly.",
            "Asked the vendor about a daily sync. It is possible at no cost.",
        ],
        update: "I have sent your new card number to the door system. It takes until tomorrow to reach \
              all readers.",
        solution: "Your card opens {building} and room {room} until the end of term. I saw it go green at \
              {time}.",
    },
];
