//! How people talk around the matter itself: greetings, thanks, impatience, hand-overs.

/// Before the first thing that somebody of the desk writes.
pub(crate) const FIRST_GREETINGS: [&str; 7] = [
    "<p>Hi {first},</p>",
    "<p>Hello {first},</p>",
    "<p>Hi {first}, thanks for getting in touch.</p>",
    "<p>Thanks for the report, {first}.</p>",
    "<p>Hello {first}, I am looking after this.</p>",
    "<p>Dear {first},</p>",
    "<p>Hi {first}, sorry about the trouble.</p>",
];

/// Before what follows.
pub(crate) const GREETINGS: [&str; 7] = [
    "<p>Hi {first},</p>",
    "<p>Hello {first},</p>",
    "<p>Hello again {first},</p>",
    "",
    "",
    "<p>{first},</p>",
    "<p>Dear {first},</p>",
];

/// After it.
pub(crate) const PARTINGS: [&str; 7] = [
    "",
    "",
    "",
    "<p>{agent}</p>",
    "<p>Best wishes,<br>{agent}</p>",
    "<p>Kind regards<br>{agent}, {team}</p>",
    "<p>Thanks, {agent}</p>",
];

/// After what a requester writes.
pub(crate) const REQUESTER_TAILS: [&str; 8] = [
    "",
    "",
    "",
    "<p>Let me know if you need anything else.</p>",
    "<p>Thank you for looking into it!</p>",
    "<p>I am on campus until about four if that helps.</p>",
    "<p>Sorry for the trouble.</p>",
    "<p>Happy to try things out if you tell me what.</p>",
];

/// A requester who has waited.
pub(crate) const CHASES: [&str; 10] = [
    "Is there any news on this? It is still the same for me.",
    "Just checking in: has somebody been able to look at it?",
    "Sorry to push, but I need this before {day}.",
    "Any idea how long it will take? I would like to plan around it.",
    "It was still the same today at {time}, in case that helps.",
    "I know you are busy. A short word on where it stands would help me a lot.",
    "Somebody else asked me about the same thing this morning, so it is not only me.",
    "Following up on this one. I can work around it for now, but not for long.",
    "Hello again, I have not heard back yet. Is anything missing from my side?",
    "Could this be looked at this week, please?",
];

/// A requester whose problem is gone.
pub(crate) const THANKS: [&str; 14] = [
    "That did it, thank you!",
    "Works now. Thanks a lot, {agent}.",
    "Perfect, all good again. Thanks for the quick help.",
    "Thank you {agent}, I can carry on now.",
    "Confirmed, it works. You can close this.",
    "Great, thanks! I would never have found that.",
    "All fine on my side now. Much appreciated.",
    "Yes, solved. Thanks for explaining it so clearly.",
    "Just tried it and it works. <strong>Thank you!</strong>",
    "Brilliant, thanks. That was faster than I expected.",
    "Thanks for staying with this one, {agent}.",
    "Working again since this morning. Thank you.",
    "Sorted, thanks. I will remember it for the next time.",
    "Lovely, thank you very much.",
];

/// A requester for whom the solution did not hold.
pub(crate) const NOT_YET: [&str; 7] = [
    "Sorry, I spoke too soon: it is the same as before.",
    "This is not solved for me, I am afraid. I still see what I described at the start.",
    "I looked again at {time} and it is still wrong.",
    "It is better, but not quite there: part of it is still as it was.",
    "I cannot confirm this. Nothing has changed on my side.",
    "Unfortunately it was right for a day and is wrong again now.",
    "I have tried it on two devices and still have the same problem.",
];

/// What the desk answers then.
pub(crate) const SECOND_FIXES: [&str; 6] = [
    "You were right, it was only half done. The rest has gone through now; please look once more.",
    "Found the rest of it. An old copy of the setting was still in use; that is gone, and I checked it with your role.",
    "I went through it again with a colleague watching, and we found the second cause. It is corrected too.",
    "Sorry about that. I have redone it by hand and checked the result; it should hold this time.",
    "The first correction was undone by the nightly synchronisation. I have changed it at the source now, so it will stay.",
    "There was a second entry of the same kind that I had missed. Both are right now.",
];

/// What the desk says when something outside is awaited.
pub(crate) const HOLDS: [&str; 8] = [
    "I am putting this on hold until {day}: somebody else has to look at it first and has given us that date.",
    "We have done what we can for now and wait for an answer from another office. I will write as soon as I hear something.",
    "This can only be done in the maintenance window, so it rests until then. Nothing is needed from you.",
    "I have asked {lecturer} to approve this and will carry on once I have the answer.",
    "The colleague who can decide this is back on {day}. I will put the ticket on hold until then.",
    "I am waiting for a confirmation from our side before I change anything. I will come back to you once I have it.",
    "I will wait for your word before I change anything; until then the ticket is on hold.",
    "What is left does not lie with us, but it is known there. On hold until they report back.",
];

/// A handler to colleagues: the matter changes hands.
pub(crate) const HAND_OVERS: [&str; 6] = [
    "Handing this to {agent}, who looked after the same thing last month.",
    "My shift ends here. {agent} takes over; everything I found is in the notes.",
    "Reassigning to {agent}: this is rather their corner.",
    "I am away from tomorrow, so {agent} will follow up with {first}.",
    "Balancing the queue a little: {agent} has room today.",
    "{agent} can repeat this on the test system, so it is better placed there.",
];

/// A handler to colleagues, before anybody has begun.
pub(crate) const TRIAGE: [&str; 8] = [
    "Triage: looks genuine, enough detail to start. Nobody free before noon.",
    "Seen. Not urgent, can wait for the next free person.",
    "Possibly the same as another one from {course} this week. Check before digging.",
    "Left in the queue on purpose: wait for the change on {day}, it may go away by itself.",
    "{first} has had this before, see earlier tickets.",
    "Whoever takes this: {building} has no staff on site after four.",
    "Good one for somebody new on the team, the steps are in the handbook.",
    "Let us keep an eye on this, it may be the first of many.",
];

/// A handler to colleagues: the matter is graver than it looked.
pub(crate) const RAISES: [&str; 6] = [
    "Raising the priority: this blocks people with a deadline on {day}.",
    "{few} more people reported it, so this is no single case. Raised.",
    "Spoke to {lecturer}: a whole class depends on it. Going up.",
    "Raised, since there is no way round it for {first}.",
    "Higher than I thought: it also touches {other}.",
    "Agreed in the stand-up to take this first.",
];

/// A requester who needs nothing any more.
pub(crate) const WITHDRAWALS: [&str; 8] = [
    "Please ignore this, it solved itself overnight.",
    "Never mind, I was in the wrong place. It is where it should be.",
    "I no longer need this: I have changed my plans. Sorry for the noise.",
    "A friend showed me how. You can drop this one.",
    "I raised this twice by mistake, please go on in the other ticket.",
    "Not needed any more, thank you.",
    "It turns out that somebody else had already asked for it.",
    "False alarm, it was my own typing. Apologies!",
];

/// The desk's last word on it.
pub(crate) const CANCELLATIONS: [&str; 4] = [
    "Thanks for letting us know. I will cancel the ticket; just raise a new one if it comes back.",
    "No problem at all. Cancelled.",
    "Good to hear. I am cancelling this one.",
    "All right, nothing to do for us then. Cancelled.",
];

/// A requester who closes a matter that nobody had finished.
pub(crate) const SELF_CLOSED: [&str; 5] = [
    "It works again since this morning, I am closing this myself.",
    "I found the cause: a setting on my side. Closing it, thanks for your time.",
    "It is fine now, so I am closing it. Thanks for having a look.",
    "Solved together with a colleague, so I will close it.",
    "No longer a problem. Closed from my side, and thank you.",
];

/// The desk, after a while of silence.
pub(crate) const NO_NEWS_CLOSED: [&str; 5] = [
    "I have not heard anything to the contrary, so I am closing this. Reply here if it comes back.",
    "Closing as agreed. Have a good week!",
    "No further reports since, closing.",
    "Checked once more today and it is holding. Closing the ticket.",
    "I take it that all is well. Closing this one; you can reopen it at any time.",
];
