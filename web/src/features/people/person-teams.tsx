import classes from "@/features/people/person-teams.module.css";
import { useTeams } from "@/shared/reference/use-teams";
import { TeamMark } from "@/shared/ui/team-mark";

const SHOWN = 2;

/** The first teams of somebody, and how many more there are. */
export function PersonTeams({ ids }: { ids: string[] }) {
  const { data } = useTeams();
  const teams = ids.flatMap((id) => data?.find((team) => team.id === id) ?? []);
  const more = teams.slice(SHOWN);
  if (ids.length === 0) return <span className={classes.none}>–</span>;
  return (
    <span className={classes.teams}>
      {teams.slice(0, SHOWN).map((team) => (
        <TeamMark key={team.id} team={team} />
      ))}
      {more.length > 0 ? (
        <span className={classes.none} title={more.map(({ name }) => name).join(", ")}>
          {more.length} more
        </span>
      ) : null}
    </span>
  );
}
