import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import classes from "@/app/new-ticket-button.module.css";

/** On a phone only the plus is seen, and the words are still heard. */
export function NewTicketButton() {
  return (
    <Button
      className={classes.button}
      renderRoot={(props) => <Link to="/tickets/new" {...props} />}
    >
      <Plus size={17} aria-hidden="true" />
      <span className={classes.label}>New ticket</span>
    </Button>
  );
}
