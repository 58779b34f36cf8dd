import { Search } from "lucide-react";
import { KeyCaps } from "@/app/key-caps";
import classes from "@/app/palette-button.module.css";
import { IS_APPLE } from "@/app/shortcuts";

/** It looks like a field where there is room, and is a lens only where there is not. */
export function PaletteButton({ onOpen }: { onOpen: () => void }) {
  return (
    <button
      type="button"
      className={classes.button}
      aria-haspopup="dialog"
      aria-keyshortcuts={IS_APPLE ? "Meta+K" : "Control+K"}
      onClick={onOpen}
    >
      <Search className={classes.icon} aria-hidden="true" />
      <span className={classes.label}>Jump to…</span>
      <span className={classes.keys} aria-hidden="true">
        <KeyCaps keys="Ctrl k" size="xs" />
      </span>
    </button>
  );
}
