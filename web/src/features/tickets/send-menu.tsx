import { Button, Menu } from "@mantine/core";
import { ChevronDown } from "lucide-react";
import type { Status, Ticket } from "@/shared/api/types";
import { STATUS_LABEL } from "@/shared/lib/labels";

/** What a ticket can become along with a comment; who calls it off says so by itself. */
export function nextStatuses({ status, allowedStatuses }: Ticket): Status[] {
  return allowedStatuses.filter((next) => next !== status && next !== "CANCELLED");
}

interface SendMenuProps {
  /** What is done with the text, as in "Send and set resolved". */
  verb: string;
  statuses: Status[];
  onSend: (status: Status) => void;
  color?: string;
}

/** Beside the button that sends: sends, and then changes the status. */
export function SendMenu({ verb, statuses, onSend, color }: SendMenuProps) {
  return (
    <Menu position="top-end" shadow="md" returnFocus>
      <Menu.Target>
        <Button px={9} color={color} aria-label="More ways to send">
          <ChevronDown size={16} aria-hidden="true" />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {statuses.map((status) => (
          <Menu.Item key={status} onClick={() => onSend(status)}>
            {verb} and set {STATUS_LABEL[status].toLowerCase()}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
