import { Button, Group, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { UserPlus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { type AccountAction, AccountMenu } from "@/features/people/account-menu";
import { ActivationDialog } from "@/features/people/activation-dialog";
import { DeleteAccountDialog } from "@/features/people/delete-account-dialog";
import { EditAccountDialog } from "@/features/people/edit-account-dialog";
import { InviteAgainDialog } from "@/features/people/invite-again-dialog";
import { InviteDialog } from "@/features/people/invite-dialog";
import type { PeopleFilter } from "@/features/people/people-filter";
import { PeopleList } from "@/features/people/people-list";
import { ResetFactorDialog } from "@/features/people/reset-factor-dialog";
import type { User } from "@/shared/api/types";

const DIALOGS = {
  edit: EditAccountDialog,
  "invite-again": InviteAgainDialog,
  activation: ActivationDialog,
  "reset-factor": ResetFactorDialog,
  delete: DeleteAccountDialog,
} satisfies Record<AccountAction, unknown>;

interface AdminUsersPageProps {
  filter: PeopleFilter;
  /** The dialog in which a person's open work is given to others. */
  reassign: (person: User, onClose: () => void) => ReactNode;
}

export function AdminUsersPage({ filter, reassign }: AdminUsersPageProps) {
  useDocumentTitle("Users · Seaversity");
  const navigate = useNavigate();
  const [isInviting, setInviting] = useState(false);
  const [acting, setActing] = useState<{ action: AccountAction; person: User } | null>(null);
  const [reassigning, setReassigning] = useState<User | null>(null);
  const Dialog = acting && DIALOGS[acting.action];
  return (
    <>
      <Group justify="space-between" align="flex-end" mb="md" gap="sm">
        <div>
          <Title order={1} size="h2">
            Users
          </Title>
          <Text c="dimmed" size="sm">
            Who can sign in, and what they may do
          </Text>
        </div>
        <Button leftSection={<UserPlus size={17} />} onClick={() => setInviting(true)}>
          Invite a person
        </Button>
      </Group>
      <PeopleList
        filter={filter}
        onFilter={(search) => void navigate({ to: "/admin/users", search, replace: true })}
        actions={(person) => (
          <AccountMenu person={person} onAct={(action) => setActing({ action, person })} />
        )}
      />
      {isInviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
      {reassigning ? (
        reassign(reassigning, () => setReassigning(null))
      ) : acting && Dialog ? (
        // Whoever reassigns on the way comes back to it.
        <Dialog
          person={acting.person}
          onClose={() => setActing(null)}
          onReassign={setReassigning}
        />
      ) : null}
    </>
  );
}
