import { Button, CloseButton } from "@mantine/core";
import { dayLabel, dueLabel } from "@/features/tickets/due-filter";
import classes from "@/features/tickets/filter-chips.module.css";
import {
  NOBODY,
  SIEVE_KEYS,
  type Sieve,
  sieveCount,
  type TicketFilter,
} from "@/features/tickets/ticket-filter";
import type { Priority } from "@/shared/api/types";
import { PRIORITY_LABEL } from "@/shared/lib/labels";
import { eitherOf, split } from "@/shared/lib/several";
import { useCategories } from "@/shared/reference/use-categories";
import { useIsDeactivated } from "@/shared/reference/use-deactivated";
import { usePersonName } from "@/shared/reference/use-person-name";
import { useTeam } from "@/shared/reference/use-teams";

interface FilterChipsProps {
  filter: TicketFilter;
  /** What is told already, by a quick filter that is pressed. */
  without: readonly string[];
  onChange: (change: Partial<Sieve>) => void;
  onClear: () => void;
}

/** What the list leaves out, each to be taken off. */
export function FilterChips({ filter, without, onChange, onClear }: FilterChipsProps) {
  const { priority, assignee, tag, due, from, to } = filter;
  const categories = useCategories();
  const categoryName = (id: string) => categories.data?.find((each) => each.id === id)?.name ?? "…";
  const team = useTeam(filter.team);
  const person = usePersonName(assignee === NOBODY ? undefined : assignee);
  const isDeactivated = useIsDeactivated(assignee === NOBODY ? undefined : assignee);
  const labels: Record<keyof Sieve, string | undefined> = {
    priority: `Priority: ${eitherOf(split<Priority>(priority).map((each) => PRIORITY_LABEL[each].toLowerCase()))}`,
    category: `Category: ${eitherOf(split(filter.category).map(categoryName))}`,
    team: `Team: ${team?.name ?? "…"}`,
    assignee:
      assignee === NOBODY
        ? "Unassigned"
        : `Assignee: ${person ?? "…"}${isDeactivated ? " (deactivated)" : ""}`,
    tag: `Tag: ${tag}`,
    due: due && dueLabel(due),
    from: from && `Created from ${dayLabel(from)}`,
    to: to && `Created until ${dayLabel(to)}`,
  };
  const count = sieveCount(filter);
  const shown = SIEVE_KEYS.filter((key) => filter[key] !== undefined && !without.includes(key));
  if (shown.length === 0) return null;

  return (
    <ul className={classes.chips} aria-label="Filters in use">
      {shown.map((key) => (
        <li key={key} className={classes.chip}>
          <span className={classes.text}>{labels[key]}</span>
          <CloseButton
            size="sm"
            radius="xl"
            c="inherit"
            aria-label={`Take off: ${labels[key]}`}
            onClick={() => onChange({ [key]: undefined })}
          />
        </li>
      ))}
      {count > 1 ? (
        <li>
          <Button variant="subtle" size="compact-sm" onClick={onClear}>
            Clear all
          </Button>
        </li>
      ) : null}
    </ul>
  );
}
