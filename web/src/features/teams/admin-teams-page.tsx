import { Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { Network, Plus } from "lucide-react";
import { useState } from "react";
import classes from "@/features/teams/admin-teams-page.module.css";
import { DeleteTeamDialog } from "@/features/teams/delete-team-dialog";
import { EditTeamDialog } from "@/features/teams/edit-team-dialog";
import { NewTeamDialog } from "@/features/teams/new-team-dialog";
import { type TeamAction, TeamTable } from "@/features/teams/team-table";
import type { Team } from "@/shared/api/types";
import { useTeams } from "@/shared/reference/use-teams";
import { ErrorState } from "@/shared/ui/error-state";
import { MessageState } from "@/shared/ui/message-state";

const ROWS = ["a", "b", "c", "d", "e"];

const DIALOGS = { edit: EditTeamDialog, delete: DeleteTeamDialog } satisfies Record<
  TeamAction,
  unknown
>;

/** Where admins make, change and delete teams. */
export function AdminTeamsPage() {
  useDocumentTitle("Teams · Seaversity");
  const teams = useTeams();
  const [isMaking, setMaking] = useState(false);
  const [acting, setActing] = useState<{ action: TeamAction; team: Team } | null>(null);
  const Dialog = acting && DIALOGS[acting.action];
  const make = (
    <Button leftSection={<Plus size={17} />} onClick={() => setMaking(true)}>
      New team
    </Button>
  );
  return (
    <>
      <Group justify="space-between" align="flex-end" mb="md" gap="sm">
        <div>
          <Title order={1} size="h2">
            Teams
          </Title>
          <Text c="dimmed" size="sm">
            Who looks after what, and who is in it
          </Text>
        </div>
        {make}
      </Group>
      <section className="sv-card" aria-label="Teams" aria-busy={teams.isPending}>
        {teams.isPending ? (
          <Stack gap="md" className={classes.skeleton}>
            <span className="sv-visually-hidden" role="status">
              Loading teams
            </span>
            {ROWS.map((row) => (
              <Skeleton key={row} height={32} />
            ))}
          </Stack>
        ) : teams.isError && !teams.data ? (
          <ErrorState
            error={teams.error}
            title="The teams could not be loaded"
            onRetry={() => void teams.refetch()}
          />
        ) : teams.data.length === 0 ? (
          <MessageState icon={<Network size={26} />} title="No teams yet" action={make}>
            Tickets go to a team, and its people work them off.
          </MessageState>
        ) : (
          <TeamTable teams={teams.data} onAct={(action, team) => setActing({ action, team })} />
        )}
      </section>
      {isMaking ? <NewTeamDialog onClose={() => setMaking(false)} /> : null}
      {acting && Dialog ? <Dialog team={acting.team} onClose={() => setActing(null)} /> : null}
    </>
  );
}
