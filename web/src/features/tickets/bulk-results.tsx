import { Button, Group, Text } from "@mantine/core";
import classes from "@/features/tickets/bulk-bar.module.css";
import type { ItemType, Outcomes, TicketSummary } from "@/shared/api/types";
import { countOf } from "@/shared/lib/item-words";
import { Dialog } from "@/shared/ui/dialog";
import { ItemLink } from "@/shared/ui/item-link";

interface BulkResultsProps {
  type: ItemType;
  tickets: TicketSummary[];
  outcomes: Outcomes;
  onClose: () => void;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Which of many could not be changed, and why. */
export function BulkResults({ type, tickets, outcomes, onClose }: BulkResultsProps) {
  const byId = new Map(tickets.map((ticket) => [ticket.id as string, ticket]));
  const failed = outcomes.items.filter(({ problem }) => problem);
  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={`${countOf(outcomes.failed, type)} could not be changed`}
    >
      <Text size="sm" c="dimmed" mb="sm">
        {outcomes.done > 0
          ? `${countOf(outcomes.done, type)} changed. The others are as they were, and stay selected:`
          : "They are as they were, and stay selected:"}
      </Text>
      <ul className={classes.results}>
        {failed.map(({ id, problem }) => {
          const ticket = byId.get(id);
          const rules = problem?.errors?.map(({ rule }) => rule).join("; ");
          return (
            <li key={id}>
              {ticket ? (
                <>
                  <span className={classes.number}>
                    <ItemLink item={ticket} />
                  </span>
                  <span dir="auto">{ticket.title}</span>
                </>
              ) : null}
              <span className={classes.reason}>
                {sentence(rules || problem?.detail || problem?.title || "")}
              </span>
            </li>
          );
        })}
      </ul>
      <Group justify="flex-end" mt="md">
        <Button onClick={onClose}>Close</Button>
      </Group>
    </Dialog>
  );
}
