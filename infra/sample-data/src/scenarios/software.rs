//! Software: installing, licences, and programs that misbehave.

use domain::Priority::{High, Low, Medium};

use super::Audience::{Anyone, Students, Teachers};
use super::Scenario;

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        audience: Students,
        priority: Medium,
        titles: [
            "{software} licence has expired",
            "{software} says \"no valid licence\"",
            "Licence for {software} at home",
        ],
        reports: [
            "{software} tells me since {day} that the licence has expired. I need it for {assignment} in \
             {course}.",
            "<p>At the start of {software} I get:</p><pre><code>Licence checkout failed \
             (-{many})</code></pre><p>On the lab computers it works, on my {device} it does not.</p>",
        ],
        ask: "Are you connected to the VPN when it happens? And did you install it with the campus key or \
              with one of your own?",
        answer: "With the campus key from the software page, last year. The VPN makes no difference.",
        notes: [
            "Key of last year, new one is valid from the start of term. Page still offered the old one \
             under \"Mac\".",
            "Page corrected, old key removed.",
        ],
        update: "The campus key changed at the start of term. I am checking why you did not get the new \
              one.",
        solution: "You had last year's key. The new one is on the software page; choose Help, Licence, \
              Replace in {software}, and it is good until next autumn.",
    },
    Scenario {
        audience: Teachers,
        priority: High,
        titles: [
            "{software} needed in lab {room} by {day}",
            "Please install {software} in {building} {room}",
            "New version of {software} for {course}",
        ],
        reports: [
            "For {course} I need {software} on all computers in {building}, room {room}, by {day}. We \
             have {many} students.",
            "The lab has an old {software}, and the exercises of <strong>{course}</strong> need the \
             current version. Can it be updated before {day}?",
        ],
        ask: "Do you need any add-ons or sample data with it? And may the old version go?",
        answer: "No add-ons. The old version is no longer needed.",
        notes: [
            "Package exists for the current version, tested on {asset}. Silent install takes about {many} \
             minutes each.",
            "Rolled out at night, {few} machines were off. Woke them and ran it again.",
        ],
        update: "The package is ready and goes out tonight. I will check the room tomorrow morning before \
              your class.",
        solution: "{software} is on all computers in {room}, and I started it on {few} of them with a \
              student's account. Have a good class!",
    },
    Scenario {
        audience: Anyone,
        priority: Medium,
        titles: [
            "{software} crashes when saving",
            "{software} closes by itself on {system}",
            "{software} freezes with large files",
        ],
        reports: [
            "{software} closes without a word when I save. It happens with files from {course} and not \
             with small ones. {system}, {device}.",
            "Since the last update {software} freezes for minutes when I save {assignment}. The rest of \
             the computer is fine.",
        ],
        ask: "Where do you save: on the computer, on the network drive or in the cloud folder? Please try \
              it once on the desktop.",
        answer: "In the cloud folder. On the desktop it saves without trouble.",
        notes: [
            "Autosave of {software} and the sync client lock each other. Known, workaround is to exclude \
             the temp folder.",
            "Added the exclusion to the standard settings of the sync client.",
        ],
        update: "It looks as if the synchronisation holds the file while {software} writes it. I am \
              trying a setting on my own machine first.",
        solution: "The synchronisation now leaves the temporary files of {software} alone. I saved a file \
              of your size {few} times without trouble. Please restart once for the setting to take \
              hold.",
    },
    Scenario {
        audience: Anyone,
        priority: Medium,
        titles: [
            "Update of {system} fails again and again",
            "{system} update stuck at {many} per cent",
            "Computer {asset} undoes its update at each start",
        ],
        reports: [
            "The update of {system} on my {device} stops at {many} per cent and is undone. That is the \
             third time this week.",
            "{asset} in {building} says <code>Undoing changes</code> at each start since the last update \
             and takes {many} minutes until one can use it.",
        ],
        ask: "How much space is left on the drive, and is any virus scanner on it besides ours?",
        answer: "{few} GB are left. No other scanner, as far as I can see.",
        notes: [
            "Needs about 20 GB. {many} GB of old driver packages can go.",
            "Set active hours for the group of teaching computers to 7 to 20.",
        ],
        update: "The drive is too full for the update. I can clean it up from here if you leave the \
              computer on tonight.",
        solution: "I have freed {many} GB and the update went through at the first try. Updates on this \
              device now come only after eight in the evening.",
    },
    Scenario {
        audience: Students,
        priority: Low,
        titles: [
            "How do I get {software} as a student?",
            "Is there a campus licence for {software}?",
            "Free alternative to {software} for {course}",
        ],
        reports: [
            "{lecturer} wants us to use {software} in {course}. Is there a licence for students, or do we \
             have to buy it?",
            "Is {software} on the list of programs that we may install at home? The page about it only \
             speaks of staff.",
        ],
        ask: "On which system would you like to use it? For some programs the licence is only for Windows.",
        answer: "{system}, on my own {device}.",
        notes: [
            "Campus agreement covers students since this year. Page not updated.",
            "Page updated, also the one in the student handbook.",
        ],
        update: "I believe that students are covered by now and am asking our licence manager, to be on \
              the safe side.",
        solution: "You may use it at no cost. Sign in on the software page, choose {software}, and follow \
              the steps for {system}; your campus address is the proof.",
    },
    Scenario {
        audience: Teachers,
        priority: Medium,
        titles: [
            "Meeting software: cannot share my screen in {course}",
            "Share button does nothing in the online class of {course}",
            "Grey picture in place of my slides ({course} online)",
        ],
        reports: [
            "In the online class of {course} I cannot share my screen any more: the button does nothing. \
             {browser} on {system}.",
            "In today's online class of <strong>{course}</strong> everybody saw a grey picture where my \
             slides should be. After joining anew it was the same.",
        ],
        ask: "Did you join through the course or through the app? And did the system ask about a \
              permission lately?",
        answer: "Through the course, in {browser}. There was a question that I clicked away, I am afraid.",
        notes: [
            "Permission for screen recording denied in the system settings. Easy, but well hidden.",
            "Offered a half-hour test call before the next class.",
        ],
        update: "I think that the system took the click as a no. Shall we look at it together on {day} at \
              {time}?",
        solution: "After allowing the browser under Privacy, Screen recording, sharing works; we tried it \
              in our call. The setting lasts.",
    },
    Scenario {
        audience: Anyone,
        priority: Medium,
        titles: [
            "Shared calendar does not update on the phone",
            "Calendar on my phone stands still since {day}",
            "Outlook asks for the password over and over",
        ],
        reports: [
            "My calendar on the phone does not move on since {day}: new appointments only appear on the \
             computer.",
            "Outlook on my phone asks for the password again and again although it is right. On the web \
             it works.",
        ],
        ask: "Which app is it, the one of the phone or Outlook? And since when exactly, was there a \
              change of password?",
        answer: "It is the app that was on the phone already. I changed the password around {day}, that \
              may fit.",
        notes: [
            "App uses the old kind of sign-in that was switched off. Account has to be removed and added \
             anew.",
            "List of users with the old kind: {many}. Suggest writing to all of them before they write to \
             us.",
        ],
        update: "Your app uses a way of signing in that we had to switch off. It can be set up anew in a \
              few minutes.",
        solution: "Remove the account in the phone's settings and add it again as \"Exchange\". I see \
              that it has synchronised at {time}, so it seems to work.",
    },
];
