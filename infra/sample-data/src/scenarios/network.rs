//! Network: Wi-Fi, wired connections, VPN and slow links.

use domain::Priority::{Critical, High, Low, Medium};

use super::Audience::{Anyone, Students, Teachers};
use super::Scenario;

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        audience: Anyone,
        priority: High,
        titles: [
            "Wi-Fi drops in {building}, room {room}",
            "No stable Wi-Fi on the upper floor of {building}",
            "Wi-Fi keeps disconnecting during class ({building})",
        ],
        reports: [
            "The Wi-Fi in {building}, room {room}, drops every {few} minutes. It comes back by itself, \
             but calls are cut each time.",
            "<p>In <strong>{building} {room}</strong> we have no usable Wi-Fi since {day}:</p><ul><li>it \
             connects and has no internet</li><li>{many} people in the room have the same</li><li>in the \
             corridor it is fine</li></ul>",
        ],
        ask: "Could you tell me what kind of device you use and whether it shows <code>seaversity</code> \
              or <code>seaversity-guest</code>? The time of the last drop would help too.",
        answer: "{device}, network \"seaversity\". The last time was at {time}, for about a minute.",
        notes: [
            "{ap} reboots: {many} times since {day}. Power over Ethernet on the switch is at its limit.",
            "Moved the port to another power supply. Uptime looks normal since.",
        ],
        update: "One of the access points restarts by itself. We have looked at it from here and will \
              exchange it if it goes on.",
        solution: "The access point in {room} did not get enough power. It hangs on another port now and \
              has run without a break since yesterday. Please tell us if you notice anything.",
    },
    Scenario {
        audience: Anyone,
        priority: Medium,
        titles: [
            "VPN does not connect from home",
            "VPN error 809 on {system}",
            "VPN connects but no access to the file server",
        ],
        reports: [
            "From home the VPN ends with <code>error 809</code>. It worked until {day}. My machine is a \
             {device} with {system}.",
            "The VPN says \"connected\", but I reach neither the file server nor the library's databases. \
             With the phone as hotspot it works.",
        ],
        ask: "Which internet provider is it, and has your router been replaced lately? Please send the \
              log as well: VPN client, Help, Save log.",
        answer: "We did get a new router last week. The log is attached to my mail of today.",
        notes: [
            "Log: UDP 500 is dropped, so the router has \"VPN passthrough\" off. Client can use 443 as a \
             fallback.",
            "Made 443 the default in the next version of the profile.",
        ],
        update: "From the log I see that your router does not let the connection through. There is a \
              second way that avoids that.",
        solution: "Please choose the profile <strong>Seaversity (port 443)</strong> in the client. I saw \
              you connect with it at {time} and reach the file server.",
    },
    Scenario {
        audience: Anyone,
        priority: Medium,
        titles: [
            "Network socket in {building} {room} is dead",
            "No wired connection in room {room}",
            "Please activate a network port in {building}",
        ],
        reports: [
            "The socket by the window in {building}, room {room}, gives no connection. The cable is fine, \
             I tried it elsewhere.",
            "We have moved desks in <strong>{building} {room}</strong> and need two more sockets switched \
             on by {day}.",
        ],
        ask: "There is a label on the socket, something like A-{many}. Could you read it to me? A \
              photograph will do too.",
        answer: "It says B-{many}. The one beside it, which works, is the next higher number.",
        notes: [
            "Patch panel: B-{many} was never patched. Free port {port} on the floor switch.",
            "Documentation of the floor was two years old. Corrected while I was there.",
        ],
        update: "The socket is not connected in the wiring closet. A colleague is there on {day} anyway.",
        solution: "The socket is patched to port {port} and in the staff network. I measured full speed \
              with my own laptop.",
    },
    Scenario {
        audience: Anyone,
        priority: Medium,
        titles: [
            "Internet is very slow in {building}",
            "Slow downloads in {building} in the afternoon",
            "Video calls from {building} keep freezing",
        ],
        reports: [
            "Every afternoon the network in {building} gets so slow that calls freeze. In the morning it \
             is fine.",
            "<p>Speed test in {building} at {time}: <strong>{few} Mbit/s</strong>. At other places on \
             campus it is a hundred times that.</p>",
        ],
        ask: "Is that over Wi-Fi or with a cable? If you can, run the test once more with a cable and \
              tell me the result.",
        answer: "With a cable it is the same, so it is not the Wi-Fi.",
        notes: [
            "Uplink of the building is on one of two fibres, the other is down since {day}. Half the \
             capacity, full in the afternoon.",
            "Cleaned the connector, second fibre is up. Alarm did not fire since it was muted during the \
             works in summer.",
        ],
        update: "One of two lines to the building is down, and the other one is full in the afternoon. We \
              are on the way.",
        solution: "Both lines are up again. The use at {time} was below a third today. Thank you for the \
              measurements, they pointed at the right place.",
    },
    Scenario {
        audience: Anyone,
        priority: Critical,
        titles: [
            "Whole floor in {building} without network",
            "Network outage in {building}",
            "Nothing works on the third floor of {building}",
        ],
        reports: [
            "Nobody on our floor in {building} has a connection since {time}: neither cable nor Wi-Fi, \
             and the telephones are off too.",
            "Outage in <strong>{building}</strong>: {many} desks without network since {time}. Was there \
             a change announced?",
        ],
        ask: "Are the lights on in the small grey cabinet in the corridor, beside room {room}? Please do \
              not open it, just look through the grille.",
        answer: "It is all dark there. And the coffee machine is off as well, by the way.",
        notes: [
            "Switch has no power: a fuse in the sub-distribution has tripped. Facilities are informed.",
            "Power back at {time}. Asked for a battery there, it would have kept the telephones alive.",
        ],
        update: "The cabinet has no power. The electricians are on their way; I will write every half \
              hour.",
        solution: "The fuse is replaced and the whole floor is online again since {time}. The cause was a \
              heater on the same circuit.",
    },
    Scenario {
        audience: Students,
        priority: Low,
        titles: [
            "Games console or TV on the student Wi-Fi",
            "Register a device without a browser on the Wi-Fi",
            "E-reader does not join the Wi-Fi in the residence",
        ],
        reports: [
            "How do I get my console onto the Wi-Fi in the residence? It has no browser to sign in with.",
            "My e-reader does not know the sign-in of the Wi-Fi. Is there another way?",
        ],
        ask: "Please send me the hardware address of the device, it looks like \
              <code>3c:22:fb:01:9a:7e</code>. You find it in its network settings.",
        answer: "Found it and sent it by mail, so that it is not in the open here.",
        notes: [
            "Registered in the devices network, tied to {student}. Limit is five, this is number {few}.",
            "Self-service page for this is planned. Counting it as one more vote.",
        ],
        update: "I have registered it; the network learns it within the hour.",
        solution: "The device may now join the network <code>seaversity-things</code>; the password is in \
              your profile. It can reach the internet, but no other devices, and that is on purpose.",
    },
    Scenario {
        audience: Teachers,
        priority: Medium,
        titles: [
            "Event on {day}: Wi-Fi for {many} guests in {building}",
            "Guest Wi-Fi for a conference in {building}",
            "Extra Wi-Fi capacity for {building} {room}",
        ],
        reports: [
            "We have {many} guests in {building} on {day} from {time}. Please prepare an access for them, \
             best with one password for all.",
            "<p>For the workshop in <strong>{building} {room}</strong> we need:</p><ul><li>Wi-Fi for \
             {many} guests</li><li>one wired socket at the lectern</li><li>somebody to call if it \
             fails</li></ul>",
        ],
        ask: "Will there be a live stream as well? That decides whether one access point is enough.",
        answer: "Yes, one stream from the lectern, which is why we need the socket.",
        notes: [
            "Room has two access points, fine for {many}. Third one on a tripod for the foyer.",
            "Code printed and put with the porter.",
        ],
        update: "It is planned. A colleague will set up a further access point the evening before.",
        solution: "Everything is ready: the network is <code>seaversity-event</code>, the code lies with \
              the porter, and our number on that day is extension {few}{many}. I tried the stream \
              from the lectern.",
    },
];
