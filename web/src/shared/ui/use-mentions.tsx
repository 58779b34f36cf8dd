import type { SuggestionProps } from "@tiptap/suggestion";
import { useEffect, useId, useRef, useState } from "react";
import type { PersonRef } from "@/shared/api/types";
import { MentionMenu, optionId } from "@/shared/ui/mention-menu";
import { MentionNode } from "@/shared/ui/mention-node";

export type FindPeople = (name: string, signal: AbortSignal) => Promise<PersonRef[]>;

interface Open {
  suggestion: SuggestionProps<PersonRef>;
  index: number;
}

function choose({ suggestion }: Open, person: PersonRef | undefined) {
  if (person) suggestion.command({ id: person.id, label: person.name });
}

/** Whether the key was for the menu. */
function onKey(event: KeyboardEvent, open: Open, show: (open: Open) => void): boolean {
  const { items } = open.suggestion;
  // The page has other uses for this key.
  if (event.key === "Escape") event.stopPropagation();
  if (items.length === 0 || event.ctrlKey || event.metaKey || event.isComposing) return false;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const step = event.key === "ArrowDown" ? 1 : -1;
    show({ ...open, index: (open.index + step + items.length) % items.length });
    return true;
  }
  if (event.key !== "Enter" && event.key !== "Tab") return false;
  choose(open, items[open.index]);
  return true;
}

/** What lets people be mentioned with `@`: an extension for the editor, and the menu while it is open. */
export function useMentions(find: FindPeople | undefined) {
  const id = useId();
  const latest = useRef({ find, open: null as Open | null });
  const [open, setOpen] = useState<Open | null>(null);
  useEffect(() => {
    latest.current.find = find;
  });

  const [extension] = useState(() => {
    if (!find) return null;
    const show = (next: Open | null) => {
      latest.current.open = next;
      setOpen(next);
    };
    return MentionNode.configure({
      suggestion: {
        allowedPrefixes: [" ", "("],
        debounce: 120,
        items: async ({ query, signal }) => {
          try {
            return (await latest.current.find?.(query, signal)) ?? [];
          } catch {
            return [];
          }
        },
        render: () => ({
          onStart: (suggestion) => show({ suggestion, index: 0 }),
          onUpdate: (suggestion) => show({ suggestion, index: 0 }),
          onExit: () => show(null),
          onKeyDown: ({ event }) =>
            latest.current.open ? onKey(event, latest.current.open, show) : false,
        }),
      },
    });
  });

  // The keyboard stays in the text, which tells what it is at in the menu.
  const field = open?.suggestion.editor.view.dom;
  const active = open && open.suggestion.items.length > 0 ? optionId(id, open.index) : null;
  useEffect(() => {
    if (!field || !active) return;
    field.setAttribute("aria-controls", id);
    field.setAttribute("aria-activedescendant", active);
    return () => {
      field.removeAttribute("aria-controls");
      field.removeAttribute("aria-activedescendant");
    };
  }, [field, active, id]);

  const menu = open ? (
    <MentionMenu
      id={id}
      suggestion={open.suggestion}
      index={open.index}
      onChoose={(person) => choose(open, person)}
    />
  ) : null;
  return { extension, menu };
}
