import { Modal } from "@mantine/core";
import { useEffect, useState } from "react";
import classes from "@/app/command-palette.module.css";
import { PaletteSearch } from "@/app/palette-search";

interface CommandPaletteProps {
  onClose: () => void;
  onHelp: () => void;
}

/** It is there at once and gone at once, so there is one only while it is open. */
export function CommandPalette({ onClose, onHelp }: CommandPaletteProps) {
  useFocusBack();
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={620}
      yOffset="min(12dvh, 110px)"
      returnFocus={false}
      classNames={{ inner: classes.inner, content: classes.content }}
    >
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content aria-label="Jump to" radius="lg">
        <PaletteSearch onClose={onClose} onHelp={onHelp} />
      </Modal.Content>
    </Modal.Root>
  );
}

/** Gives the keyboard back to where it was, or to the page where that is gone. */
function useFocusBack() {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const target = before?.isConnected ? before : document.getElementById("main");
      if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    },
    [before],
  );
}
