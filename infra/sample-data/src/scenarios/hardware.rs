//! Hardware: computers, printers, projectors and lab equipment.

use domain::Priority::{High, Low, Medium};

use super::Audience::{Anyone, Students, Teachers};
use super::Scenario;

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        audience: Teachers,
        priority: High,
        titles: [
            "Projector in {building} {room} shows no picture",
            "No signal on the projector in {room} ({building})",
            "Projector in {building} flickers and goes dark",
        ],
        reports: [
            "The projector in {building}, room {room}, stays on <code>No signal</code>, with my laptop \
             and with the fixed computer. My next class there is on {day} at {time}.",
            "The picture in <strong>{building} {room}</strong> flickers and turns dark after {few} \
             minutes. The lamp symbol blinks orange.",
        ],
        ask: "Does the small panel on the lectern light up when you touch it? And which input did you \
              choose?",
        answer: "It lights up, I chose HDMI. The fixed computer is on input 1 and it is the same.",
        notes: [
            "Remote view: lamp hours over limit on the {room} unit. Spare lamp is in the store, shelf \
             {few}.",
            "HDMI cable in the lectern is worn too, replaced along with it.",
        ],
        update: "I can see from here that the lamp is at its end. We will exchange it today after {time}, \
              when the room is free.",
        solution: "New lamp and new cable are in, and the picture is stable on both inputs. I let it run \
              for an hour.",
    },
    Scenario {
        audience: Anyone,
        priority: Medium,
        titles: [
            "Printer {printer} jams on every job",
            "Paper jam in {printer}",
            "{printer} takes two sheets at once",
        ],
        reports: [
            "The printer {printer} jams with each job of more than {few} pages. Somebody has put a note \
             on it, but I found no ticket.",
            "{printer} in {building} takes two sheets at once and then stands still, several times a day. \
             I take the paper out each time, but others just walk away.",
        ],
        ask: "Is it from one tray or from both? And does the display show a code, such as 13.{many}?",
        answer: "Only the lower tray. Code 13.{many}, yes.",
        notes: [
            "Roller of tray 2 is worn: {many} thousand pages over its life. Ordered through the contract.",
            "Technician booked for {day}. Tray 2 closed until then so that people can print.",
        ],
        update: "The lower tray is closed for the moment, the upper one works. The technician comes on \
              {day}.",
        solution: "The rollers are new and I have printed {many} pages from the lower tray without a jam. \
              The note is gone as well.",
    },
    Scenario {
        audience: Anyone,
        priority: High,
        titles: [
            "{device} does not start any more",
            "Laptop {asset}: black screen after the update",
            "{device} went off and stays black",
        ],
        reports: [
            "My {device} (sticker {asset}) stays black since the update last night. The lamp is on and \
             the fan turns.",
            "My laptop ({asset}) went off in the middle of a sentence and does not come on again, with or \
             without the power supply. I have all my notes for {course} on it.",
        ],
        ask: "Please unplug it, hold the power button for 30 seconds and try once more. Does it beep or \
              blink in a pattern?",
        answer: "Three short blinks in orange, then a break. It did not start.",
        notes: [
            "Three blinks = memory. Needs opening; under warranty until next spring.",
            "Module 2 faulty, replaced from stock. Data untouched.",
        ],
        update: "It sounds like a memory module. Bring it to {building}, room {room}, and I will give you \
              a loan device right away.",
        solution: "One memory module was faulty and is replaced. All files are there, and it has been \
              running a test since {time} without a fault. Please bring the loan device when you \
              collect it.",
    },
    Scenario {
        audience: Anyone,
        priority: Medium,
        titles: [
            "Docking station does not recognise the second screen",
            "Second monitor black at the dock in {room}",
            "Only one of two screens works with my {device}",
        ],
        reports: [
            "Since {day} the second screen at my dock in {building} {room} stays black. The first one is \
             fine.",
            "My {device} sees only one of two screens. I swapped the cables and it is always the second \
             in the chain.",
        ],
        ask: "Please tell me the name on the underside of the dock, and whether the lid of the laptop is \
              open or closed.",
        answer: "It says WD22. The lid is closed, and when I open it the second screen comes on!",
        notes: [
            "Driver of the graphics chip counts the lid as a screen. Firmware of the dock is from 2022.",
            "Rolled out the firmware to the docks of that floor, {few} in number.",
        ],
        update: "There is a newer firmware for your dock that mentions exactly this. I will install it on \
              {day}.",
        solution: "The firmware is installed and both screens come on with the lid closed. If it happens \
              again, unplug the dock for ten seconds.",
    },
    Scenario {
        audience: Teachers,
        priority: Medium,
        titles: [
            "Microphone in {building} {room} is not heard in recordings",
            "No sound in the lecture recording of {course}",
            "Recordings of {course} are silent",
        ],
        reports: [
            "The recording of {course} on {day} has a picture and no sound. In the room everybody could \
             hear me.",
            "Students tell me that the recordings of <strong>{course}</strong> from {building} {room} are \
             silent. I have changed nothing, and in the room everybody hears me.",
        ],
        ask: "Did you use the hand microphone or the one on the lectern? They have separate switches for \
              the recording.",
        answer: "The hand microphone. I did not know of the second switch.",
        notes: [
            "Send to the recorder was muted on channel 2. Somebody pressed \"scene 3\".",
            "Locked the scenes on the mixer and put a label beside it.",
        ],
        update: "The sound did reach the room but not the recorder. I am looking whether the backup \
              recorder has it.",
        solution: "The switch is right again and locked. The sound of {day} was on the backup recorder, \
              and the recording of {course} has been completed with it.",
    },
    Scenario {
        audience: Students,
        priority: Low,
        titles: [
            "Borrow a laptop for {few} weeks",
            "Loan device while mine is being repaired",
            "Camera for the project in {course}",
        ],
        reports: [
            "My own laptop is in repair for {few} weeks. Can I borrow one? I need it for {software} in \
             {course}.",
            "For the field work in <strong>{course}</strong> our group {group} needs a waterproof camera \
             from {day} on.",
        ],
        ask: "We have one ready. Which day would you collect it, and do you have your card with you then?",
        answer: "{day} at {time} would be fine, and yes.",
        notes: [
            "Reserved {asset}. Wipe it before handing out, the last one left files on it.",
            "Reminder set for the return date.",
        ],
        update: "It is being checked and is reserved in your name.",
        solution: "{asset} lies ready in {building}, room {room}. You can keep it for {few} weeks; write \
              here if you need it longer.",
    },
    Scenario {
        audience: Teachers,
        priority: Medium,
        titles: [
            "Lab in {building} {room}: keyboards and mice missing",
            "{few} dead keyboards in lab {room}",
            "Lab {room} in {building} needs a round before term",
        ],
        reports: [
            "In the lab {room} ({building}) {few} keyboards are missing and one mouse does not work. With \
             {many} students each place counts.",
            "<p>Round through <strong>{building} {room}</strong> before term:</p><ul><li>{asset}: \
             keyboard dead</li><li>two mice gone</li><li>one screen with a crack</li></ul>",
        ],
        ask: "May we come on {day} at {time}, or is there a class then? We would do the whole room in one \
              go.",
        answer: "{day} is fine, the room is free until noon.",
        notes: [
            "{few} keyboards and two mice from stock. Screen through insurance, needs a photograph.",
            "Cables with locks this time, they walk away each term.",
        ],
        update: "The parts are packed. The screen has to go through the insurance, so it takes a little \
              longer.",
        solution: "Keyboards and mice are replaced and locked to the desks, and the screen is exchanged \
              for one from stock. All {many} places work.",
    },
];
