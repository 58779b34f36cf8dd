import type { CSSProperties } from "react";
import type { Team } from "@/shared/api/types";
import classes from "@/shared/ui/team-mark.module.css";

export function TeamMark({ team, none = "No team" }: { team?: Team | null; none?: string }) {
  if (!team) return <span className={classes.none}>{none}</span>;
  const style = { "--team": team.color ?? "var(--sv-closed)" } as CSSProperties;
  return (
    <span className={classes.team} style={style} title={team.name}>
      <span className={classes.dot} aria-hidden="true" />
      <span className={classes.name}>{team.name}</span>
    </span>
  );
}
