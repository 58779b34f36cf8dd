import { Tooltip } from "@mantine/core";
import classes from "@/app/live-indicator.module.css";
import { type LiveState, useLiveState } from "@/shared/live/live-state";

const LABEL: Record<LiveState, string> = {
  connecting: "Connecting",
  live: "Live",
  reconnecting: "Reconnecting",
  offline: "Offline",
};

const ABOUT: Record<LiveState, string> = {
  connecting: "Live updates are being set up",
  live: "Changes appear by themselves",
  reconnecting: "The live connection was lost; what you missed is loaded once it is back",
  offline: "You are offline; what you type is kept",
};

export function LiveIndicator() {
  const state = useLiveState();
  return (
    <Tooltip label={ABOUT[state]} openDelay={300} maw={260} multiline>
      <span className={classes.live} data-state={state} role="status">
        <span className={classes.dot} aria-hidden="true" />
        <span className={classes.label}>{LABEL[state]}</span>
      </span>
    </Tooltip>
  );
}
