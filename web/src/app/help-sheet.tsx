import { Group, Kbd, Modal, Stack, Text } from "@mantine/core";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

const SHORTCUTS = [
  { keys: ["c"], does: "New ticket", isForAll: true },
  { keys: ["g", "m"], does: "My tickets", isForAll: true },
  { keys: ["g", "t"], does: "My team", isForAll: false },
  { keys: ["g", "a"], does: "All tickets", isForAll: false },
  { keys: ["Ctrl", "Enter"], does: "Send the reply, or the new ticket", isForAll: true },
  { keys: ["?"], does: "This sheet", isForAll: true },
];

export function HelpSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const user = useCurrentUser();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title="Keyboard shortcuts"
      closeButtonProps={{ "aria-label": "Close" }}
      centered
    >
      <Stack gap="sm">
        {SHORTCUTS.filter(({ isForAll }) => isForAll || isStaff(user)).map(({ keys, does }) => (
          <Group key={does} justify="space-between" wrap="nowrap">
            <Text size="sm">{does}</Text>
            <Group gap={6} wrap="nowrap">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </Group>
          </Group>
        ))}
      </Stack>
    </Modal>
  );
}
