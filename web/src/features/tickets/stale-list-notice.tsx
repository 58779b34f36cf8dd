import { WifiOff } from "lucide-react";
import classes from "@/features/tickets/stale-list-notice.module.css";
import { useOutage } from "@/shared/live/use-outage";

const WHY = { offline: "You are offline.", disconnected: "The live connection is lost." };

/** Says that a list which is shown has stopped following what happens, and that nobody needs to reload. */
export function StaleListNotice() {
  const outage = useOutage();
  return (
    // A live region is there before it speaks.
    <div role="status">
      {outage ? (
        <p className={classes.notice}>
          <WifiOff size={15} className={classes.icon} aria-hidden="true" />
          <span>{WHY[outage]} This list may be out of date; it catches up by itself.</span>
        </p>
      ) : null}
    </div>
  );
}
