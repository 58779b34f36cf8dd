import classes from "@/features/tickets/quick-filter-bar.module.css";
import { isInUse, quickFilters, toggled } from "@/features/tickets/quick-filters";
import type { TicketFilter } from "@/features/tickets/ticket-filter";
import { useCurrentUser } from "@/shared/session/use-current-user";

interface QuickFilterBarProps {
  filter: TicketFilter;
  onChange: (filter: TicketFilter) => void;
}

export function QuickFilterBar({ filter, onChange }: QuickFilterBarProps) {
  const offered = quickFilters(filter, useCurrentUser());
  if (offered.length === 0) return null;
  return (
    <ul className={classes.bar} aria-label="Quick filters">
      {offered.map((quick) => (
        <li key={quick.label}>
          <button
            type="button"
            className={classes.chip}
            aria-pressed={isInUse(quick, filter)}
            onClick={() => onChange(toggled(quick, filter))}
          >
            {quick.label}
          </button>
        </li>
      ))}
    </ul>
  );
}
