import { ActionIcon, Checkbox, Collapse, Select, Stack, Textarea, TextInput } from "@mantine/core";
import {
  ArrowDown,
  ArrowUp,
  CalendarDays,
  ChevronDown,
  CircleDot,
  GripVertical,
  Hash,
  ListChecks,
  type LucideIcon,
  SquareCheckBig,
  Trash2,
  Type,
} from "lucide-react";
import { type DragEvent, useId } from "react";
import { FIELD_KINDS, hasOptions, kindLabel } from "@/features/categories/field-list";
import classes from "@/features/categories/fields-editor.module.css";
import type { CustomField, FieldKind } from "@/shared/api/types";

const KIND_ICON: Record<FieldKind, LucideIcon> = {
  TEXT: Type,
  NUMBER: Hash,
  DATE: CalendarDays,
  SELECT: CircleDot,
  MULTI_SELECT: ListChecks,
  CHECKBOX: SquareCheckBig,
};

export type FieldStep = -1 | 1;

interface FieldEditorProps {
  field: CustomField;
  errors: Partial<Record<"key" | "label" | "kind" | "help" | "options", string>>;
  /** Whether tickets may have answers to it already. */
  isKnown: boolean;
  isOpen: boolean;
  isFirst: boolean;
  isLast: boolean;
  onToggle: () => void;
  onChange: (change: Partial<CustomField>) => void;
  onMove: (step: FieldStep) => void;
  onRemove: () => void;
  onDragStart: (event: DragEvent) => void;
  onDragEnd: () => void;
}

/** One field: a line that unfolds into its form. */
export function FieldEditor({ field, errors, isKnown, isOpen, ...rest }: FieldEditorProps) {
  const { isFirst, isLast, onToggle, onChange, onMove, onRemove, onDragStart, onDragEnd } = rest;
  const { key, label, kind, isRequired = false, help, options = [] } = field;
  const bodyId = useId();
  const Icon = KIND_ICON[kind];
  const name = label.trim() || "New field";
  const isBroken = Object.keys(errors).length > 0;
  return (
    <>
      <div className={classes.line}>
        {/* The buttons beside it do the same for keyboards. */}
        <span
          className={classes.grip}
          draggable
          onDragStart={onDragStart}
          onDragEnd={onDragEnd}
          title="Drag to move"
          aria-hidden="true"
        >
          <GripVertical size={16} />
        </span>
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={onToggle}
        >
          <Icon size={16} className={classes.kind} aria-hidden="true" />
          <span className={classes.label} data-broken={isBroken || undefined}>
            {name}
          </span>
          <span className={classes.about}>
            {kindLabel(kind)}
            {isRequired ? ", required" : ""}
          </span>
          <ChevronDown size={16} className={classes.chevron} aria-hidden="true" />
        </button>
        <ActionIcon.Group>
          <ActionIcon
            variant="default"
            aria-label={`Move ${name} up`}
            data-move={`${key}-up`}
            disabled={isFirst}
            onClick={() => onMove(-1)}
          >
            <ArrowUp size={15} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            aria-label={`Move ${name} down`}
            data-move={`${key}-down`}
            disabled={isLast}
            onClick={() => onMove(1)}
          >
            <ArrowDown size={15} />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={`Remove ${name}`} onClick={onRemove}>
            <Trash2 size={15} />
          </ActionIcon>
        </ActionIcon.Group>
      </div>
      <Collapse expanded={isOpen} id={bodyId} keepMounted={false}>
        <Stack gap="sm" className={classes.body}>
          <div className={classes.pair}>
            <TextInput
              label="Label"
              maxLength={80}
              withAsterisk
              required
              data-label={key}
              value={label}
              onChange={(event) => onChange({ label: event.currentTarget.value })}
              error={errors.label ?? errors.key}
            />
            <Select
              label="Kind"
              data={[...FIELD_KINDS]}
              allowDeselect={false}
              checkIconPosition="right"
              value={kind}
              onChange={(next) => next && onChange({ kind: next as FieldKind })}
              description={isKnown ? "Answers that were given stay as they are" : undefined}
              inputWrapperOrder={["label", "input", "description", "error"]}
              error={errors.kind}
            />
          </div>
          {hasOptions(kind) ? (
            <Textarea
              label="Options"
              description="One a line, in the order in which they are shown"
              autosize
              minRows={3}
              maxRows={12}
              withAsterisk
              required
              value={options.join("\n")}
              onChange={(event) => onChange({ options: event.currentTarget.value.split("\n") })}
              error={errors.options}
            />
          ) : null}
          <TextInput
            label="Help"
            description="A line below the field"
            maxLength={200}
            value={help ?? ""}
            onChange={(event) => onChange({ help: event.currentTarget.value })}
            error={errors.help}
          />
          <Checkbox
            label={kind === "CHECKBOX" ? "It must be ticked" : "It must be answered"}
            checked={isRequired}
            onChange={(event) => onChange({ isRequired: event.currentTarget.checked })}
          />
        </Stack>
      </Collapse>
    </>
  );
}
