import { Button, Text } from "@mantine/core";
import { Plus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { FieldEditor, type FieldStep } from "@/features/categories/field-editor";
import { keyFor, MOST_FIELDS, moved } from "@/features/categories/field-list";
import classes from "@/features/categories/fields-editor.module.css";
import type { CustomField } from "@/shared/api/types";
import { showUndo } from "@/shared/ui/undo-toast";

interface FieldsEditorProps {
  fields: CustomField[];
  /** Those that the category has had so far. */
  known: readonly CustomField[];
  /** By the API's paths: `fields[0].label`. */
  errors: Record<string, string>;
  onChange: (change: (fields: CustomField[]) => CustomField[]) => void;
}

const PARTS = ["key", "label", "kind", "help", "options"] as const;

function errorsAt(errors: Record<string, string>, at: number) {
  return Object.fromEntries(
    PARTS.flatMap((part) => {
      const rule = errors[`fields[${at}].${part}`];
      return rule ? [[part, rule]] : [];
    }),
  );
}

/** What the category asks for besides what every ticket has. */
export function FieldsEditor({ fields, known, errors, onChange }: FieldsEditorProps) {
  const [open, setOpen] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const list = useRef<HTMLUListElement>(null);
  /** What is to have the keyboard once the list is drawn anew. */
  const next = useRef<string[]>([]);

  useEffect(() => {
    const [first] = next.current
      .map((selector) => list.current?.querySelector<HTMLElement>(selector))
      .filter((element) => element && !element.matches(":disabled"));
    if (next.current.length > 0) first?.focus();
    next.current = [];
  });

  const isFull = fields.length >= MOST_FIELDS;
  const broken = fields.findIndex((_, at) => Object.keys(errorsAt(errors, at)).length > 0);
  const shown = open ?? fields[broken]?.key;

  const add = () => {
    const key = keyFor(
      "new field",
      [...known, ...fields].map((field) => field.key),
    );
    onChange((before) => [...before, { key, label: "", kind: "TEXT" }]);
    setOpen(key);
    next.current = [`[data-label="${key}"]`];
  };

  const move = (at: number, step: FieldStep) => {
    const field = fields[at];
    if (!field) return;
    onChange((before) => moved(before, at, at + step));
    const [same, other] = step < 0 ? ["up", "down"] : ["down", "up"];
    next.current = [same, other].map((way) => `[data-move="${field.key}-${way}"]`);
    setSaid(`${field.label || "New field"}: place ${at + step + 1} of ${fields.length}`);
  };

  const remove = (at: number) => {
    const field = fields[at];
    if (!field) return;
    onChange((before) => before.filter(({ key }) => key !== field.key));
    const neighbour = fields[at + 1] ?? fields[at - 1];
    if (neighbour) next.current = [`[data-field="${neighbour.key}"] button`];
    showUndo({
      title: `${field.label || "The field"} is removed`,
      message: "Answers that tickets have stay.",
      onUndo: () =>
        onChange((now) =>
          now.some(({ key }) => key === field.key)
            ? now
            : [...now.slice(0, at), field, ...now.slice(at)],
        ),
    });
  };

  const dragOver = (at: number) => {
    const from = fields.findIndex(({ key }) => key === dragged);
    if (from >= 0 && from !== at) onChange((before) => moved(before, from, at));
  };

  return (
    <div>
      <span className="sv-visually-hidden" role="status">
        {said}
      </span>
      {fields.length === 0 ? (
        <Text size="sm" c="dimmed" mb="sm">
          Nothing yet: a ticket of this category has a title and a description, like any other.
        </Text>
      ) : (
        <ul ref={list} className={classes.list} aria-label="Fields">
          {fields.map((field, at) => (
            <li
              key={field.key}
              className={classes.field}
              data-field={field.key}
              data-dragged={dragged === field.key || undefined}
              onDragOver={(event) => {
                if (!dragged) return;
                event.preventDefault();
                dragOver(at);
              }}
            >
              <FieldEditor
                field={field}
                errors={errorsAt(errors, at)}
                isKnown={known.some(({ key }) => key === field.key)}
                isOpen={shown === field.key}
                isFirst={at === 0}
                isLast={at === fields.length - 1}
                onToggle={() => setOpen(shown === field.key ? "" : field.key)}
                onChange={(change) =>
                  onChange((before) =>
                    before.map((each) => (each.key === field.key ? { ...each, ...change } : each)),
                  )
                }
                onMove={(step) => move(at, step)}
                onRemove={() => remove(at)}
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = "move";
                  event.dataTransfer.setData("text/plain", field.key);
                  setDragged(field.key);
                }}
                onDragEnd={() => setDragged(null)}
              />
            </li>
          ))}
        </ul>
      )}
      <Button
        variant="light"
        size="sm"
        leftSection={<Plus size={16} aria-hidden="true" />}
        disabled={isFull}
        onClick={add}
      >
        Add a field
      </Button>
      {isFull ? (
        <Text size="xs" c="dimmed" mt={6}>
          These are {MOST_FIELDS} fields, which is the most.
        </Text>
      ) : null}
    </div>
  );
}
