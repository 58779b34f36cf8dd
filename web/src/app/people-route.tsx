import { useSearch } from "@tanstack/react-router";
import { PeoplePage } from "@/features/people/people-page";

export function PeopleRoute() {
  return <PeoplePage filter={useSearch({ from: "/signed-in/staff/people" })} />;
}
