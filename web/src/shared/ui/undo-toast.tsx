import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";

interface Undoable {
  title: string;
  message?: string;
  onUndo: () => void;
}

const UNDO_MS = 12_000;

/** Says what was done, and takes it back for as long as it is shown. */
export function showUndo({ title, message, onUndo }: Undoable) {
  const id = notifications.show({
    color: "teal",
    title,
    autoClose: UNDO_MS,
    message: (
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <span>{message}</span>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            onUndo();
          }}
        >
          Undo
        </Button>
      </Group>
    ),
  });
}
