import { Button } from "@mantine/core";
import { Zap } from "lucide-react";
import classes from "@/features/tickets/macro-chips.module.css";
import type { PendingMacro } from "@/features/tickets/reply-draft";
import type { Ticket } from "@/shared/api/types";
import { STATUS_LABEL } from "@/shared/lib/labels";
import { actionWords, effectiveActions, isStatusRefused } from "@/shared/lib/macro-actions";
import { useActionNames } from "@/shared/reference/use-action-names";
import { useCurrentUser } from "@/shared/session/use-current-user";

interface MacroChipsProps {
  macro: PendingMacro;
  ticket: Ticket;
  onCancel: () => void;
}

/** What will be done with the ticket when the reply is sent. */
export default function MacroChips({ macro, ticket, onCancel }: MacroChipsProps) {
  const user = useCurrentUser();
  const { actions } = macro;
  const names = useActionNames(actions);
  const changes = actionWords(effectiveActions(actions, ticket, user.id), names);
  const isRefused = isStatusRefused(actions, ticket);
  return (
    <section className={classes.bar} aria-label={`What “${macro.name}” does besides`}>
      <span className={classes.name}>
        <Zap size={14} aria-hidden="true" />
        {macro.name}
      </span>
      {changes.length > 0 ? (
        <ul className={classes.chips} style={{ listStyle: "none" }}>
          {changes.map(({ key, words }) => (
            <li
              key={key}
              className={classes.chip}
              data-refused={(key === "status" && isRefused) || undefined}
            >
              {words}
            </li>
          ))}
        </ul>
      ) : (
        <span>changes nothing that is not so already</span>
      )}
      <Button variant="subtle" size="compact-xs" className={classes.cancel} onClick={onCancel}>
        Send the words alone
      </Button>
      {isRefused && actions.status ? (
        <span className={classes.why} role="status">
          {STATUS_LABEL[actions.status]} cannot follow {STATUS_LABEL[ticket.status]} here, so this
          macro would be refused. Change the status first, or send the words alone.
        </span>
      ) : null}
    </section>
  );
}
