import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import classes from "@/features/tickets/bulk-bar.module.css";
import { BulkFailures } from "@/features/tickets/bulk-failures";
import type { Run } from "@/features/tickets/bulk-run";
import { errorMessage } from "@/shared/api/error-message";
import type { ItemType, TicketSummary } from "@/shared/api/types";
import { countOf } from "@/shared/lib/item-words";
import { Dialog } from "@/shared/ui/dialog";
import { ItemLink } from "@/shared/ui/item-link";

interface BulkResultsProps {
  type: ItemType;
  tickets: TicketSummary[];
  run: Run;
  onClose: () => void;
}

/** Which of many could not be changed and why, and of which it is not known. */
export function BulkResults({ type, tickets, run, onClose }: BulkResultsProps) {
  const { outcomes, error, unknown, untried } = run;
  const { done, failed } = outcomes;
  const title = error
    ? "Not everything was changed"
    : `${countOf(failed, type)} could not be changed`;
  return (
    <Dialog onClose={onClose} size="lg" title={title}>
      <Stack gap="sm">
        {error ? (
          <Alert color="red" variant="light" icon={<CircleAlert size={18} />} role="alert">
            {errorMessage(error)}
          </Alert>
        ) : null}
        {done > 0 ? (
          <Text size="sm">
            {countOf(done, type)} {done === 1 ? "is" : "are"} changed.
          </Text>
        ) : null}
        {unknown.length > 0 ? (
          <div>
            <Text size="sm">
              Whether {countOf(unknown.length, type)} {unknown.length === 1 ? "is" : "are"} changed
              is not known, since no good answer came. The list is read again, and shows it:
            </Text>
            <Numbers of={tickets.filter(({ id }) => unknown.includes(id))} />
          </div>
        ) : null}
        {untried.length > 0 ? (
          <Text size="sm">
            {countOf(untried.length, type)} {untried.length === 1 ? "was" : "were"} not sent, and{" "}
            {untried.length === 1 ? "is as it was." : "are as they were."}
          </Text>
        ) : null}
        {failed > 0 ? (
          <div>
            <Text size="sm" c="dimmed" mb="xs">
              {error || done > 0
                ? `${countOf(failed, type)} could not be changed, and ${failed === 1 ? "is as it was:" : "are as they were:"}`
                : failed === 1
                  ? "It is as it was:"
                  : "They are as they were:"}
            </Text>
            <BulkFailures tickets={tickets} outcomes={outcomes} />
          </div>
        ) : null}
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm" c="dimmed">
            What is not changed stays selected.
          </Text>
          <Button onClick={onClose}>Close</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Numbers({ of: tickets }: { of: TicketSummary[] }) {
  return (
    <ul className={classes.numbers}>
      {tickets.map((ticket) => (
        <li key={ticket.id}>
          <ItemLink item={ticket} />
        </li>
      ))}
    </ul>
  );
}
