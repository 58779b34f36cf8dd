import { UserX } from "lucide-react";
import classes from "@/shared/ui/deactivated-mark.module.css";

interface DeactivatedMarkProps {
  /** Where there is no room for the word, the sign stands alone for those who see it. */
  isShort?: boolean;
}

/** Says of a person that the account is deactivated. */
export function DeactivatedMark({ isShort = false }: DeactivatedMarkProps) {
  return (
    <span className={classes.mark} title="Deactivated">
      <UserX size={14} aria-hidden="true" />
      <span className={isShort ? "sv-visually-hidden" : undefined}>Deactivated</span>
    </span>
  );
}
