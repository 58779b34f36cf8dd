import { DateTimePicker } from "@mantine/dates";
import "@mantine/dates/styles.css";
import { useMediaQuery } from "@mantine/hooks";
import dayjs from "dayjs";
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import { useNow } from "@/shared/lib/use-now";
import classes from "@/shared/ui/date-time-field.module.css";

export interface DateTimeFieldProps {
  label: string;
  /** An instant, as the API has it. */
  value: string | null;
  /** Once somebody has chosen: while a day and a time are picked nothing is said. */
  onChange: (instant: string | null) => void;
  placeholder?: string;
  description?: ReactNode;
  error?: ReactNode;
  isDisabled?: boolean;
}

const LOCAL = "YYYY-MM-DD HH:mm:ss";
const END_OF_WORK = "17:00";

function toLocal(instant: string | null): string | null {
  return instant && dayjs(instant).format(LOCAL);
}

function toInstant(local: string | null): string | null {
  return local && dayjs(local, LOCAL).toISOString();
}

// Written otherwise than what the calendar says, so that a preset is told from the same day in the calendar.
const PRESET = `YYYY-MM-DD[T${END_OF_WORK}:00]`;

const PRESETS = [
  { days: 0, label: `Today, ${END_OF_WORK}` },
  { days: 1, label: "Tomorrow" },
  { days: 7, label: "In a week" },
  { days: 30, label: "In 30 days" },
];

function presetsAt(now: number) {
  return PRESETS.map(({ days, label }) => ({
    value: dayjs(now).add(days, "day").format(PRESET),
    label,
  })).filter(({ value }) => dayjs(value).isAfter(now));
}

function isPreset(local: string | null): boolean {
  return local?.includes("T") === true;
}

/** Loaded when first needed (`lazy-date-time-field.tsx`). */
export default function DateTimeField({
  label,
  value,
  onChange,
  placeholder,
  description,
  error,
  isDisabled = false,
}: DateTimeFieldProps) {
  const id = useId();
  const isNarrow = useMediaQuery("(max-width: 47.99em)", false, { getInitialValueInEffect: false });
  // What is being picked; the dropdown says twice that it closes, and this is said once.
  const picked = useRef<string | null | undefined>(undefined);
  const [shown, setShown] = useState<string | null | undefined>(undefined);
  const field = useRef<HTMLButtonElement>(null);
  // What was opened just now may be newer than the last tick.
  const now = Math.max(useNow(), Date.now() - 30_000);

  // The dropdown takes Escape in the capturing phase as well; this hears of it first, because it listens from
  // before the dropdown's own effects, so nothing is picked any more when that closes.
  useLayoutEffect(() => {
    const revert = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      picked.current = undefined;
      setShown(undefined);
    };
    window.addEventListener("keydown", revert, { capture: true });
    return () => window.removeEventListener("keydown", revert, { capture: true });
  }, []);

  const pick = (next: string | null | undefined) => {
    picked.current = next;
    setShown(next);
  };
  const commit = () => {
    const instant = picked.current === undefined ? undefined : toInstant(picked.current);
    pick(undefined);
    if (instant !== undefined && toLocal(instant) !== toLocal(value)) onChange(instant);
  };

  return (
    <DateTimePicker
      ref={field}
      label={label}
      description={description}
      inputWrapperOrder={["label", "input", "description", "error"]}
      placeholder={placeholder}
      error={error}
      disabled={isDisabled}
      value={shown === undefined ? toLocal(value) : shown}
      onChange={(next) => {
        pick(next);
        if (next === null || isPreset(next)) commit();
        // A click on the field closes what it has opened.
        if (isPreset(next)) field.current?.click();
      }}
      onDropdownClose={commit}
      valueFormat="D MMM YYYY, HH:mm"
      defaultTimeValue={END_OF_WORK}
      dropdownType={isNarrow ? "modal" : "popover"}
      modalProps={{ title: label, centered: true, closeButtonProps: { "aria-label": "Close" } }}
      // The dropdown is named after what opens it, which has to go by the same id.
      id={id}
      popoverProps={{ shadow: "lg", id, returnFocus: true }}
      submitButtonProps={{ "aria-label": "Done" }}
      timePickerProps={{ hoursInputLabel: "Hours", minutesInputLabel: "Minutes" }}
      weekendDays={[]}
      hideOutsideDates
      nextLabel="Next month"
      previousLabel="Previous month"
      presets={presetsAt(now)}
      classNames={{ datePickerRoot: classes.picker, presetsList: classes.presets }}
      clearable
      clearButtonProps={{ "aria-label": `Clear: ${label}` }}
    />
  );
}
