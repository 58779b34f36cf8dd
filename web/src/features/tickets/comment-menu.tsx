import { ActionIcon, Menu } from "@mantine/core";
import { Ellipsis, Pencil, Quote, Split, Trash2 } from "lucide-react";

interface CommentMenuProps {
  author: string;
  /** What is not given is not offered. */
  onQuote?: () => void;
  onEdit?: () => void;
  onSplit?: () => void;
  onRemove?: () => void;
}

export function CommentMenu({ author, onQuote, onEdit, onSplit, onRemove }: CommentMenuProps) {
  if (!onQuote && !onEdit && !onSplit && !onRemove) return null;
  return (
    // What is chosen takes the keyboard itself.
    <Menu position="bottom-end" shadow="md" width={200}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={`More of the comment by ${author}`}
        >
          <Ellipsis size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {onQuote ? (
          <Menu.Item leftSection={<Quote size={15} />} onClick={onQuote}>
            Quote in a reply
          </Menu.Item>
        ) : null}
        {onEdit ? (
          <Menu.Item leftSection={<Pencil size={15} />} onClick={onEdit}>
            Edit
          </Menu.Item>
        ) : null}
        {onSplit ? (
          <Menu.Item leftSection={<Split size={15} />} onClick={onSplit}>
            Make it a ticket…
          </Menu.Item>
        ) : null}
        {onRemove ? (
          <Menu.Item
            leftSection={<Trash2 size={15} />}
            c="var(--sv-danger-text)"
            onClick={onRemove}
          >
            Remove…
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
