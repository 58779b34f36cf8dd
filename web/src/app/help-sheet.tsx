import { Group, Modal, Stack, Text } from "@mantine/core";
import { KeyCaps } from "@/app/key-caps";
import { SHORTCUTS } from "@/app/shortcuts";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

const IN_A_FORM = [
  { keys: "Ctrl k", does: "Link the text that is selected", isForAll: true },
  { keys: "Ctrl Enter", does: "Send or save what you typed", isForAll: true },
  { keys: "Esc", does: "Close what is open; leave an edit", isForAll: true },
];

export function HelpSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const user = useCurrentUser();
  const shown = [...SHORTCUTS, ...IN_A_FORM].filter(({ isForAll }) => isForAll || isStaff(user));
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title="Keyboard shortcuts"
      closeButtonProps={{ "aria-label": "Close" }}
      centered
    >
      <Stack gap="sm">
        {shown.map(({ keys, does }) => (
          <Group key={does} justify="space-between" wrap="nowrap">
            <Text size="sm">{does}</Text>
            <KeyCaps keys={keys} />
          </Group>
        ))}
      </Stack>
    </Modal>
  );
}
