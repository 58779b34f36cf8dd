import { Button, Title } from "@mantine/core";
import { Pencil } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { EditTicketForm } from "@/features/tickets/edit-ticket-form";
import { keptEdit } from "@/features/tickets/kept-edit";
import classes from "@/features/tickets/ticket-heading.module.css";
import type { Ticket } from "@/shared/api/types";

interface TicketHeadingProps {
  /** The heading's id, for what it names. */
  id: string;
  /** Of which order the heading is: the page's own, or below that. */
  order?: 1 | 2;
  ticketRef: string;
  ticket: Ticket;
  /** What else can be done, beside the title. */
  menu?: ReactNode;
}

/** The title, and in its place the form that changes it and the description. */
export function TicketHeading({ id, order = 1, ticketRef, ticket, menu }: TicketHeadingProps) {
  const [isEditing, setEditing] = useState(
    () => ticket.canEdit && keptEdit.read(ticket.id) !== null,
  );
  const button = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(isEditing);

  useEffect(() => {
    if (wasEditing.current && !isEditing) button.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);

  return (
    <>
      <div className={classes.line}>
        <Title
          order={order}
          size="h2"
          id={id}
          className={isEditing ? "sv-visually-hidden" : classes.title}
          dir="auto"
        >
          {ticket.title}
        </Title>
        {ticket.canEdit && !isEditing ? (
          <Button
            ref={button}
            variant="default"
            size="xs"
            className={classes.edit}
            leftSection={<Pencil size={14} aria-hidden="true" />}
            onClick={() => setEditing(true)}
          >
            Edit
          </Button>
        ) : null}
        {isEditing ? null : menu}
      </div>
      {isEditing ? (
        <EditTicketForm ticketRef={ticketRef} ticket={ticket} onClose={() => setEditing(false)} />
      ) : null}
    </>
  );
}
