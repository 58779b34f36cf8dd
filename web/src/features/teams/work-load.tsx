import { Button, Title } from "@mantine/core";
import { useState } from "react";
import { BarList } from "@/features/teams/bar-list";
import classes from "@/features/teams/team-statistics.module.css";
import { useNames } from "@/features/teams/use-names";
import type { ItemType, WorkFigures } from "@/shared/api/types";

/** So many people are shown at first, those with the most work. */
const FEW = 6;

interface WorkLoadProps {
  loads: WorkFigures["byAssignee"];
  teamId: string;
  type: ItemType;
}

/** Who works on how much; a click shows what it is. */
export function WorkLoad({ loads, teamId, type }: WorkLoadProps) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? loads : loads.slice(0, FEW);
  const nameOf = useNames(
    teamId,
    shown.map(({ assigneeId }) => assigneeId),
  );
  return (
    <section aria-labelledby="by-assignee" className={classes.wide}>
      <Title order={3} size="h6" id="by-assignee" mb={4}>
        Active, by assignee
      </Title>
      {loads.length === 0 ? (
        <p className={classes.none}>Nobody works on any of them.</p>
      ) : (
        <BarList
          type={type}
          teamId={teamId}
          bars={shown.map(({ assigneeId, count }) => {
            const name = nameOf(assigneeId);
            return {
              id: assigneeId,
              label: name === null ? "Somebody who is gone" : (name ?? "…"),
              count,
              part: { assignee: assigneeId },
            };
          })}
        />
      )}
      {loads.length > FEW ? (
        <Button
          variant="subtle"
          size="compact-sm"
          mt={4}
          ml={-8}
          aria-expanded={isAll}
          onClick={() => setAll(!isAll)}
        >
          {isAll ? "Show fewer" : `Show all ${loads.length}`}
        </Button>
      ) : null}
    </section>
  );
}
