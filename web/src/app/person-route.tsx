import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { ActivitySection } from "@/features/activity/activity-section";
import { PersonPage } from "@/features/people/person-page";

const ReassignDialog = lazy(() => import("@/features/tickets/reassign-dialog"));

export function PersonRoute() {
  const { personId } = useParams({ from: "/signed-in/staff/people/$personId" });
  const filter = useSearch({ from: "/signed-in/staff/people/$personId" });
  const navigate = useNavigate({ from: "/people/$personId" });
  return (
    <PersonPage
      key={personId}
      personId={personId}
      reassign={(person, onClose) => (
        <Suspense>
          <ReassignDialog person={person} onClose={onClose} />
        </Suspense>
      )}
      activity={
        <ActivitySection
          source={{ kind: "person", id: personId }}
          filter={filter}
          onChange={(search) => void navigate({ search, replace: true, resetScroll: false })}
          empty="Nothing that this person did is for you to know of."
        />
      }
    />
  );
}
