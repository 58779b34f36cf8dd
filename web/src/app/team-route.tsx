import { useParams } from "@tanstack/react-router";
import { TeamPage } from "@/features/teams/team-page";

export function TeamRoute() {
  const { teamId } = useParams({ from: "/signed-in/staff/teams/$teamId" });
  return <TeamPage key={teamId} teamId={teamId} />;
}
