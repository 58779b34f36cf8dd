import { Text } from "@mantine/core";
import type { SuggestionProps } from "@tiptap/suggestion";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { PersonRef } from "@/shared/api/types";
import classes from "@/shared/ui/mention-menu.module.css";
import { PersonAvatar } from "@/shared/ui/person";

interface MentionMenuProps {
  id: string;
  suggestion: SuggestionProps<PersonRef>;
  /** Which of the people Enter takes. */
  index: number;
  onChoose: (person: PersonRef) => void;
}

export function optionId(menuId: string, index: number): string {
  return `${menuId}-${index}`;
}

/** The people who can be mentioned, at the place where it is typed. */
export function MentionMenu({ id, suggestion, index, onChoose }: MentionMenuProps) {
  const [element] = useState(() => {
    const made = document.createElement("div");
    made.className = classes.place ?? "";
    return made;
  });
  const [mount] = useState(() => suggestion.mount);
  useEffect(() => mount(element), [mount, element]);
  const { items, loading } = suggestion;
  return createPortal(
    items.length > 0 ? (
      <div id={id} role="listbox" aria-label="People to mention" className={classes.menu}>
        {items.map((person, at) => (
          // The keyboard stays in the text, which says what it is at.
          <div
            key={person.id}
            id={optionId(id, at)}
            role="option"
            tabIndex={-1}
            aria-selected={at === index}
            className={classes.option}
            onMouseDown={(event) => {
              event.preventDefault();
              onChoose(person);
            }}
          >
            <PersonAvatar person={person} size={22} />
            <span>{person.name}</span>
          </div>
        ))}
      </div>
    ) : (
      <Text size="sm" c="dimmed" className={classes.menu} p="xs" role="status">
        {loading ? "Looking…" : "Nobody who can read this has such a name"}
      </Text>
    ),
    element,
  );
}
