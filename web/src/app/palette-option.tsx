import { UnstyledButton } from "@mantine/core";
import { Check } from "lucide-react";
import { useEffect, useRef } from "react";
import { KeyCaps } from "@/app/key-caps";
import classes from "@/app/palette-option.module.css";
import type { Command } from "@/app/use-commands";

interface PaletteOptionProps {
  id: string;
  command: Command;
  /** Enter would choose it. */
  isCurrent: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

export function PaletteOption({ id, command, isCurrent, onPoint, onChoose }: PaletteOptionProps) {
  const { label, ticketNumber, Icon, keys, isInUse } = command;
  const option = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (isCurrent) option.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);

  return (
    <UnstyledButton
      ref={option}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      className={classes.option}
      // The keyboard stays in the field.
      onMouseDown={(event) => event.preventDefault()}
      // Not when it comes under a pointer that rests.
      onPointerMove={onPoint}
      onClick={onChoose}
    >
      <Icon size={17} className={classes.icon} aria-hidden="true" />
      {ticketNumber ? <span className={classes.number}>{ticketNumber}</span> : null}
      <span className={classes.label} dir="auto">
        {label}
      </span>
      {isInUse ? <Check size={16} className={classes.icon} aria-label="in use" /> : null}
      {keys ? (
        <span className={classes.keys} aria-hidden="true">
          <KeyCaps keys={keys} size="xs" />
        </span>
      ) : null}
    </UnstyledButton>
  );
}
