import { Alert, Button, Group, Input, Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { titleProblem } from "@/features/tickets/title-problem";
import { useFollowUp } from "@/features/tickets/use-follow-up";
import { errorMessage } from "@/shared/api/error-message";
import type { Ticket } from "@/shared/api/types";
import { draft } from "@/shared/lib/draft";
import { isBlankHtml } from "@/shared/lib/is-blank-html";
import { itemTarget } from "@/shared/lib/item-words";
import { Dialog } from "@/shared/ui/dialog";
import { LazyRichTextEditor } from "@/shared/ui/lazy-rich-text-editor";

interface FollowUpDialogProps {
  ticket: Ticket;
  onClose: () => void;
}

/** A new ticket that takes up a closed one again. */
export function FollowUpDialog({ ticket, onClose }: FollowUpDialogProps) {
  const navigate = useNavigate();
  const { mutate, isPending, error } = useFollowUp(ticket);
  const draftKey = `follow-up:${ticket.id}`;
  const [title, setTitle] = useState(ticket.title);
  const [description, setDescription] = useState(() => draft.read<string>(draftKey) ?? "");
  const [isAsked, setAsked] = useState(false);
  const problem = isAsked ? titleProblem(title) : null;
  const isMissing = isAsked && isBlankHtml(description);

  const send = () => {
    setAsked(true);
    if (isPending || titleProblem(title) || isBlankHtml(description)) return;
    mutate(
      { title: title.trim(), description },
      {
        onSuccess: (created) => {
          draft.clear(draftKey);
          onClose();
          notifications.show({
            color: "teal",
            title: `${created.number} raised`,
            message: `It takes up ${ticket.number} again.`,
          });
          void navigate(itemTarget(created));
        },
      },
    );
  };

  return (
    <Dialog onClose={onClose} title={`Take up ${ticket.number} again`} size="lg" isKept>
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack gap="md">
          {error ? (
            <Alert color="red" variant="light" role="alert">
              Not sent, and what you typed is kept. {errorMessage(error)}
            </Alert>
          ) : null}
          <TextInput
            label="Title"
            withAsterisk
            data-autofocus
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            error={problem}
          />
          <Input.Wrapper
            label="What is the matter now?"
            labelElement="div"
            error={isMissing ? "Say what is still, or again, the matter" : undefined}
          >
            <LazyRichTextEditor
              label="What is the matter now?"
              value={description}
              onChange={(html) => {
                setDescription(html);
                if (isBlankHtml(html)) draft.clear(draftKey);
                else draft.write(draftKey, html);
              }}
              onSubmit={send}
              error={isMissing ? "empty" : undefined}
            />
          </Input.Wrapper>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose} disabled={isPending}>
              Cancel
            </Button>
            <Button type="submit" loading={isPending}>
              Raise ticket
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
