import { Autocomplete, Button, MultiSelect, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { AssigneeSelect } from "@/features/tickets/assignee-select";
import { type DueFilter, parseDue } from "@/features/tickets/due-filter";
import classes from "@/features/tickets/filter-panel.module.css";
import { NOBODY, type Sieve, type TicketFilter } from "@/features/tickets/ticket-filter";
import { useKnownTags } from "@/features/tickets/use-known-tags";
import { ITEM_WORDS } from "@/shared/lib/item-words";
import { PRIORITIES, PRIORITY_LABEL } from "@/shared/lib/labels";
import { join, joinSorted, split } from "@/shared/lib/several";
import { normalTag, TAG_RULE } from "@/shared/lib/tag";
import { useCategories } from "@/shared/reference/use-categories";
import { usePersonName } from "@/shared/reference/use-person-name";
import { useTeams } from "@/shared/reference/use-teams";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

interface FilterPanelProps {
  filter: TicketFilter;
  onChange: (change: Partial<Sieve>) => void;
  /** Whether the keyboard begins in it. */
  hasFocus?: boolean;
  onClose: () => void;
}

/** As many as a list takes. */
const MOST_CATEGORIES = 20;
const SOME_DAY = "day";

export default function FilterPanel({
  filter,
  onChange,
  hasFocus = false,
  onClose,
}: FilterPanelProps) {
  const user = useCurrentUser();
  const staff = isStaff(user);
  const teams = useTeams();
  const categories = useCategories();

  return (
    <search id="list-filters" className={`sv-card ${classes.panel}`} aria-label="Filters">
      <MultiSelect
        classNames={{ inputField: classes.typed }}
        label="Priority"
        aria-keyshortcuts="/"
        autoFocus={hasFocus}
        placeholder={filter.priority ? undefined : "Any"}
        data={PRIORITIES.map((value) => ({ value, label: PRIORITY_LABEL[value] }))}
        value={split(filter.priority)}
        onChange={(chosen) => onChange({ priority: join(chosen, PRIORITIES) })}
        clearable
        clearButtonProps={{ "aria-label": "Any priority" }}
        checkIconPosition="right"
      />
      <MultiSelect
        classNames={{ inputField: classes.typed }}
        label="Category"
        placeholder={categories.isPending ? "Loading…" : filter.category ? undefined : "Any"}
        data={(categories.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={categories.data ? split(filter.category) : []}
        onChange={(chosen) => onChange({ category: joinSorted(chosen) })}
        maxValues={MOST_CATEGORIES}
        error={categories.isError ? "The categories could not be loaded" : undefined}
        searchable
        nothingFoundMessage="No such category"
        clearable
        clearButtonProps={{ "aria-label": "Any category" }}
        checkIconPosition="right"
      />
      {staff ? (
        <>
          <Select
            label="Team"
            placeholder={teams.isPending ? "Loading…" : "Any"}
            data={(teams.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={teams.data ? (filter.team ?? null) : null}
            onChange={(team) => onChange({ team: team ?? undefined })}
            error={teams.isError ? "The teams could not be loaded" : undefined}
            clearable
            clearButtonProps={{ "aria-label": "Any team" }}
            checkIconPosition="right"
          />
          {filter.view === "mine" ? null : <AssigneeFilter filter={filter} onChange={onChange} />}
          <TagFilter key={filter.tag} tag={filter.tag} onChange={onChange} />
        </>
      ) : null}
      <DueSelect due={filter.due} onChange={onChange} />
      <TextInput
        type="date"
        label="Created from"
        value={filter.from ?? ""}
        max={filter.to}
        onChange={(event) => onChange({ from: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label="Created until"
        value={filter.to ?? ""}
        min={filter.from}
        onChange={(event) => onChange({ to: event.currentTarget.value || undefined })}
      />
      {/* On a phone the panel hides the list. */}
      <Button hiddenFrom="sm" onClick={onClose}>
        Show {ITEM_WORDS[filter.type].many}
      </Button>
    </search>
  );
}

const UNASSIGNED = { id: NOBODY, name: "Unassigned" };

function AssigneeFilter({ filter, onChange }: Pick<FilterPanelProps, "filter" | "onChange">) {
  const { assignee } = filter;
  const name = usePersonName(assignee === NOBODY ? undefined : assignee);
  const shown =
    assignee === NOBODY ? UNASSIGNED : assignee ? { id: assignee, name: name ?? "…" } : null;
  return (
    <AssigneeSelect
      placeholder="Any"
      clearLabel="Any assignee"
      teamId={filter.team ?? null}
      value={shown}
      also={UNASSIGNED}
      onChange={(person) => onChange({ assignee: person?.id })}
    />
  );
}

function TagFilter({ tag, onChange }: { tag?: string; onChange: FilterPanelProps["onChange"] }) {
  const known = useKnownTags();
  const [typed, setTyped] = useState(tag ?? "");
  const [problem, setProblem] = useState<string | null>(null);

  const commit = (text: string) => {
    const next = text.trim() === "" ? undefined : normalTag(text);
    setProblem(next === null ? TAG_RULE : null);
    if (next !== null && next !== tag) onChange({ tag: next });
  };

  return (
    <Autocomplete
      label="Tag"
      placeholder="Any"
      data={known}
      value={typed}
      onChange={setTyped}
      onOptionSubmit={commit}
      onBlur={() => commit(typed)}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit(typed);
      }}
      error={problem}
      clearable
      onClear={() => commit("")}
      clearButtonProps={{ "aria-label": "Any tag" }}
    />
  );
}

function DueSelect({ due, onChange }: { due?: DueFilter; onChange: FilterPanelProps["onChange"] }) {
  const isDay = due !== undefined && !["overdue", "today", "week"].includes(due);
  const [isAsked, setAsked] = useState(isDay);
  const choose = (value: string | null) => {
    setAsked(value === SOME_DAY);
    if (value !== SOME_DAY) onChange({ due: parseDue(value) });
  };
  return (
    <>
      <Select
        label="Due"
        placeholder="Any"
        data={[
          { value: "overdue", label: "Overdue" },
          { value: "today", label: "Today or before" },
          { value: "week", label: "Within 7 days" },
          { value: SOME_DAY, label: "By a day…" },
        ]}
        value={isDay || isAsked ? SOME_DAY : (due ?? null)}
        onChange={choose}
        clearable
        clearButtonProps={{ "aria-label": "Due at any time" }}
        checkIconPosition="right"
      />
      {isAsked || isDay ? (
        <TextInput
          type="date"
          label="Due by"
          value={isDay ? due : ""}
          onChange={(event) => onChange({ due: parseDue(event.currentTarget.value) })}
        />
      ) : null}
    </>
  );
}
