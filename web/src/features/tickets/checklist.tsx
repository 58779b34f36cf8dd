import { ActionIcon, Checkbox, Menu, Progress, TextInput } from "@mantine/core";
import { ArrowDown, ArrowUp, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import classes from "@/features/tickets/checklist.module.css";
import {
  addEntries,
  changeEntry,
  doneCount,
  LONGEST_ENTRY,
  MOST_ENTRIES,
  moveEntry,
  removeEntry,
} from "@/features/tickets/checklist-edit";
import type { ChecklistEntry } from "@/shared/api/types";

interface ChecklistProps {
  entries: ChecklistEntry[];
  onChange: (entries: ChecklistEntry[]) => void;
  isReadOnly?: boolean;
}

/** How far it is; null where there is nothing to do. */
export function checklistProgress(entries: readonly ChecklistEntry[]): string | undefined {
  return entries.length > 0 ? `${doneCount(entries)} of ${entries.length}` : undefined;
}

export function Checklist({ entries, onChange, isReadOnly = false }: ChecklistProps) {
  const [text, setText] = useState("");
  const [said, setSaid] = useState("");
  const list = useRef<HTMLUListElement>(null);

  const add = () => {
    const next = addEntries(entries, text);
    setText("");
    if (next.length > entries.length) onChange(next);
  };
  const move = (at: number, by: 1 | -1) => {
    const next = moveEntry(entries, at, by);
    if (next === entries) return;
    onChange(next);
    setSaid(`${entries[at]?.text}: now ${at + by + 1} of ${entries.length}`);
    // The keyboard goes with the entry.
    requestAnimationFrame(() =>
      list.current?.querySelectorAll<HTMLInputElement>("input[type=checkbox]")[at + by]?.focus(),
    );
  };

  return (
    <>
      {entries.length > 0 ? (
        <>
          <Progress
            className={classes.bar}
            value={(doneCount(entries) / entries.length) * 100}
            size={6}
            color={doneCount(entries) === entries.length ? "teal" : undefined}
            aria-label="Done of the checklist"
          />
          <ul ref={list} className={classes.list}>
            {entries.map((entry, at) => (
              <Entry
                // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name but their place.
                key={at}
                entry={entry}
                isReadOnly={isReadOnly}
                isFirst={at === 0}
                isLast={at === entries.length - 1}
                onChange={(change) => onChange(changeEntry(entries, at, change))}
                onMove={(by) => move(at, by)}
                onRemove={() => onChange(removeEntry(entries, at))}
              />
            ))}
          </ul>
        </>
      ) : null}
      <span role="status" className="sv-visually-hidden">
        {said}
      </span>
      {isReadOnly || entries.length >= MOST_ENTRIES ? null : (
        <TextInput
          size="xs"
          aria-label="New entry of the checklist"
          placeholder="Add an entry, Enter"
          maxLength={LONGEST_ENTRY}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData("text");
            if (!pasted.trim().includes("\n")) return;
            event.preventDefault();
            onChange(addEntries(entries, pasted));
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add();
          }}
          onBlur={add}
        />
      )}
    </>
  );
}

interface EntryProps {
  entry: ChecklistEntry;
  isReadOnly: boolean;
  isFirst: boolean;
  isLast: boolean;
  onChange: (change: Partial<ChecklistEntry>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

function Entry({ entry, isReadOnly, isFirst, isLast, onChange, onMove, onRemove }: EntryProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);

  const commit = () => {
    const text = typed?.trim();
    setTyped(null);
    if (text && text !== entry.text) onChange({ text });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || isReadOnly) return;
    if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      onMove(event.key === "ArrowUp" ? -1 : 1);
    }
  };

  return (
    <li className={classes.entry} data-done={entry.isDone || undefined} onKeyDown={onKeyDown}>
      <Checkbox
        id={id}
        size="xs"
        mt={2}
        checked={Boolean(entry.isDone)}
        disabled={isReadOnly}
        onChange={(event) => onChange({ isDone: event.currentTarget.checked })}
        aria-label={entry.text}
      />
      {typed === null ? (
        <label htmlFor={id} className={`${classes.text} ${classes.label}`} dir="auto">
          {entry.text}
        </label>
      ) : (
        <TextInput
          size="xs"
          flex={1}
          autoFocus
          aria-label={`Change: ${entry.text}`}
          maxLength={LONGEST_ENTRY}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === "Enter") commit();
            if (event.key === "Escape") setTyped(null);
          }}
        />
      )}
      {isReadOnly ? null : (
        <Menu position="bottom-end" shadow="md" width={170} returnFocus>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`More: ${entry.text}`}>
              <Ellipsis size={15} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<Pencil size={15} />} onClick={() => setTyped(entry.text)}>
              Edit
            </Menu.Item>
            <Menu.Item
              leftSection={<ArrowUp size={15} />}
              disabled={isFirst}
              onClick={() => onMove(-1)}
            >
              Move up
            </Menu.Item>
            <Menu.Item
              leftSection={<ArrowDown size={15} />}
              disabled={isLast}
              onClick={() => onMove(1)}
            >
              Move down
            </Menu.Item>
            <Menu.Item leftSection={<Trash2 size={15} />} onClick={onRemove}>
              Remove
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}
