import { Checkbox, MultiSelect, NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import type { CustomField, FieldValue } from "@/shared/api/types";

interface CustomFieldInputProps {
  field: CustomField;
  value: FieldValue | undefined;
  /** Without a value where nothing is said. */
  onChange: (value: FieldValue | undefined) => void;
  error?: string;
  isDisabled?: boolean;
}

const LONGEST_TEXT = 2000;

/** The input of a field that a category asks for, by its kind. */
export function CustomFieldInput({
  field,
  value,
  onChange,
  error,
  isDisabled = false,
}: CustomFieldInputProps) {
  const { label, help, kind, options = [], isRequired = false } = field;
  const common = {
    label,
    description: help,
    inputWrapperOrder: ["label", "input", "description", "error"] as (
      | "label"
      | "input"
      | "description"
      | "error"
    )[],
    withAsterisk: isRequired,
    error,
    disabled: isDisabled,
  };
  const text = typeof value === "string" ? value : "";
  const onText = (event: { currentTarget: { value: string } }) =>
    onChange(event.currentTarget.value || undefined);

  switch (kind) {
    case "TEXT":
      return (
        <Textarea
          {...common}
          autosize
          minRows={1}
          maxRows={8}
          maxLength={LONGEST_TEXT}
          value={text}
          onChange={onText}
        />
      );
    case "NUMBER":
      return (
        <NumberInput
          {...common}
          value={typeof value === "number" ? value : ""}
          onChange={(next) => onChange(typeof next === "number" ? next : undefined)}
        />
      );
    case "DATE":
      return <TextInput {...common} type="date" value={text} onChange={onText} />;
    case "SELECT":
      return (
        <Select
          {...common}
          placeholder="Choose"
          data={options}
          value={text || null}
          onChange={(next) => onChange(next ?? undefined)}
          clearable={!isRequired}
          allowDeselect={false}
          searchable={options.length > 8}
          clearButtonProps={{ "aria-label": `Clear: ${label}` }}
          checkIconPosition="right"
        />
      );
    case "MULTI_SELECT":
      return (
        <MultiSelect
          {...common}
          placeholder={Array.isArray(value) && value.length > 0 ? undefined : "Choose"}
          data={options}
          value={Array.isArray(value) ? value : []}
          onChange={(next) => onChange(next.length > 0 ? next : undefined)}
          searchable={options.length > 8}
          clearable
          clearButtonProps={{ "aria-label": `Clear: ${label}` }}
        />
      );
    case "CHECKBOX":
      return (
        <Checkbox
          label={
            <>
              {label}
              {isRequired ? <span aria-hidden="true"> *</span> : null}
            </>
          }
          required={isRequired}
          aria-invalid={error ? true : undefined}
          description={help}
          error={error}
          disabled={isDisabled}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
  }
}
