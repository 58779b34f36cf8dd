import { SegmentedControl, Select, Skeleton, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { BarList } from "@/features/teams/bar-list";
import { DayChart } from "@/features/teams/day-chart";
import { durationWords, everyDay, PERIODS, type Period } from "@/features/teams/statistics";
import classes from "@/features/teams/team-statistics.module.css";
import { useTeamStatistics } from "@/features/teams/use-team-statistics";
import { WorkLoad } from "@/features/teams/work-load";
import type { ItemType, TeamStatistics as Statistics, WorkFigures } from "@/shared/api/types";
import { ITEM_WORDS, listTarget } from "@/shared/lib/item-words";
import { PRIORITY_LABEL, STATUS_LABEL } from "@/shared/lib/labels";
import { ErrorState } from "@/shared/ui/error-state";

const TYPES = [
  { value: "TICKET", label: "Tickets" },
  { value: "TASK", label: "Tasks" },
];

const PERIOD_CHOICE = PERIODS.map((days) => ({ value: String(days), label: `${days} days` }));

/** How the work of a team stands, and how it went lately; for those who lead it. */
export function TeamStatistics({ teamId }: { teamId: string }) {
  const [type, setType] = useState<ItemType>("TICKET");
  const [days, setDays] = useState<Period>(30);
  const { data, error, isPlaceholderData, refetch } = useTeamStatistics(teamId, days);
  return (
    <section
      className={`sv-card ${classes.section}`}
      aria-labelledby="statistics"
      aria-busy={(!data && !error) || isPlaceholderData}
    >
      <div className={classes.head}>
        <Title order={2} size="h5" id="statistics" className={classes.title}>
          How the work stands
        </Title>
        <SegmentedControl
          size="xs"
          aria-label="Kind of work"
          data={TYPES}
          value={type}
          onChange={(value) => setType(value as ItemType)}
        />
        <Select
          size="xs"
          aria-label="Period"
          className={classes.period}
          data={PERIOD_CHOICE}
          allowDeselect={false}
          checkIconPosition="right"
          value={String(days)}
          onChange={(value) => setDays(PERIODS.find((each) => String(each) === value) ?? 30)}
        />
      </div>
      {data ? (
        <Figures statistics={data} teamId={teamId} type={type} days={days} />
      ) : error ? (
        <ErrorState
          error={error}
          title="The figures could not be loaded"
          onRetry={() => void refetch()}
        />
      ) : (
        <div>
          <span className="sv-visually-hidden" role="status">
            Loading the figures
          </span>
          <Skeleton height={62} mb={20} />
          <Skeleton height={120} mb={20} />
          <Skeleton height={104} />
        </div>
      )}
    </section>
  );
}

interface FiguresProps {
  statistics: Statistics;
  teamId: string;
  type: ItemType;
  days: Period;
}

function Figures({ statistics, teamId, type, days }: FiguresProps) {
  const figures = type === "TASK" ? statistics.tasks : statistics.tickets;
  const words = ITEM_WORDS[type].many;
  return (
    <>
      <Tiles figures={figures} teamId={teamId} type={type} days={days} />
      {figures.active === 0 ? (
        <p className={classes.none}>No {words} are waiting or in work now.</p>
      ) : (
        <div className={classes.columns}>
          <section aria-labelledby="by-status">
            <Title order={3} size="h6" id="by-status" mb={4}>
              Active, by status
            </Title>
            <BarList
              type={type}
              teamId={teamId}
              bars={figures.byStatus.map(({ status, count }) => ({
                id: status,
                label: STATUS_LABEL[status],
                count,
                part: { status },
                color: `var(--sv-${status.toLowerCase().replace("_", "-")})`,
              }))}
            />
          </section>
          <section aria-labelledby="by-priority">
            <Title order={3} size="h6" id="by-priority" mb={4}>
              Active, by priority
            </Title>
            <BarList
              type={type}
              teamId={teamId}
              bars={figures.byPriority.map(({ priority, count }) => ({
                id: priority,
                label: PRIORITY_LABEL[priority],
                count,
                part: { priority },
                color: `var(--sv-${priority.toLowerCase()})`,
              }))}
            />
          </section>
          <WorkLoad loads={figures.byAssignee} teamId={teamId} type={type} />
        </div>
      )}
      <section aria-labelledby="by-day">
        <Title order={3} size="h6" id="by-day" mb={8}>
          Day by day
        </Title>
        <DayChart days={everyDay(statistics, type)} words={words} />
      </section>
    </>
  );
}

interface TilesProps {
  figures: WorkFigures;
  teamId: string;
  type: ItemType;
  days: Period;
}

function Tiles({ figures, teamId, type, days }: TilesProps) {
  const { active, unassigned, created, completed, reopened, meanCompletionMinutes } = figures;
  const search = { view: "all", team: teamId } as const;
  return (
    <dl className={classes.tiles}>
      <div className={classes.tile}>
        <dt>Active now</dt>
        <dd>
          <Link {...listTarget(type)} search={search}>
            {active}
          </Link>
        </dd>
      </div>
      <div className={classes.tile}>
        <dt>Unassigned now</dt>
        <dd>
          <Link {...listTarget(type)} search={{ ...search, assignee: "none" }}>
            {unassigned}
          </Link>
        </dd>
      </div>
      <Tile label={`Came in, ${days} days`} value={created} />
      <Tile label={`Completed, ${days} days`} value={completed} />
      <Tile label={`Reopened, ${days} days`} value={reopened} />
      <Tile
        label="Average time taken"
        value={meanCompletionMinutes == null ? "none yet" : durationWords(meanCompletionMinutes)}
      />
    </dl>
  );
}

function Tile({ label, value }: { label: string; value: number | string }) {
  return (
    <div className={classes.tile}>
      <dt>{label}</dt>
      <dd data-words={typeof value === "string" || undefined}>{value}</dd>
    </div>
  );
}
