import { DateTimePicker } from "@mantine/dates";
import "@mantine/dates/styles.css";
import { useMediaQuery } from "@mantine/hooks";
import dayjs from "dayjs";
import { type ReactNode, useId, useRef, useState } from "react";

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

function atEndOfWork(daysFromNow: number): string {
  return `${dayjs().add(daysFromNow, "day").format("YYYY-MM-DD")} ${END_OF_WORK}:00`;
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
      label={label}
      description={description}
      inputWrapperOrder={["label", "input", "description", "error"]}
      placeholder={placeholder}
      error={error}
      disabled={isDisabled}
      value={shown === undefined ? toLocal(value) : shown}
      onChange={(next) => {
        pick(next);
        if (next === null) commit();
      }}
      onDropdownClose={commit}
      valueFormat="D MMM YYYY, HH:mm"
      defaultTimeValue={END_OF_WORK}
      dropdownType={isNarrow ? "modal" : "popover"}
      modalProps={{ title: label, centered: true, closeButtonProps: { "aria-label": "Close" } }}
      // The dropdown is named after what opens it, which has to go by the same id.
      id={id}
      popoverProps={{ shadow: "lg", id }}
      submitButtonProps={{ "aria-label": "Done" }}
      timePickerProps={{ hoursInputLabel: "Hours", minutesInputLabel: "Minutes" }}
      weekendDays={[]}
      hideOutsideDates
      nextLabel="Next month"
      previousLabel="Previous month"
      presets={
        isNarrow
          ? undefined
          : [
              { value: atEndOfWork(0), label: "Today, 17:00" },
              { value: atEndOfWork(1), label: "Tomorrow" },
              { value: atEndOfWork(7), label: "In a week" },
              { value: atEndOfWork(30), label: "In 30 days" },
            ]
      }
      clearable
      clearButtonProps={{ "aria-label": `Clear: ${label}` }}
    />
  );
}
