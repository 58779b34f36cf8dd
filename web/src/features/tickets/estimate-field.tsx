import { NumberInput } from "@mantine/core";
import { useState } from "react";

interface EstimateFieldProps {
  value: number | null;
  onChange: (hours: number | null) => void;
  error?: string;
}

const MOST_HOURS = 10_000;

/** Says what was typed once the field is left, or at Enter. */
export function EstimateField({ value, onChange, error }: EstimateFieldProps) {
  const [typed, setTyped] = useState<string | number | undefined>(undefined);

  const commit = () => {
    if (typed === undefined) return;
    const hours = typed === "" ? null : Number(typed);
    setTyped(undefined);
    if (hours !== value && !Number.isNaN(hours)) onChange(hours);
  };

  return (
    <NumberInput
      label="Estimate"
      placeholder="Hours"
      suffix=" h"
      min={0}
      max={MOST_HOURS}
      step={0.5}
      decimalScale={2}
      value={typed ?? value ?? ""}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
      }}
      error={error}
    />
  );
}
