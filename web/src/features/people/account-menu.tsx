import { ActionIcon, Menu } from "@mantine/core";
import { Ellipsis, MailPlus, Pencil, ShieldOff, Trash2, UserCheck, UserX } from "lucide-react";
import { useRef } from "react";
import type { User } from "@/shared/api/types";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { accountState } from "@/shared/ui/account-status";

export type AccountAction = "edit" | "invite-again" | "activation" | "reset-factor" | "delete";

interface AccountMenuProps {
  person: User;
  onAct: (action: AccountAction, person: User) => void;
}

/** What an admin can do with an account; nobody takes away their own rights. */
export function AccountMenu({ person, onAct }: AccountMenuProps) {
  const user = useCurrentUser();
  const button = useRef<HTMLButtonElement>(null);
  const isOwn = person.id === user.id;
  const act = (action: AccountAction) => {
    // The dialog gives the keyboard back to where it was when it opened.
    button.current?.focus();
    onAct(action, person);
  };
  return (
    <Menu position="bottom-end" shadow="md" width={230}>
      <Menu.Target>
        <ActionIcon
          ref={button}
          variant="subtle"
          color="gray"
          aria-label={`Actions for ${person.name}`}
        >
          <Ellipsis size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Pencil size={16} />} onClick={() => act("edit")}>
          Edit
        </Menu.Item>
        {accountState(person) === "invited" ? (
          <Menu.Item leftSection={<MailPlus size={16} />} onClick={() => act("invite-again")}>
            Send the invitation again
          </Menu.Item>
        ) : null}
        {isOwn ? null : (
          <>
            <Menu.Item leftSection={<ShieldOff size={16} />} onClick={() => act("reset-factor")}>
              Reset second factor
            </Menu.Item>
            <Menu.Item
              leftSection={person.isActive ? <UserX size={16} /> : <UserCheck size={16} />}
              onClick={() => act("activation")}
            >
              {person.isActive ? "Deactivate" : "Activate"}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item
              color="var(--sv-danger-text)"
              leftSection={<Trash2 size={16} />}
              onClick={() => act("delete")}
            >
              Delete
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
