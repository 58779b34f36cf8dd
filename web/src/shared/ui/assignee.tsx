import type { PersonRef } from "@/shared/api/types";
import { useIsDeactivated } from "@/shared/reference/use-deactivated";
import { DeactivatedMark } from "@/shared/ui/deactivated-mark";
import classes from "@/shared/ui/deactivated-mark.module.css";
import { Person } from "@/shared/ui/person";

interface AssigneeProps {
  person?: PersonRef | null;
  none: string;
  isShort?: boolean;
}

/** Who works on something; to staff it is marked where that person no longer can. */
export function Assignee({ person, none, isShort }: AssigneeProps) {
  const isDeactivated = useIsDeactivated(person?.id);
  if (!isDeactivated) return <Person person={person} none={none} />;
  return (
    <span className={classes.place}>
      <Person person={person} none={none} />
      <DeactivatedMark isShort={isShort} />
    </span>
  );
}
