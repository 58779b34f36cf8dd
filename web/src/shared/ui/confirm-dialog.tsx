import { Button, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Dialog } from "@/shared/ui/dialog";
import { FormError } from "@/shared/ui/form-error";

interface ConfirmDialogProps {
  title: string;
  /** What will happen. */
  children: ReactNode;
  confirm: string;
  isDangerous?: boolean;
  /** Something is to be done first, like typing a name. */
  isWaiting?: boolean;
  isPending: boolean;
  error: unknown;
  fields?: readonly string[];
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something happens that cannot be taken back with a click. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  isDangerous = false,
  isWaiting = false,
  isPending,
  error,
  fields,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWaiting && !isPending) onConfirm();
        }}
      >
        <Stack gap="md">
          <FormError error={error} fields={fields} />
          <Text component="div" size="sm">
            {children}
          </Text>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose} disabled={isPending} data-autofocus>
              Cancel
            </Button>
            <Button
              type="submit"
              color={isDangerous ? "red.8" : undefined}
              loading={isPending}
              disabled={isWaiting}
            >
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
