import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { ItemName, Ticket } from "@/shared/api/types";

const SHOWN_MS = 12_000;

/** Says that a reply began a new ticket, which is a click away for whoever has left the page meanwhile. */
export function showFollowUp(ticket: Ticket, followUp: ItemName, onOpen: () => void) {
  const state = ticket.status === "CLOSED" ? "is closed" : "was resolved some time ago";
  const id = notifications.show({
    color: "teal",
    title: `${followUp.number} raised`,
    autoClose: SHOWN_MS,
    message: (
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <span>
          {ticket.number} {state}, so your reply begins a new ticket, which refers to it.
        </span>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            onOpen();
          }}
        >
          Open
        </Button>
      </Group>
    ),
  });
}
