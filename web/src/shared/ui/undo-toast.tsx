import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { focusAgain, focusPlace } from "@/shared/lib/focus-place";

interface Undoable {
  title: string;
  message?: string;
  onUndo: () => void;
  /** It is no longer shown, and was not taken back: for what is done only then. */
  onKept?: () => void;
}

const UNDO_MS = 12_000;

/** Says what was done, and takes it back for as long as it is shown; answers what ends that. */
export function showUndo({ title, message, onUndo, onKept }: Undoable): () => void {
  let isUndone = false;
  // Whoever takes it back goes on where they did it; the button is gone with the toast.
  const place = focusPlace();
  const id = notifications.show({
    color: "teal",
    title,
    autoClose: UNDO_MS,
    onClose: () => {
      if (!isUndone) onKept?.();
    },
    message: (
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <span>{message}</span>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            isUndone = true;
            notifications.hide(id);
            focusAgain(place, { preventScroll: true });
            onUndo();
          }}
        >
          Undo
        </Button>
      </Group>
    ),
  });
  return () => notifications.hide(id);
}
