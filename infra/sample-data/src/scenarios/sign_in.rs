//! Sign-in: passwords, two-step codes and locked accounts.

use domain::Priority::{High, Low, Medium};

use super::Audience::{Anyone, Students};
use super::Scenario;

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        audience: Anyone,
        priority: High,
        titles: [
            "Account locked after too many attempts",
            "Locked out, cannot sign in to anything",
            "\"Your account has been locked\" since {time}",
        ],
        reports: [
            "My account is locked since {time}. I only typed the password wrongly twice. I have {course} \
             in {few} hours and need the slides.",
            "<p>When I sign in I get <code>Your account has been locked</code>. It happened after I \
             changed my password on {day}.</p><p>Device: {device}, {system}.</p>",
        ],
        ask: "Is there any other device that still has the old password: a phone with the mail app, a \
              tablet, a saved Wi-Fi?",
        answer: "The phone! It has the mail app and I have not changed the password there.",
        notes: [
            "Log: {many} failed tries in ten minutes, all from a mobile mail client. Not an attack.",
            "Unlocked. If it locks again within the hour, take the phone off the mail service first.",
        ],
        update: "I have unlocked the account for now, but it will lock again as long as an old password \
              is in use somewhere.",
        solution: "Your phone kept trying the old password. With the new one in the mail app there has \
              been no failed try for an hour, and the account is open.",
    },
    Scenario {
        audience: Anyone,
        priority: High,
        titles: [
            "New phone, no two-step codes any more",
            "Two-step verification after changing the phone",
            "Lost my phone, cannot get the sign-in code",
        ],
        reports: [
            "I have a new phone and the old one is wiped. The sign-in asks for a code that I cannot get \
             any more.",
            "My phone was stolen on {day} and with it the app for the codes. How do I get in? Recovery \
             codes: none, sorry.",
        ],
        ask: "For that I have to be sure that it is you. Can you come to {building}, room {room}, with \
              your card, or do we do a short video call?",
        answer: "I can come by today at {time} with my card.",
        notes: [
            "Identity checked in person, card {student}. Old device removed from the account.",
            "Signed out all sessions too, since the phone was lost and not only replaced.",
        ],
        update: "The old device is taken off your account. Nobody can use its codes from now on.",
        solution: "The new phone is set up and you have signed in with it. Please keep the ten recovery \
              codes in a safe place: each works once.",
    },
    Scenario {
        audience: Students,
        priority: Medium,
        titles: [
            "Password reset mail does not arrive",
            "No reset link in my mailbox",
            "Reset link says \"expired\" at once",
        ],
        reports: [
            "I have asked for a new password {few} times and no mail arrives, not in junk either.",
            "The link in the reset mail says <code>This link has expired</code> although I click on it \
             right away.",
        ],
        ask: "Which private address do you expect it at? Please only the first letters and the part after \
              the at sign.",
        answer: "It begins with m and is at a Swedish provider. I think that I changed it last summer.",
        notes: [
            "Recovery address on file is the old one from the application. Mails went there.",
            "For the expired links: provider's scanner opens each link first and uses it up. Reset page \
             now asks for a click.",
        ],
        update: "The mails go to an address that you gave when you applied. I need to check your identity \
              before I change that.",
        solution: "The new address is entered and the mail went out at {time}. I see that the password \
              has been changed since, so it seems to have worked.",
    },
    Scenario {
        audience: Anyone,
        priority: Medium,
        titles: [
            "Signed out again and again on {browser}",
            "Session ends every few minutes",
            "Have to sign in anew for each page",
        ],
        reports: [
            "In {browser} I am signed out every {few} minutes, in the middle of writing. It started on \
             {day}.",
            "Each click on another service asks me to sign in again: mail, courses, library. In the past \
             once a day was enough.",
        ],
        ask: "Do you delete cookies when closing, or use a privacy extension? And is the clock of the \
              computer right?",
        answer: "I have an extension that clears cookies of closed tabs. I did not think of that.",
        notes: [
            "Cookie of the sign-in page removed by the extension. Exception for *.seaversity.example \
             helps.",
            "Added to the sign-in help page, third case this month.",
        ],
        update: "I see in the log that your browser arrives each time without the cookie of the sign-in \
              page. Something removes it.",
        solution: "With an exception for <code>seaversity.example</code> in the extension the session \
              lasts the whole day again. I have added a picture of the setting to the help page.",
    },
    Scenario {
        audience: Anyone,
        priority: Medium,
        titles: [
            "Got a sign-in code that I did not ask for",
            "Sign-in code out of nowhere at {time}",
            "Sign-in to my account from another country",
        ],
        reports: [
            "At {time} I got a sign-in code on my phone without having asked for one. Is somebody in my \
             account?",
            "<p>The overview lists a sign-in from a country where I have never been, on {day} at \
             {time}.</p><p>I have changed my password at once. What else should I do?</p>",
        ],
        ask: "Good that you wrote. Did you use the same password anywhere else, and did you click on a \
              link in a mail lately?",
        answer: "The password was the same as in a shop's account, yes. I do not remember any strange \
              link.",
        notes: [
            "One successful password, second step refused. No session was made. Password was in a known \
             leak.",
            "No other account of ours tried from that network. Blocked the range for a week.",
        ],
        update: "I have looked through the log: the password was right, but the second step stopped it. \
              Nobody was in your account.",
        solution: "All sessions are ended, the password is new, and there has been no further try. Your \
              second step did what it is for. Please use a password here that is used nowhere else.",
    },
    Scenario {
        audience: Students,
        priority: Medium,
        titles: [
            "Cannot sign in on the computers in {building}",
            "Lab computer in {building} refuses my password",
            "Trust relationship error in room {room}, {building}",
        ],
        reports: [
            "At home I can sign in, on the lab computers in {building} ({room}) it says that name or \
             password is wrong.",
            "All computers in <strong>{building}, room {room}</strong>, tell me <code>The trust \
             relationship has failed</code>. There is a class at {time}.",
        ],
        ask: "Does it happen on each computer or on one? There is a sticker with a number like {asset} on \
              the front.",
        answer: "On {asset} and on the one beside it. Two rows further back it works.",
        notes: [
            "{asset} was re-imaged on {day} and did not join the domain properly. Same for its neighbour.",
            "Rejoined both. The image has the wrong time server, correcting that as well.",
        ],
        update: "Two computers in that room have lost their link to our directory. A colleague is on the \
              way.",
        solution: "Both computers are back in the directory and I have signed in on each of them. The one \
              with the sticker {asset} had been set up wrongly.",
    },
    Scenario {
        audience: Anyone,
        priority: Low,
        titles: [
            "Passkey for sign-in on my {device}",
            "Can I sign in without codes?",
            "Sign in by fingerprint on {device}",
        ],
        reports: [
            "I would like to sign in with a passkey on my {device} and not with codes. Is that possible, \
             and how?",
            "I am tired of typing codes. A friend signs in with a fingerprint; how do I set that up on my \
             {device}?",
        ],
        ask: "Which browser and which system do you use? It works a little differently in each.",
        answer: "{browser} on {system}.",
        notes: [
            "Supported since the update of last month, but not for accounts with a hardware key. This one \
             is fine.",
            "Wrote a short page about it, many will ask.",
        ],
        update: "That is possible. I am switching it on for your account.",
        solution: "<p>It is switched on:</p><ol><li>open your profile</li><li>choose \
              Security</li><li>choose Add a passkey</li></ol><p>The code stays as a second way in, in \
              case the device is lost.</p>",
    },
];
