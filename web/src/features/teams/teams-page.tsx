import { Skeleton, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { Network } from "lucide-react";
import type { CSSProperties } from "react";
import classes from "@/features/teams/teams-page.module.css";
import type { Team } from "@/shared/api/types";
import { useTeams } from "@/shared/reference/use-teams";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { ErrorState } from "@/shared/ui/error-state";
import { MessageState } from "@/shared/ui/message-state";
import { Person } from "@/shared/ui/person";

const PLACES = ["a", "b", "c", "d"];

export function TeamsPage() {
  useDocumentTitle("Teams · Seaversity");
  const teams = useTeams();
  return (
    <>
      <Title order={1} size="h2">
        Teams
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        Who looks after what
      </Text>
      {teams.isPending ? (
        <div className={classes.grid}>
          <span className="sv-visually-hidden" role="status">
            Loading teams
          </span>
          {PLACES.map((place) => (
            <div key={place} className={`sv-card ${classes.team}`}>
              <Skeleton height={18} width="55%" />
              <Skeleton height={12} />
              <Skeleton height={12} width="80%" />
              <Skeleton height={22} width={140} mt={8} />
            </div>
          ))}
        </div>
      ) : teams.isError && !teams.data ? (
        <section className="sv-card">
          <ErrorState
            error={teams.error}
            title="The teams could not be loaded"
            onRetry={() => void teams.refetch()}
          />
        </section>
      ) : teams.data.length === 0 ? (
        <section className="sv-card">
          <MessageState icon={<Network size={26} />} title="No teams yet">
            An admin of your help desk makes them.
          </MessageState>
        </section>
      ) : (
        <ul className={classes.grid}>
          {teams.data.map((team) => (
            <TeamCard key={team.id} team={team} />
          ))}
        </ul>
      )}
    </>
  );
}

function TeamCard({ team }: { team: Team }) {
  const { teamIds } = useCurrentUser();
  const style = { "--team": team.color ?? "var(--sv-closed)" } as CSSProperties;
  return (
    <li className={`sv-card ${classes.team}`} style={style} data-team={team.name}>
      <div className={classes.line}>
        <Link to="/teams/$teamId" params={{ teamId: team.id }} className={classes.name}>
          {team.name}
        </Link>
        {teamIds.includes(team.id) ? <span className={classes.mine}>Your team</span> : null}
      </div>
      <Text size="sm" c="dimmed" className={classes.about}>
        {team.description || "No description"}
      </Text>
      <div className={classes.manager}>
        <span className={classes.label}>Manager</span>
        <Person person={team.manager} none="Nobody" />
      </div>
    </li>
  );
}
