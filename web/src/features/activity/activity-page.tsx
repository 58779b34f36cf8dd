import { Pill, Select, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ActivityFeed } from "@/features/activity/activity-feed";
import classes from "@/features/activity/activity-page.module.css";
import { type FeedFilter, isSifted, withPart } from "@/features/activity/feed-filter";
import { KindSelects } from "@/features/activity/kind-selects";
import { api, unwrap } from "@/shared/api/client";
import { useTeams } from "@/shared/reference/use-teams";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { PersonSearch } from "@/shared/ui/person-search";

/** Everything that happened, as far as the reader may know of it. */
export function ActivityPage({ filter }: { filter: FeedFilter }) {
  useDocumentTitle("Activity · Seaversity");
  const user = useCurrentUser();
  const staff = isStaff(user);
  const navigate = useNavigate();
  const teams = useTeams();
  const change = (part: FeedFilter) =>
    void navigate({ to: "/activity", search: withPart(filter, part), replace: true });

  return (
    <div className={classes.page}>
      <Title order={1} size="h2">
        Activity
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        {staff ? "What happened to the work that you see" : "What happened to your tickets"}
      </Text>
      <search className={classes.filters}>
        <KindSelects filter={filter} onChange={change} />
        {staff ? (
          <>
            <Select
              size="xs"
              aria-label="Team"
              placeholder="Any team"
              data={(teams.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              value={filter.team ?? null}
              onChange={(team) => change({ team: team ?? undefined })}
              clearable
              clearButtonProps={{ "aria-label": "Any team" }}
              checkIconPosition="right"
            />
            {filter.person ? (
              <Chosen id={filter.person} onRemove={() => change({ person: undefined })} />
            ) : (
              <PersonSearch
                label="Person"
                placeholder="Anybody"
                onChoose={({ id }) => change({ person: id })}
              />
            )}
          </>
        ) : null}
      </search>
      <ActivityFeed
        // Another feed begins with nothing new.
        key={JSON.stringify(filter)}
        source={{ kind: "all", filter }}
        empty={
          isSifted(filter)
            ? "Nothing like that has happened as far as you may know of it."
            : "What is done to tickets that you see appears here."
        }
      />
    </div>
  );
}

/** The person by whom the feed is sifted. */
function Chosen({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { data: name } = useQuery({
    queryKey: ["person-name", id],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET("/api/users/{id}", { params: { path: { id } }, signal }))).name,
    staleTime: 5 * 60_000,
  });
  return (
    <Pill
      size="lg"
      withRemoveButton
      removeButtonProps={{ "aria-label": "Anybody", tabIndex: 0, "aria-hidden": false }}
      onRemove={onRemove}
    >
      {name ?? "One person"}
    </Pill>
  );
}
