import { Link } from "@tanstack/react-router";
import { Bell, CircleDot, LifeBuoy, MessagesSquare, PenLine, RotateCcw } from "lucide-react";
import type { HelpSection } from "@/app/help/help-section";
import { StatusMeanings } from "@/app/help/status-meanings";

/** What people who raise tickets want to know, in the order in which they meet it. */
export const REQUESTER_HELP: HelpSection[] = [
  {
    id: "raising",
    title: "Raising a ticket",
    Icon: PenLine,
    content: (
      <>
        <ol>
          <li>
            On the <Link to="/">first page</Link>, choose what it is about. That decides which team
            gets it, so take what comes closest.
          </li>
          <li>
            Give it a title that says what is wrong, such as “I cannot open the course Marine
            Biology 101”.
          </li>
          <li>
            Describe what you did, what you expected, and what happened instead. The exact words of
            an error message help most.
          </li>
          <li>Answer what else is asked, and choose “Raise ticket”.</li>
        </ol>
        <p>
          The ticket gets a number, such as T-0042, by which you and the team can speak of it. What
          you have typed is kept in this browser until it is sent.
        </p>
        <p>One matter, one ticket: two matters often go to two teams.</p>
      </>
    ),
  },
  {
    id: "following",
    title: "Seeing how it goes",
    Icon: Bell,
    content: (
      <>
        <p>
          <Link to="/tickets">My tickets</Link> has everything that you raised: first what you
          should look at, then what is being worked on, then what is closed. Answers and changes
          appear by themselves, without loading the page again.
        </p>
        <p>
          News also comes by mail and under the bell at the top of each page. The link in a mail
          leads to the ticket.
        </p>
        <p>
          <Link to="/tickets" search={{ view: "watching" }}>
            Followed by me
          </Link>{" "}
          has tickets of others, in which you were included.
        </p>
      </>
    ),
  },
  {
    id: "replying",
    title: "Replying",
    Icon: MessagesSquare,
    content: (
      <>
        <p>
          Write below the conversation, and choose “Send reply”. Everybody who works on the ticket
          reads it. To refer to what somebody said, choose “Quote in a reply” in the menu of their
          comment.
        </p>
        <p>
          You can change or remove what you wrote for a quarter of an hour. After that, add another
          reply.
        </p>
      </>
    ),
  },
  {
    id: "statuses",
    title: "What the statuses mean",
    Icon: CircleDot,
    content: (
      <StatusMeanings
        meanings={[
          ["OPEN", "The team has it. Nobody has begun yet."],
          ["IN_PROGRESS", "Somebody is working on it; the ticket says who."],
          [
            "ON_HOLD",
            "It waits for something: perhaps a delivery, perhaps your answer. The last comment tells.",
          ],
          ["RESOLVED", "The team thinks that it is solved. Now you decide: close it, or reply."],
          ["CLOSED", "It is done."],
          ["CANCELLED", "It is not pursued, because it was raised twice, for example."],
        ]}
      />
    ),
  },
  {
    id: "reopening",
    title: "When it is solved, and when it is not",
    Icon: RotateCcw,
    content: (
      <>
        <p>
          Once a ticket is resolved, its page asks whether it works now. “Yes, it works” closes it.
          If it does not, write a reply: that opens the ticket again, and the team sees it. Some
          time later, or when it is closed, your reply begins a new ticket which refers to it.
        </p>
        <p>
          You may also close a ticket that has settled itself, at any time: “Close” is among its
          details.
        </p>
        <p>
          If a closed matter comes back, open the ticket and choose “Take it up again”. That makes a
          new ticket which refers to the old one, so you need not explain everything once more.
          “Reopen”, among the details, goes on with the old one.
        </p>
      </>
    ),
  },
  {
    id: "contact",
    title: "Reaching somebody",
    Icon: LifeBuoy,
    content: (
      <>
        <p>
          The surest way is a ticket: it cannot get lost, and whoever is there takes it.{" "}
          <Link to="/tickets/new">Raise one</Link>, also when you do not know whom to ask. If it is
          urgent, say why in the description and choose the priority “High”.
        </p>
        <p>
          If there is a ticket already, reply there instead of raising another; its details say who
          works on it.
        </p>
        <p>
          If you cannot sign in, the sign-in page has “Forgot your password?”. Your password and a
          second factor are under <Link to="/settings/security">Security</Link>.
        </p>
      </>
    ),
  },
];
