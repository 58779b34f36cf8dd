import { CloseButton, Kbd } from "@mantine/core";
import { Search } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { flushSync } from "react-dom";
import { findCommands } from "@/app/find-commands";
import { PaletteOption } from "@/app/palette-option";
import classes from "@/app/palette-search.module.css";
import { type Command, useCommands } from "@/app/use-commands";
import { typedNumber } from "@/shared/lib/item-words";

const STEP: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

interface PaletteSearchProps {
  onClose: () => void;
  onHelp: () => void;
}

export function PaletteSearch({ onClose, onHelp }: PaletteSearchProps) {
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const listId = useId();
  const commands = useCommands(typedNumber(query), onHelp);
  const groups = findCommands(commands, query);
  const found = groups.flatMap(([, members]) => members);
  const current = found[at];
  const groupId = (group: string) => `${listId}-${group.replaceAll(" ", "-")}`;
  const optionId = (command: Command) => `${listId}-${command.id}`;

  const run = (command: Command) => {
    // The keyboard is given back first: the command may take it elsewhere.
    flushSync(onClose);
    void command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While a word is being composed, the keys are those of the input method.
    if (event.nativeEvent.isComposing) return;
    const step = STEP[event.key];
    if (step && found.length > 0) {
      event.preventDefault();
      setAt((at + step + found.length) % found.length);
    }
    if (event.key === "Enter" && current) {
      event.preventDefault();
      run(current);
    }
  };

  return (
    <>
      <div className={classes.field}>
        <Search size={19} className={classes.lens} aria-hidden="true" />
        <input
          data-autofocus
          className={classes.input}
          type="text"
          role="combobox"
          aria-label="Page, action or ticket number"
          aria-autocomplete="list"
          aria-expanded={found.length > 0}
          aria-controls={found.length > 0 ? listId : undefined}
          aria-activedescendant={current ? optionId(current) : undefined}
          placeholder="Page, action or ticket number"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={100}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <CloseButton aria-label="Close" onClick={onClose} />
      </div>
      {found.length > 0 ? (
        <div id={listId} role="listbox" aria-label="Results" className={classes.list}>
          {groups.map(([group, members]) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a listbox.
            <div key={group} role="group" aria-labelledby={groupId(group)}>
              <div id={groupId(group)} role="presentation" className={classes.group}>
                {group}
              </div>
              {members.map((command) => (
                <PaletteOption
                  key={command.id}
                  id={optionId(command)}
                  command={command}
                  isCurrent={command === current}
                  onPoint={() => setAt(found.indexOf(command))}
                  onChoose={() => run(command)}
                />
              ))}
            </div>
          ))}
        </div>
      ) : null}
      <div role="status">
        {found.length > 0 ? null : (
          <div className={classes.empty}>
            <strong>Nothing found for “{query.trim()}”.</strong>
            <span>
              Type the number of a ticket, such as <b>T-12</b> or <b>12</b>, the name of a page, or
              what you want to do: <b>new ticket</b>, <b>dark</b>, <b>sign out</b>.
            </span>
          </div>
        )}
      </div>
      <div className={classes.keys} aria-hidden="true">
        <span>
          <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> move
        </span>
        <span>
          <Kbd size="xs">Enter</Kbd> choose
        </span>
        <span>
          <Kbd size="xs">Esc</Kbd> close
        </span>
      </div>
    </>
  );
}
