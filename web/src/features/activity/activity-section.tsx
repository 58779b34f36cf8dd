import { Title } from "@mantine/core";
import { ActivityFeed } from "@/features/activity/activity-feed";
import classes from "@/features/activity/activity-page.module.css";
import { isSifted, type KindFilter, withPart } from "@/features/activity/feed-filter";
import { KindSelects } from "@/features/activity/kind-selects";

interface ActivitySectionProps {
  source: { kind: "person" | "team"; id: string };
  filter: KindFilter;
  onChange: (filter: KindFilter) => void;
  /** What stands where nothing has happened at all. */
  empty: string;
}

/** The feed of a person or a team, at the end of its page. */
export function ActivitySection({ source, filter, onChange, empty }: ActivitySectionProps) {
  return (
    <>
      <Title order={2} size="h5" id="activity" mt="xl" mb="sm">
        Activity
      </Title>
      <search className={classes.filters} aria-labelledby="activity">
        <KindSelects filter={filter} onChange={(part) => onChange(withPart(filter, part))} />
      </search>
      <ActivityFeed
        // Another feed begins with nothing new.
        key={JSON.stringify(filter)}
        source={{ ...source, filter }}
        empty={isSifted(filter) ? "Nothing like that is for you to know of." : empty}
        labelledBy="activity"
      />
    </>
  );
}
