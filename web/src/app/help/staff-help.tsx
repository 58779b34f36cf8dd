import { Link } from "@tanstack/react-router";
import {
  CircleDot,
  Flag,
  GitMerge,
  History,
  ListFilter,
  MessagesSquare,
  SquareCheckBig,
  Users,
} from "lucide-react";
import classes from "@/app/help/help-page.module.css";
import type { HelpSection } from "@/app/help/help-section";
import { StatusMeanings } from "@/app/help/status-meanings";
import type { Priority } from "@/shared/api/types";
import { PriorityMark } from "@/shared/ui/priority-mark";

const PRIORITIES: [priority: Priority, meaning: string][] = [
  ["LOW", "It can wait, and nobody is kept from working."],
  ["MEDIUM", "The usual, unless the category says otherwise."],
  ["HIGH", "Somebody cannot work. The highest that requesters may ask for."],
  ["CRITICAL", "Many cannot work. Only staff choose it."],
];

const ROLES: [role: string, rights: string][] = [
  [
    "Requester",
    "Raises tickets; reads and answers the own ones and those that they follow; closes and reopens the own ones. Sees no internal notes, no activity, no tasks.",
  ],
  [
    "Agent",
    "Handles the tickets and tasks of the own teams, and whatever is assigned to them: answers, changes, assigns, links, merges.",
  ],
  [
    "Manager",
    "As an agent; and in the own teams changes the comments of others, the team itself, who is in it, and its categories.",
  ],
  ["Admin", "Handles everything, deletes and restores work, and looks after accounts and teams."],
];

/** What people who handle tickets want to know. */
export const STAFF_HELP: HelpSection[] = [
  {
    id: "lists",
    title: "Lists",
    Icon: ListFilter,
    content: (
      <>
        <ul>
          <li>
            <Link to="/tickets">My tickets</Link>: assigned to you.
          </li>
          <li>
            <Link to="/tickets" search={{ view: "team" }}>
              My team
            </Link>
            : in the queues of your teams, assigned or not.
          </li>
          <li>
            <Link to="/tickets" search={{ view: "all" }}>
              All tickets
            </Link>
            : every ticket that you may see.
          </li>
          <li>“Raised by me” and “Followed by me”: what you wait for yourself.</li>
        </ul>
        <p>
          A list shows what is active; choose other statuses at its top. “Filters” narrows it by
          priority, category, team, assignee, tag, due date and date of raising, and the address
          keeps it, so a filtered list can be bookmarked and shared. “Columns” chooses what is
          shown.
        </p>
        <p>
          Tick several tickets to change them at once, two hundred at most. What could not be
          changed is told, with the reason, and the rest can be undone.
        </p>
      </>
    ),
  },
  {
    id: "statuses",
    title: "Statuses",
    Icon: CircleDot,
    content: (
      <>
        <StatusMeanings
          meanings={[
            ["OPEN", "New. Nobody has begun."],
            ["IN_PROGRESS", "Somebody works on it."],
            [
              "ON_HOLD",
              "It waits for the requester, a supplier or a date. Say for what in a reply.",
            ],
            [
              "RESOLVED",
              "You think that it is solved; the requester is asked. A reply of theirs puts it back in progress.",
            ],
            ["CLOSED", "Done. It can be reopened, or taken up again in a new ticket."],
            ["CANCELLED", "Not pursued."],
          ]}
        />
        <p>
          Work goes from open to in progress, on hold and back, resolved, closed. A menu offers only
          the steps that are possible from where a ticket stands.
        </p>
      </>
    ),
  },
  {
    id: "priorities",
    title: "Priorities",
    Icon: Flag,
    content: (
      <dl className={classes.terms}>
        {PRIORITIES.map(([priority, meaning]) => (
          <div key={priority} className={classes.term}>
            <dt>
              <PriorityMark priority={priority} />
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    ),
  },
  {
    id: "answering",
    title: "Answers and notes",
    Icon: MessagesSquare,
    content: (
      <>
        <p>
          A public reply goes to everybody on the ticket, also by mail. An internal note, on yellow
          ground, is for those who handle the ticket; requesters and mere followers never get it, on
          no way.
        </p>
        <p>
          What you have typed is kept in this browser until it is sent. Whoever handles a ticket can
          read what an edited comment said before: “edited” beside it opens its versions.
        </p>
      </>
    ),
  },
  {
    id: "planning",
    title: "Planning",
    Icon: SquareCheckBig,
    content: (
      <>
        <p>
          Tickets and <Link to="/tasks">tasks</Link> have a due date, an estimate, tags, a checklist
          and links to other work. Of a ticket’s plan, requesters see the due date alone. Tasks are
          the staff’s own, and requesters see nothing of them.
        </p>
        <p>
          Whoever follows a ticket is told of everything new. You can add others as followers,
          requesters too; they see the public part.
        </p>
      </>
    ),
  },
  {
    id: "merging",
    title: "Merging and splitting",
    Icon: GitMerge,
    content: (
      <>
        <p>
          Of two tickets about one matter, merge the one that shall end into the one that goes on:
          the menu beside its title. Comments, followers and tags go over. It cannot be undone.
        </p>
        <p>
          If a comment is a matter of its own, choose “Make it a ticket” in the comment’s menu; the
          new ticket is in the name of who wrote it.
        </p>
      </>
    ),
  },
  {
    id: "activity",
    title: "Who changed what",
    Icon: History,
    content: (
      <p>
        The tab “Activity” of a ticket or task has every change, with who and when; choose a kind to
        find it faster. Nothing is ever taken out of it.
      </p>
    ),
  },
  {
    id: "roles",
    title: "Roles",
    Icon: Users,
    content: (
      <>
        <dl className={classes.terms}>
          {ROLES.map(([role, rights]) => (
            <div key={role} className={classes.term}>
              <dt>{role}</dt>
              <dd>{rights}</dd>
            </div>
          ))}
        </dl>
        <p>
          What you may not see is answered as though it did not exist. Whoever raised a ticket or
          follows it may read and answer it, whichever team has it.
        </p>
      </>
    ),
  },
];
