import { Alert, Button, Group, Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import classes from "@/features/tickets/merge-dialog.module.css";
import { useMergeTicket } from "@/features/tickets/use-merge-ticket";
import { useTicket } from "@/features/tickets/use-ticket";
import { hasStatus } from "@/shared/api/api-error";
import { errorMessage } from "@/shared/api/error-message";
import { fieldErrors } from "@/shared/api/field-errors";
import type { Ticket } from "@/shared/api/types";
import { ITEM_WORDS, itemTarget, typedNumber, typeOfNumber } from "@/shared/lib/item-words";
import { Dialog } from "@/shared/ui/dialog";
import { StatusBadge } from "@/shared/ui/status-badge";

interface MergeDialogProps {
  ticket: Ticket;
  onClose: () => void;
}

export function MergeDialog({ ticket, onClose }: MergeDialogProps) {
  const navigate = useNavigate();
  const { mutate, isPending, error } = useMergeTicket(ticket);
  const { one } = ITEM_WORDS[ticket.type];
  const example = ticket.type === "TASK" ? "TASK-42" : "T-42";
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const number = typedNumber(typed, ticket.type);
  const isOwn = number === ticket.number;
  const isOtherKind = number !== null && typeOfNumber(number) !== ticket.type;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!number || isOwn || isOtherKind) {
      setProblem(
        isOwn
          ? `Choose another ${one} than this`
          : `Type the number of a ${one}, such as ${example}`,
      );
      return;
    }
    if (isPending) return;
    mutate(number, {
      onSuccess: (target) => {
        onClose();
        notifications.show({
          color: "teal",
          title: `${ticket.number} is merged into ${target.number}`,
          message: "Its comments are moving over.",
        });
        void navigate(itemTarget(target));
      },
      onError: (failure) => setProblem(fieldErrors(failure, ["into"]).fields.into ?? null),
    });
  };

  return (
    <Dialog onClose={onClose} title={`Merge ${ticket.number} into another ${one}`} size="lg" isKept>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {error && !problem ? (
            <Alert color="red" variant="light" role="alert">
              Not merged. {errorMessage(error)}
            </Alert>
          ) : null}
          <TextInput
            label={`The ${one} that goes on`}
            placeholder={example}
            data-autofocus
            autoComplete="off"
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setProblem(null);
            }}
            error={problem}
          />
          {number && !isOwn && !isOtherKind ? <Target ticket={ticket} number={number} /> : null}
          <ul className={classes.happens}>
            <li>Its comments, followers and tags go over, and so does who raised it.</li>
            <li>{ticket.number} is closed and says where it goes on.</li>
            <li>
              <strong>This cannot be undone.</strong>
            </li>
          </ul>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose} disabled={isPending}>
              Cancel
            </Button>
            <Button type="submit" loading={isPending}>
              {number && !isOwn && !isOtherKind ? `Merge into ${number}` : "Merge"}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** What the number stands for, so that nobody merges into the wrong one. */
function Target({ ticket, number }: { ticket: Ticket; number: string }) {
  const { data, error, isPending } = useTicket(ticket.type, number);
  const { One } = ITEM_WORDS[ticket.type];
  return (
    <div className={classes.target} role="status">
      <span className={classes.number}>{number}</span>
      {data ? (
        <>
          <span dir="auto">{data.ticket.title}</span> <StatusBadge status={data.ticket.status} />
        </>
      ) : hasStatus(error, 404) ? (
        `${One} not found, or not for you to see.`
      ) : isPending ? (
        "Looking it up…"
      ) : (
        errorMessage(error)
      )}
    </div>
  );
}
