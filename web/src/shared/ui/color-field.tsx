import { Input } from "@mantine/core";
import { Ban, Pipette } from "lucide-react";
import { type CSSProperties, useId } from "react";
import { COLORS } from "@/shared/lib/colors";
import classes from "@/shared/ui/color-field.module.css";

interface ColorFieldProps {
  label: string;
  description?: string;
  value: string | null;
  onChange: (color: string | null) => void;
  error?: string;
}

/** A colour out of a few, any other one, or none. */
export function ColorField({ label, description, value, onChange, error }: ColorFieldProps) {
  const name = useId();
  const isOwn = value !== null && !COLORS.some((each) => each.value === value.toLowerCase());
  const style = (color: string) => ({ "--color": color }) as CSSProperties;
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      description={description}
      error={error}
      role="radiogroup"
      aria-label={label}
    >
      <div className={classes.choices}>
        <label className={classes.choice} title="No colour">
          <input
            type="radio"
            name={name}
            aria-label="No colour"
            checked={value === null}
            onChange={() => onChange(null)}
          />
          <Ban size={16} aria-hidden="true" />
        </label>
        {COLORS.map((color) => (
          <label
            key={color.value}
            className={classes.choice}
            style={style(color.value)}
            title={color.name}
          >
            <input
              type="radio"
              name={name}
              aria-label={color.name}
              checked={value?.toLowerCase() === color.value}
              onChange={() => onChange(color.value)}
            />
          </label>
        ))}
        <label
          className={classes.choice}
          style={isOwn ? style(value) : undefined}
          data-checked={isOwn || undefined}
          title="Another colour"
        >
          <input
            type="color"
            aria-label="Another colour"
            value={value ?? "#2563eb"}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
          {isOwn ? null : <Pipette size={15} aria-hidden="true" />}
        </label>
      </div>
    </Input.Wrapper>
  );
}
