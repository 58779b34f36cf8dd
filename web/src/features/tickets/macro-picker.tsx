import { Anchor, Skeleton, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Search, Zap } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import classes from "@/features/tickets/macro-picker.module.css";
import { macroPreviewQuery } from "@/features/tickets/use-apply-macro";
import type { Macro, MacroPreview, Ticket } from "@/shared/api/types";
import { findMacros } from "@/shared/lib/find-macros";
import { actionWords } from "@/shared/lib/macro-actions";
import { useActionNames } from "@/shared/reference/use-action-names";
import { useMacros } from "@/shared/reference/use-macros";
import { useTeams } from "@/shared/reference/use-teams";
import { Dialog } from "@/shared/ui/dialog";
import { ErrorState } from "@/shared/ui/error-state";
import { showFailure } from "@/shared/ui/failure-toast";
import { MessageState } from "@/shared/ui/message-state";
import { RichText } from "@/shared/ui/rich-text";

interface MacroPickerProps {
  ticket: Ticket;
  onChoose: (macro: Macro, preview: MacroPreview) => void;
  onClose: () => void;
}

const STEP: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
const POINTING_MS = 150;

/** Finds a macro by what it is called or says, and shows what it would say here. */
export default function MacroPicker({ ticket, onChoose, onClose }: MacroPickerProps) {
  const client = useQueryClient();
  const macros = useMacros();
  const teams = useTeams();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const [isChoosing, setChoosing] = useState(false);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const groups = findMacros(macros.data ?? [], query, teams.data ?? []);
  const found = groups.flatMap((group) => group.macros);
  const current = found[at];
  const currentId = current?.id;

  useEffect(() => {
    if (!currentId) return;
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [currentId]);

  const choose = async (macro: Macro) => {
    if (isChoosing) return;
    setChoosing(true);
    try {
      onChoose(macro, await client.fetchQuery(macroPreviewQuery(ticket, macro)));
    } catch (error) {
      showFailure(`“${macro.name}” could not be used`, error);
    }
    setChoosing(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = STEP[event.key];
    if (step && found.length > 0) {
      event.preventDefault();
      setAt((at + step + found.length) % found.length);
    }
    if (event.key === "Enter" && current) {
      event.preventDefault();
      void choose(current);
    }
  };

  return (
    <Dialog title="Macros" size="lg" onClose={onClose}>
      <TextInput
        data-autofocus
        role="combobox"
        aria-label="Find a macro"
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={found.length > 0 ? listId : undefined}
        aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
        placeholder="Find by name or words"
        leftSection={<Search size={16} aria-hidden="true" />}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {macros.isPending ? (
        <Skeleton height={300} radius={10} mt={12} />
      ) : macros.isError ? (
        <ErrorState
          error={macros.error}
          title="The macros could not be loaded"
          onRetry={() => void macros.refetch()}
        />
      ) : macros.data.length === 0 ? (
        <MessageState
          icon={<Zap size={26} />}
          title="No macros yet"
          action={<ManageLink>Make the first one</ManageLink>}
        >
          A macro holds words that you send often, and changes that go with them.
        </MessageState>
      ) : (
        <>
          <div className={classes.body}>
            {found.length > 0 ? (
              <div
                ref={list}
                id={listId}
                role="listbox"
                aria-label="Macros"
                className={classes.list}
              >
                {groups.map((group) => (
                  // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a listbox.
                  <div key={group.key} role="group" aria-labelledby={`${listId}-${group.key}`}>
                    <div
                      id={`${listId}-${group.key}`}
                      role="presentation"
                      className={classes.group}
                    >
                      {group.label}
                    </div>
                    {group.macros.map((macro) => (
                      // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's.
                      // biome-ignore lint/a11y/useFocusableInteractive: as above.
                      <div
                        key={macro.id}
                        id={`${listId}-${macro.id}`}
                        role="option"
                        aria-selected={macro === current}
                        className={classes.option}
                        onMouseMove={() => setAt(found.indexOf(macro))}
                        onClick={() => void choose(macro)}
                      >
                        <span className={classes.name}>{macro.name}</span>
                        {macro.description ? (
                          <span className={classes.about}>{macro.description}</span>
                        ) : null}
                      </div>
                    ))}
                  </div>
                ))}
              </div>
            ) : (
              <Text size="sm" c="dimmed" role="status" p="sm">
                No macro is called or says “{query.trim()}”.
              </Text>
            )}
            {current ? <Preview ticket={ticket} macro={current} /> : null}
          </div>
          <div className={classes.foot}>
            <Text size="xs" c="dimmed">
              Words go into your reply. A macro without words is applied at once.
            </Text>
            <ManageLink>Manage macros</ManageLink>
          </div>
        </>
      )}
    </Dialog>
  );
}

function ManageLink({ children }: { children: string }) {
  return (
    <Anchor size="sm" renderRoot={(props) => <Link to="/settings/macros" {...props} />}>
      {children}
    </Anchor>
  );
}

function Preview({ ticket, macro }: { ticket: Ticket; macro: Macro }) {
  const [pointed] = useDebouncedValue(macro, POINTING_MS);
  const preview = useQuery(macroPreviewQuery(ticket, pointed));
  const names = useActionNames(macro.actions);
  const actions = actionWords(macro.actions, names);
  // Until they are filled in, the words stand as they were written.
  const reply = (pointed.id === macro.id && preview.data?.reply) || macro.reply;
  return (
    <section
      className={classes.preview}
      aria-label="Preview"
      data-internal={reply?.isInternal || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
      tabIndex={0}
    >
      {reply ? (
        <>
          <Text size="xs" c="dimmed" mb={6}>
            {reply.isInternal
              ? "Internal note"
              : ticket.type === "TASK"
                ? "Comment"
                : "Public reply"}
          </Text>
          <RichText html={reply.content} />
        </>
      ) : (
        <Text size="sm" c="dimmed">
          Says nothing; it only changes the {ticket.type === "TASK" ? "task" : "ticket"}.
        </Text>
      )}
      {actions.length > 0 ? (
        <ul className={classes.actions} aria-label="What it does">
          {actions.map(({ key, words }) => (
            <li key={key} className={classes.action}>
              {words}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
