import { Button, Skeleton, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { SearchX } from "lucide-react";
import type { CSSProperties } from "react";
import { TeamMembers } from "@/features/teams/team-members";
import classes from "@/features/teams/team-page.module.css";
import { useTeamDetails } from "@/features/teams/use-team";
import { hasStatus } from "@/shared/api/api-error";
import type { Team } from "@/shared/api/types";
import { BackLink } from "@/shared/ui/back-link";
import { ErrorState } from "@/shared/ui/error-state";
import { MessageState } from "@/shared/ui/message-state";
import { Person } from "@/shared/ui/person";

export function TeamPage({ teamId }: { teamId: string }) {
  const query = useTeamDetails(teamId);
  const isGone = hasStatus(query.error, 404) || hasStatus(query.error, 400);
  useDocumentTitle(`${query.data?.name ?? "Team"} · Seaversity`);

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
  return <TeamDetails team={query.data} />;
}

function TeamDetails({ team }: { team: Team }) {
  const style = { "--team": team.color ?? "var(--sv-closed)" } as CSSProperties;
  return (
    <article className={classes.page} aria-labelledby="team">
      <BackLink to="/teams">Back to the list</BackLink>
      <header className={`sv-card ${classes.head}`} style={style}>
        <Title order={1} size="h2" id="team" className={classes.name}>
          {team.name}
        </Title>
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
      <TeamMembers teamId={team.id} />
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
