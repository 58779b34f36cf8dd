import { Checkbox } from "@mantine/core";
import { useRef } from "react";
import classes from "@/features/tickets/select-box.module.css";
import type { Selection } from "@/features/tickets/use-selection";
import type { TicketSummary } from "@/shared/api/types";

interface SelectBoxProps {
  ticket: TicketSummary;
  selection: Selection;
}

/** With Shift, everything since the last one. */
export function SelectBox({ ticket, selection }: SelectBoxProps) {
  // A change event does not say which keys are held.
  const isRange = useRef(false);
  return (
    <Checkbox
      size="xs"
      classNames={{ input: classes.box }}
      aria-label={`Select ${ticket.number}`}
      checked={selection.has(ticket.id)}
      onClick={(event) => {
        isRange.current = event.shiftKey;
      }}
      onChange={() => selection.toggle(ticket.id, isRange.current)}
    />
  );
}
