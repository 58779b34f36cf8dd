import { Button, Select, Skeleton, Text, TextInput, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { Plus, Search, Zap } from "lucide-react";
import { type ReactNode, useState } from "react";
import { MacroDialog } from "@/features/macros/macro-dialog";
import { emptyMacro, type MacroTyped, macroBody, typedOf } from "@/features/macros/macro-edit";
import { MacroRow, type MacroTask } from "@/features/macros/macro-row";
import classes from "@/features/macros/macros-page.module.css";
import { useKeepMacro } from "@/features/macros/use-keep-macro";
import type { Macro } from "@/shared/api/types";
import { findMacros } from "@/shared/lib/find-macros";
import { mayShare, sharingKey, sharingOf } from "@/shared/lib/sharing";
import { useMacros } from "@/shared/reference/use-macros";
import { useTeams } from "@/shared/reference/use-teams";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { ErrorState } from "@/shared/ui/error-state";
import { showFailure } from "@/shared/ui/failure-toast";
import { MessageState } from "@/shared/ui/message-state";
import { showUndo } from "@/shared/ui/undo-toast";

/** The most macros of a person, of a team, or of everyone. */
const MOST_MACROS = 100;

/** The macros that somebody uses: the own to be changed, the others to be looked at. */
export function OwnMacrosPage() {
  return (
    <MacrosPage
      about="Words that you send often, and changes that go with them. Use them from the reply box."
      shelf={null}
    />
  );
}

/** The macros that a team shares, or everyone has, for those who look after them. */
export function SharedMacrosPage() {
  const user = useCurrentUser();
  const teams = useTeams();
  const shelves = [
    { value: "EVERYONE", label: "Everyone’s" },
    ...(teams.data ?? []).map(({ id, name }) => ({ value: id, label: `Team ${name}` })),
  ].filter(({ value }) => mayShare(sharingOf(value), user));
  const [chosen, setChosen] = useState<string | null>(null);
  const shelf = chosen ?? shelves[0]?.value;
  if (!shelf) {
    return teams.isPending ? (
      <Skeleton height={240} radius={12} />
    ) : (
      <MessageState isPage icon={<Zap size={26} />} title="No macros to look after">
        You look after the macros of the teams that you are in, and you are in none.
      </MessageState>
    );
  }
  return (
    <MacrosPage
      about="What agents say and do with one click, shared with a team or with everyone"
      shelf={shelf}
      choice={
        <Select
          aria-label="Whose macros"
          data={shelves}
          value={shelf}
          onChange={setChosen}
          allowDeselect={false}
          checkIconPosition="right"
        />
      }
    />
  );
}

interface MacrosPageProps {
  about: string;
  /** Which ones are shown, as `sharingKey` says it; null for all that the person has. */
  shelf: string | null;
  choice?: ReactNode;
}

interface Editing {
  macro?: Macro;
  begin: MacroTyped;
}

function MacrosPage({ about, shelf, choice }: MacrosPageProps) {
  useDocumentTitle("Macros · Seaversity");
  const user = useCurrentUser();
  const teams = useTeams();
  const isTeam = shelf?.startsWith("team_") === true;
  const macros = useMacros(isTeam ? shelf : null);
  const keep = useKeepMacro();
  const [query, setQuery] = useState("");
  const [editing, setEditing] = useState<Editing | null>(null);
  const listed = (macros.data ?? []).filter(
    ({ sharing }) => !shelf || sharingKey(sharing) === shelf,
  );
  const groups = findMacros(listed, query, teams.data ?? []);
  const sharing = sharingOf(shelf ?? "NOBODY");
  const count = (key: string) => listed.filter((one) => sharingKey(one.sharing) === key).length;

  const remove = (macro: Macro) =>
    keep.remove.mutate(macro, {
      onSuccess: () =>
        showUndo({
          title: `“${macro.name}” is deleted`,
          onUndo: () =>
            keep.make.mutate(macroBody(typedOf(macro)), {
              onError: (error) => showFailure("Not undone", error),
            }),
        }),
      onError: (error) => showFailure("Not deleted", error),
    });
  const act = (macro: Macro, task: MacroTask) => {
    const typed = typedOf(macro);
    switch (task) {
      case "edit":
        return setEditing({ macro, begin: typed });
      case "duplicate":
        return setEditing({
          begin: {
            ...typed,
            name: `${typed.name} (copy)`.slice(0, 80),
            sharing: mayShare(macro.sharing, user) ? macro.sharing : { with: "NOBODY" },
          },
        });
      case "delete":
        return remove(macro);
    }
  };
  const add = () => setEditing({ begin: emptyMacro(sharing) });

  return (
    <>
      <div className={classes.head}>
        <div>
          <Title order={1} size="h2">
            Macros
          </Title>
          <Text c="dimmed" size="sm">
            {about}
          </Text>
        </div>
        <Button leftSection={<Plus size={17} aria-hidden="true" />} onClick={add}>
          New macro
        </Button>
      </div>
      <div className={classes.tools}>
        {choice}
        <TextInput
          className={classes.find}
          type="search"
          aria-label="Find a macro"
          aria-keyshortcuts="/"
          placeholder="Find by name or words"
          leftSection={<Search size={16} aria-hidden="true" />}
          maxLength={100}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      {macros.isPending ? (
        <Skeleton height={240} radius={12} />
      ) : macros.isError && !macros.data ? (
        <ErrorState
          error={macros.error}
          title="The macros could not be loaded"
          onRetry={() => void macros.refetch()}
        />
      ) : groups.length === 0 ? (
        <section className="sv-card">
          <MessageState
            icon={<Zap size={26} />}
            title={query.trim() ? "No macro found" : "No macros yet"}
          >
            {query.trim()
              ? `None is called or says “${query.trim()}”.`
              : "A macro fills in words, with the name of the requester and the like, and changes status, assignee or tags along with them."}
          </MessageState>
        </section>
      ) : (
        groups.map((group) => (
          <section key={group.key} className={classes.group} aria-label={group.label}>
            <div className={classes.groupHead}>
              <Title order={2} size="h5">
                {group.label}
              </Title>
              <Text size="xs" c="dimmed">
                {count(group.key)} of at most {MOST_MACROS}
              </Text>
            </div>
            <ul className={`${classes.list} sv-card`}>
              {group.macros.map((macro) => (
                <MacroRow key={macro.id} macro={macro} onAct={(task) => act(macro, task)} />
              ))}
            </ul>
          </section>
        ))
      )}
      {editing ? <MacroDialog {...editing} onClose={() => setEditing(null)} /> : null}
    </>
  );
}
