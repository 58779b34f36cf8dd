import { Button, Loader } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import classes from "@/features/people/held-work.module.css";
import { openWorkWords } from "@/shared/lib/open-work-words";
import type { OpenWork } from "@/shared/reference/use-open-work";

interface HeldWorkProps {
  work: OpenWork | undefined;
  /** It could not be counted. */
  isUnknown: boolean;
  isDisabled: boolean;
  onReassign: () => void;
}

/** What somebody who is about to be deactivated has to do still, and the way to give it to others first. */
export function HeldWork({ work, isUnknown, isDisabled, onReassign }: HeldWorkProps) {
  if (isUnknown) return <span>How much work they have open could not be counted.</span>;
  if (!work) {
    return (
      <span role="status">
        <Loader size={13} mr={8} aria-hidden="true" />
        Counting their open work…
      </span>
    );
  }
  const words = openWorkWords(work);
  if (!words) return <span>They have no open work.</span>;
  return (
    <div className={classes.held} role="status">
      <CircleAlert size={16} className={classes.icon} aria-hidden="true" />
      <span className={classes.text}>They have {words} open.</span>
      <Button variant="default" size="xs" disabled={isDisabled} onClick={onReassign}>
        Reassign it first
      </Button>
    </div>
  );
}
