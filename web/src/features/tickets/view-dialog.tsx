import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { History } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { Column } from "@/features/tickets/columns";
import { viewFilter } from "@/features/tickets/saved-view";
import type { TicketFilter } from "@/features/tickets/ticket-filter";
import { useKeepView } from "@/features/tickets/use-keep-view";
import { overtaking } from "@/shared/api/api-error";
import { fieldErrors } from "@/shared/api/field-errors";
import type { SavedView, Sharing } from "@/shared/api/types";
import { Dialog } from "@/shared/ui/dialog";
import { FormError } from "@/shared/ui/form-error";
import { SharingField } from "@/shared/ui/sharing-field";

const FIELDS = ["name", "sharing"] as const;

interface ViewDialogProps {
  /** What is renamed or shared anew; absent for a new one. */
  view?: SavedView;
  /** What a new one is to show. */
  shown?: { filter: TicketFilter; columns: readonly Column[] };
  onSaved?: (view: SavedView) => void;
  onClose: () => void;
}

/** Keeps a list under a name, or changes the name of one that is kept and who has it. */
export default function ViewDialog({ view, shown, onSaved, onClose }: ViewDialogProps) {
  const [name, setName] = useState(view?.name ?? "");
  const [sharing, setSharing] = useState<Sharing>(view?.sharing ?? { with: "NOBODY" });
  const [hasColumns, setHasColumns] = useState(true);
  const [over, setOver] = useState(view);
  const [isOvertaken, setOvertaken] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const { make, change } = useKeepView();
  const isPending = make.isPending || change.isPending;
  const error = make.error ?? change.error;
  const { fields } = fieldErrors(error, FIELDS);

  const outcome = {
    onSuccess: (saved: SavedView) => {
      onClose();
      notifications.show({
        color: "teal",
        title: `The view “${saved.name}” is saved`,
        message: "",
      });
      onSaved?.(saved);
    },
    onError: (failure: unknown) => {
      const now = overtaking<SavedView>(failure);
      if (!now) return;
      setOver(now);
      setOvertaken(true);
    },
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    if (!name.trim()) return setProblem("Give it a name");
    if (over) change.mutate({ view: over, patch: { name: name.trim(), sharing } }, outcome);
    else if (shown) {
      const { filter, columns } = shown;
      make.mutate(
        {
          name: name.trim(),
          itemType: filter.type,
          filter: viewFilter(filter),
          columns: hasColumns ? [...columns] : [],
          sharing,
        },
        outcome,
      );
    }
  };

  return (
    <Dialog title={view ? "Name and sharing" : "Save this view"} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {isOvertaken ? (
            <Alert
              color="yellow"
              variant="light"
              icon={<History size={18} />}
              title="Someone changed this meanwhile"
              role="alert"
            >
              It is called “{over?.name}” now. Save puts yours over theirs.
            </Alert>
          ) : null}
          <FormError error={overtaking(error) ? null : error} fields={FIELDS} />
          <TextInput
            label="Name"
            data-autofocus
            maxLength={80}
            value={name}
            onChange={(event) => {
              setName(event.currentTarget.value);
              setProblem(undefined);
            }}
            error={problem ?? fields.name}
          />
          <SharingField value={sharing} onChange={setSharing} error={fields.sharing} />
          {view ? null : (
            <>
              <Checkbox
                label="Keep the columns as they are now"
                checked={hasColumns}
                onChange={(event) => setHasColumns(event.currentTarget.checked)}
              />
              <Text size="xs" c="dimmed">
                Days such as “today” and lists such as “my team” are those of whoever opens it.
              </Text>
            </>
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose} disabled={isPending}>
              Cancel
            </Button>
            <Button type="submit" loading={isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
