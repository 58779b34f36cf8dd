import { Modal } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { focusAgain, focusPlace } from "@/shared/lib/focus-place";

interface DialogProps {
  title: string;
  children: ReactNode;
  onClose: () => void;
  size?: "md" | "lg" | "xl";
  /** A click beside it does not close it: something was typed. */
  isKept?: boolean;
  /** It closes by its own button only: what it shows is shown once. */
  isLocked?: boolean;
}

/** A dialog that is there for as long as it is drawn, and then gives the keyboard back. */
export function Dialog({
  title,
  children,
  onClose,
  size = "md",
  isKept = false,
  isLocked = false,
}: DialogProps) {
  const [before] = useState(focusPlace);
  useEffect(() => () => focusAgain(before), [before]);
  return (
    <Modal
      opened
      onClose={onClose}
      size={size}
      title={title}
      closeButtonProps={{ "aria-label": "Close" }}
      withCloseButton={!isLocked}
      closeOnClickOutside={!isKept && !isLocked}
      closeOnEscape={!isLocked}
    >
      {children}
    </Modal>
  );
}
