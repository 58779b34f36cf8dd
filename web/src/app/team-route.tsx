import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { ActivitySection } from "@/features/activity/activity-section";
import { TeamPage } from "@/features/teams/team-page";

export function TeamRoute() {
  const { teamId } = useParams({ from: "/signed-in/staff/teams/$teamId" });
  const filter = useSearch({ from: "/signed-in/staff/teams/$teamId" });
  const navigate = useNavigate({ from: "/teams/$teamId" });
  return (
    <TeamPage
      key={teamId}
      teamId={teamId}
      activity={
        <ActivitySection
          source={{ kind: "team", id: teamId }}
          filter={filter}
          onChange={(search) => void navigate({ search, replace: true, resetScroll: false })}
          empty="Nothing that was done to this team's work is for you to know of."
        />
      }
    />
  );
}
