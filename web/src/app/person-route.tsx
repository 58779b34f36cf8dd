import { useParams } from "@tanstack/react-router";
import { PersonPage } from "@/features/people/person-page";

export function PersonRoute() {
  const { personId } = useParams({ from: "/signed-in/staff/people/$personId" });
  return <PersonPage key={personId} personId={personId} />;
}
