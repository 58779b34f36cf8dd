import { useSearch } from "@tanstack/react-router";
import { ActivityPage } from "@/features/activity/activity-page";

export function ActivityRoute() {
  return <ActivityPage filter={useSearch({ from: "/signed-in/activity" })} />;
}
