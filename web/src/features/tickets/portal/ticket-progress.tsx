import { Button } from "@mantine/core";
import { Check } from "lucide-react";
import { statusHint } from "@/features/tickets/portal/portal-words";
import classes from "@/features/tickets/portal/ticket-progress.module.css";
import { useUpdateTicket } from "@/features/tickets/use-update-ticket";
import type { Status, Ticket } from "@/shared/api/types";

const STEPS = ["Received", "In progress", "Solved", "Closed"] as const;

const REACHED: Record<Status, number> = {
  OPEN: 0,
  IN_PROGRESS: 1,
  ON_HOLD: 1,
  RESOLVED: 2,
  CLOSED: 3,
  CANCELLED: 3,
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
  const reached = REACHED[status];
  const isAsked = status === "RESOLVED" && ticket.allowedStatuses.includes("CLOSED");
  return (
    <section className={`sv-card ${classes.progress}`} aria-label="Progress">
      <ol className={classes.steps}>
        {STEPS.map((step, at) => (
          <li
            key={step}
            className={classes.step}
            data-state={at < reached ? "done" : at === reached ? "current" : "ahead"}
            aria-current={at === reached ? "step" : undefined}
          >
            <span className={classes.mark} aria-hidden="true">
              {at < reached || (at === reached && reached === 3) ? <Check size={13} /> : null}
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
