import { Button, Skeleton, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { Pencil, SearchX } from "lucide-react";
import { type CSSProperties, type ReactNode, useState } from "react";
import { EditTeamDialog } from "@/features/teams/edit-team-dialog";
import { TeamMembers } from "@/features/teams/team-members";
import classes from "@/features/teams/team-page.module.css";
import { TeamStatistics } from "@/features/teams/team-statistics";
import { useTeamDetails } from "@/features/teams/use-team";
import { hasStatus } from "@/shared/api/api-error";
import type { Team } from "@/shared/api/types";
import { leadsTeam } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { BackLink } from "@/shared/ui/back-link";
import { ErrorState } from "@/shared/ui/error-state";
import { MessageState } from "@/shared/ui/message-state";
import { Person } from "@/shared/ui/person";

interface TeamPageProps {
  teamId: string;
  /** What was done to the team's work. */
  activity?: ReactNode;
}

export function TeamPage({ teamId, activity }: TeamPageProps) {
  const query = useTeamDetails(teamId);
  const isGone = hasStatus(query.error, 404) || hasStatus(query.error, 400);
  useDocumentTitle(`${isGone ? "Team not found" : (query.data?.name ?? "Team")} · Seaversity`);

  if (query.isPending) return <TeamSkeleton />;
  if (isGone) {
    return (
      <MessageState
        isPage
        icon={<SearchX size={26} />}
        title="Team not found"
        action={
          <Button renderRoot={(props) => <Link to="/teams" {...props} />}>Go to the teams</Button>
        }
      >
        There is no such team, or it was deleted.
      </MessageState>
    );
  }
  if (!query.data) {
    return (
      <ErrorState
        isPage
        error={query.error}
        title="The team could not be loaded"
        onRetry={() => void query.refetch()}
      />
    );
  }
  return <TeamDetails team={query.data} activity={activity} />;
}

function TeamDetails({ team, activity }: { team: Team; activity: ReactNode }) {
  const isLeader = leadsTeam(useCurrentUser(), team.id);
  const [isEditing, setEditing] = useState(false);
  const style = { "--team": team.color ?? "var(--sv-closed)" } as CSSProperties;
  return (
    <article className={classes.page} aria-labelledby="team">
      <BackLink to="/teams">Back to the list</BackLink>
      <header className={`sv-card ${classes.head}`} style={style}>
        <div className={classes.line}>
          <Title order={1} size="h2" id="team" className={classes.name}>
            {team.name}
          </Title>
          {isLeader ? (
            <Button
              variant="default"
              size="xs"
              className={classes.edit}
              leftSection={<Pencil size={14} aria-hidden="true" />}
              onClick={() => setEditing(true)}
            >
              Edit
            </Button>
          ) : null}
        </div>
        <p className={classes.about}>{team.description || "No description"}</p>
        <dl className={classes.facts}>
          <dt>Manager</dt>
          <dd>
            {team.manager ? (
              <Link
                to="/people/$personId"
                params={{ personId: team.manager.id }}
                className={classes.link}
              >
                <Person person={team.manager} none="" />
              </Link>
            ) : (
              "Nobody"
            )}
          </dd>
        </dl>
      </header>
      {isLeader ? <TeamStatistics teamId={team.id} /> : null}
      <TeamMembers team={team} />
      {activity}
      {isEditing ? <EditTeamDialog team={team} onClose={() => setEditing(false)} /> : null}
    </article>
  );
}

function TeamSkeleton() {
  return (
    <div className={classes.page}>
      <span className="sv-visually-hidden" role="status">
        Loading the team
      </span>
      <Skeleton height={14} width={110} mb={14} />
      <div className={`sv-card ${classes.head}`}>
        <Skeleton height={26} width={220} mb={12} />
        <Skeleton height={14} width="70%" mb={18} />
        <Skeleton height={22} width={160} />
      </div>
    </div>
  );
}
