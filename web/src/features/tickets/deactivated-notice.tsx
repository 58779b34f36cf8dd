import { Button } from "@mantine/core";
import { UserRoundPen, UserX } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import classes from "@/features/tickets/deactivated-notice.module.css";
import type { PersonRef } from "@/shared/api/types";
import { useIsDeactivated } from "@/shared/reference/use-deactivated";
import { usePersonName } from "@/shared/reference/use-person-name";

const ReassignDialog = lazy(() => import("@/features/tickets/reassign-dialog"));

interface DeactivatedNoticeProps {
  /** Whose work is shown; null where it is nobody's. */
  person: PersonRef | null;
  /** Whether it stands in the details of one item. */
  isNarrow?: boolean;
}

/** Where somebody's work is shown who can no longer do it: that it waits, and the way to give it to others. */
export function DeactivatedNotice({ person, isNarrow = false }: DeactivatedNoticeProps) {
  const isDeactivated = useIsDeactivated(person?.id);
  // The dialog has more to tell when what is shown here is somebody else's by then.
  const [reassigning, setReassigning] = useState<PersonRef | null>(null);
  return (
    <>
      {person && isDeactivated ? (
        <div className={classes.notice} data-narrow={isNarrow || undefined} role="note">
          <UserX size={16} className={classes.icon} aria-hidden="true" />
          <span className={classes.text}>
            <span dir="auto">{person.name}</span> is deactivated. The work waits for somebody else.
          </span>
          <Button
            variant="default"
            size={isNarrow ? "compact-sm" : "xs"}
            leftSection={<UserRoundPen size={15} aria-hidden="true" />}
            onClick={() => setReassigning(person)}
          >
            Reassign their open work
          </Button>
        </div>
      ) : null}
      {reassigning ? (
        <Suspense>
          <ReassignDialog person={reassigning} onClose={() => setReassigning(null)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** The same above a list of one person's work. */
export function AssigneeNotice({ personId }: { personId: string }) {
  const name = usePersonName(personId);
  return name ? <DeactivatedNotice person={{ id: personId, name }} /> : null;
}
