import { ActionIcon, Menu } from "@mantine/core";
import { Bell, BellOff, Ellipsis, GitMerge, Link2, Reply, RotateCcw, Trash2 } from "lucide-react";
import { copyLink } from "@/features/tickets/copy-link";
import { useMuteWithUndo } from "@/features/tickets/use-mute";
import { useDeleteTicket, useRestoreTicket } from "@/features/tickets/use-remove-ticket";
import type { Ticket } from "@/shared/api/types";
import { ITEM_WORDS } from "@/shared/lib/item-words";
import { showFailure } from "@/shared/ui/failure-toast";
import { showUndo } from "@/shared/ui/undo-toast";

interface TicketMenuProps {
  ticketRef: string;
  ticket: Ticket;
  isMuted: boolean;
  onMerge: () => void;
  onFollowUp: () => void;
}

/** What is done to a ticket seldom. */
export function TicketMenu({ ticketRef, ticket, isMuted, onMerge, onFollowUp }: TicketMenuProps) {
  const { one } = ITEM_WORDS[ticket.type];
  const { mutate: remove } = useDeleteTicket();
  const { mutate: restore } = useRestoreTicket();
  const onMute = useMuteWithUndo(ticketRef, ticket);

  const putBack = () => restore(ticket, { onError: (error) => showFailure("Not restored", error) });
  const onDelete = () =>
    remove(ticket, {
      onSuccess: () =>
        showUndo({
          title: `${ticket.number} deleted`,
          message: "It can be restored for thirty days.",
          onUndo: putBack,
        }),
      onError: (error) => showFailure("Not deleted", error),
    });

  return (
    <Menu position="bottom-end" shadow="md" width={230} returnFocus>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={`More of this ${one}`}>
          <Ellipsis size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Link2 size={16} />} onClick={() => void copyLink()}>
          Copy the link
        </Menu.Item>
        <Menu.Item
          leftSection={isMuted ? <Bell size={16} /> : <BellOff size={16} />}
          onClick={() => onMute(!isMuted)}
        >
          {isMuted ? "Unmute" : `Mute this ${one}`}
        </Menu.Item>
        {ticket.canFollowUp ? (
          <Menu.Item leftSection={<Reply size={16} />} onClick={onFollowUp}>
            Take it up again
          </Menu.Item>
        ) : null}
        {ticket.canEdit ? (
          <Menu.Item leftSection={<GitMerge size={16} />} onClick={onMerge}>
            Merge into another…
          </Menu.Item>
        ) : null}
        {ticket.canDelete ? (
          <>
            <Menu.Divider />
            {ticket.deletedAt ? (
              <Menu.Item leftSection={<RotateCcw size={16} />} onClick={putBack}>
                Restore
              </Menu.Item>
            ) : (
              <Menu.Item
                leftSection={<Trash2 size={16} />}
                c="var(--sv-danger-text)"
                onClick={onDelete}
              >
                Delete
              </Menu.Item>
            )}
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
