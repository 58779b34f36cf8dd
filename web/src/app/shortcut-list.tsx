import { Group, Stack, Text } from "@mantine/core";
import { KeyCaps } from "@/app/key-caps";
import { SHORTCUTS } from "@/app/shortcuts";
import { ITEM_KEYS } from "@/features/tickets/open-item";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

/** Lists of tickets to go through are the staff's. */
const IN_A_LIST = [
  { keys: "j", does: "The next of a list", isForAll: false },
  { keys: "k", does: "The one before", isForAll: false },
  { keys: "x", does: "Select it, or no more", isForAll: false },
];

const ON_A_TICKET = [
  { keys: ITEM_KEYS.reply, does: "Reply to a ticket", isForAll: true },
  { keys: ITEM_KEYS.note, does: "Write an internal note", isForAll: false },
  { keys: ITEM_KEYS.assign, does: "Assign it to me", isForAll: false },
  { keys: ITEM_KEYS.status, does: "Change its status", isForAll: false },
];

const IN_A_FORM = [
  { keys: "Ctrl k", does: "Link the text that is selected", isForAll: true },
  { keys: "Ctrl m", does: "Choose a macro for the reply", isForAll: false },
  { keys: "Ctrl Enter", does: "Send or save what you typed", isForAll: true },
  { keys: "Esc", does: "Close what is open; leave an edit", isForAll: true },
];

/** What the keyboard does for this person. */
export function ShortcutList() {
  const user = useCurrentUser();
  const shown = [...SHORTCUTS, ...IN_A_LIST, ...ON_A_TICKET, ...IN_A_FORM].filter(
    ({ isForAll }) => isForAll || isStaff(user),
  );
  return (
    <Stack gap="sm">
      {shown.map(({ keys, does }) => (
        <Group key={does} justify="space-between" wrap="nowrap">
          <Text size="sm">{does}</Text>
          <KeyCaps keys={keys} />
        </Group>
      ))}
    </Stack>
  );
}
