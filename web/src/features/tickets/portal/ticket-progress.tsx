import { Button } from "@mantine/core";
import { Check } from "lucide-react";
import { statusHint } from "@/features/tickets/portal/portal-words";
import classes from "@/features/tickets/portal/ticket-progress.module.css";
import { useUpdateTicket } from "@/features/tickets/use-update-ticket";
import type { Status, Ticket } from "@/shared/api/types";

const STEPS = ["Received", "In progress", "Solved", "Closed"] as const;
// It may have been closed at any time, and whether it was worked on before is not known here.
const STEPS_OF_CLOSED = ["Received", "Closed"] as const;

const REACHED: Record<Exclude<Status, "CANCELLED">, (typeof STEPS)[number]> = {
  OPEN: "Received",
  IN_PROGRESS: "In progress",
  ON_HOLD: "In progress",
  RESOLVED: "Solved",
  CLOSED: "Closed",
};

interface TicketProgressProps {
  ticketRef: string;
  ticket: Ticket;
  /** Takes the reader to where a reply is written. */
  onReply: () => void;
}

/** How far a ticket is, for whoever raised it, and what they are asked. */
export function TicketProgress({ ticketRef, ticket, onReply }: TicketProgressProps) {
  const { update, isPending } = useUpdateTicket(ticketRef);
  const { status } = ticket;
  if (status === "CANCELLED" || ticket.mergedInto) return null;
  const steps: readonly (typeof STEPS)[number][] = status === "CLOSED" ? STEPS_OF_CLOSED : STEPS;
  const reached = steps.indexOf(REACHED[status]);
  const isAsked = status === "RESOLVED" && ticket.allowedStatuses.includes("CLOSED");
  return (
    <section className={`sv-card ${classes.progress}`} aria-label="Progress">
      <ol className={classes.steps}>
        {steps.map((step, at) => (
          <li
            key={step}
            className={classes.step}
            data-state={at < reached ? "done" : at === reached ? "current" : "ahead"}
            aria-current={at === reached ? "step" : undefined}
          >
            <span className={classes.mark} aria-hidden="true">
              {at < reached || status === "CLOSED" ? <Check size={13} /> : null}
            </span>
            {step === "In progress" && status === "ON_HOLD" ? "On hold" : step}
          </li>
        ))}
      </ol>
      {status === "CLOSED" ? null : (
        <div className={classes.line}>
          <span>{isAsked ? "Does it work now?" : `${statusHint(ticket)}.`}</span>
          {isAsked ? (
            <span className={classes.answers}>
              <Button
                size="xs"
                disabled={isPending}
                onClick={() => update(ticket, { status: "CLOSED" })}
              >
                Yes, it works
              </Button>
              {ticket.canComment ? (
                <Button size="xs" variant="default" onClick={onReply}>
                  No, write a reply
                </Button>
              ) : null}
            </span>
          ) : null}
        </div>
      )}
    </section>
  );
}
