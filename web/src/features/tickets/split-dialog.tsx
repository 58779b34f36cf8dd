import { Alert, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { titleProblem } from "@/features/tickets/title-problem";
import { useSplitComment } from "@/features/tickets/use-split-comment";
import { errorMessage } from "@/shared/api/error-message";
import type { Comment } from "@/shared/api/types";
import { itemTarget } from "@/shared/lib/item-words";
import { Dialog } from "@/shared/ui/dialog";

interface SplitDialogProps {
  ticketRef: string;
  comment: Comment;
  onClose: () => void;
}

export function SplitDialog({ ticketRef, comment, onClose }: SplitDialogProps) {
  const navigate = useNavigate();
  const { mutate, isPending, error } = useSplitComment(ticketRef, comment);
  const [title, setTitle] = useState("");
  const [isAsked, setAsked] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isPending || titleProblem(title)) return;
    mutate(title.trim(), {
      onSuccess: (ticket) => {
        onClose();
        notifications.show({
          color: "teal",
          title: `${ticket.number} raised`,
          message: `It came out of ${ticketRef}, and the two are linked.`,
        });
        void navigate(itemTarget(ticket));
      },
    });
  };

  return (
    <Dialog onClose={onClose} title="Make it a ticket" size="lg" isKept>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {error ? (
            <Alert color="red" variant="light" role="alert">
              No ticket was made. {errorMessage(error)}
            </Alert>
          ) : null}
          <Text size="sm">
            What {comment.author.name} wrote becomes a ticket of its own, raised in their name and
            linked to this one. The comment stays here too.
          </Text>
          <TextInput
            label="Title of the new ticket"
            withAsterisk
            data-autofocus
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            error={isAsked ? titleProblem(title) : undefined}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose} disabled={isPending}>
              Cancel
            </Button>
            <Button type="submit" loading={isPending}>
              Make the ticket
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
