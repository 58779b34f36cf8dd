import { Select, SimpleGrid } from "@mantine/core";
import { useState } from "react";
import { TagsChoice } from "@/features/macros/tags-choice";
import type { MacroActions, Priority, Status } from "@/shared/api/types";
import { PRIORITIES, PRIORITY_LABEL, STATUS_LABEL, STATUSES } from "@/shared/lib/labels";
import { useCategories } from "@/shared/reference/use-categories";
import { usePersonName } from "@/shared/reference/use-person-name";
import { useStaff } from "@/shared/reference/use-staff";
import { useTeams } from "@/shared/reference/use-teams";

interface ActionsFieldsProps {
  value: MacroActions;
  onChange: (actions: MacroActions) => void;
}

/** What a macro does: what is left empty stays as it is. */
export function ActionsFields({ value, onChange }: ActionsFieldsProps) {
  const teams = useTeams();
  const categories = useCategories();
  const set = (change: MacroActions) => onChange({ ...value, ...change });
  const common = {
    placeholder: "Stays as it is",
    clearable: true,
    checkIconPosition: "right",
  } as const;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <Select
        {...common}
        label="Status"
        data={STATUSES.map((status) => ({ value: status, label: STATUS_LABEL[status] }))}
        value={value.status ?? null}
        onChange={(status) => set({ status: status as Status | null })}
        clearButtonProps={{ "aria-label": "Leave the status as it is" }}
      />
      <Select
        {...common}
        label="Priority"
        data={PRIORITIES.map((priority) => ({ value: priority, label: PRIORITY_LABEL[priority] }))}
        value={value.priority ?? null}
        onChange={(priority) => set({ priority: priority as Priority | null })}
        clearButtonProps={{ "aria-label": "Leave the priority as it is" }}
      />
      <AssigneeField value={value.assignee ?? null} onChange={(assignee) => set({ assignee })} />
      <Select
        {...common}
        label="Team"
        data={(teams.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={value.teamId ?? null}
        onChange={(teamId) => set({ teamId })}
        searchable
        clearButtonProps={{ "aria-label": "Leave the team as it is" }}
      />
      <Select
        {...common}
        label="Category"
        data={(categories.data ?? [])
          .filter(({ id, isDeleted }) => !isDeleted || id === value.categoryId)
          .map(({ id, name }) => ({ value: id, label: name }))}
        value={value.categoryId ?? null}
        onChange={(categoryId) => set({ categoryId })}
        searchable
        clearButtonProps={{ "aria-label": "Leave the category as it is" }}
      />
      <span />
      <TagsChoice
        label="Tags to add"
        value={value.addTags ?? []}
        onChange={(addTags) => set({ addTags })}
      />
      <TagsChoice
        label="Tags to take off"
        value={value.removeTags ?? []}
        onChange={(removeTags) => set({ removeTags })}
      />
    </SimpleGrid>
  );
}

interface AssigneeFieldProps {
  value: string | null;
  onChange: (assignee: string | null) => void;
}

function AssigneeField({ value, onChange }: AssigneeFieldProps) {
  const [isWanted, setWanted] = useState(false);
  const staff = useStaff(null, isWanted);
  const isPerson = value?.startsWith("usr_") === true;
  const name = usePersonName(isPerson ? (value ?? undefined) : undefined);
  const people = new Map((staff.data ?? []).map((person) => [person.id, person.name]));
  if (isPerson && value && !people.has(value)) people.set(value, name ?? "…");
  return (
    <Select
      label="Assignee"
      placeholder="Stays as it is"
      data={[
        { value: "me", label: "Whoever uses it" },
        { value: "nobody", label: "Nobody" },
        ...[...people].map(([id, label]) => ({ value: id, label })),
      ]}
      value={value}
      onChange={onChange}
      onFocus={() => setWanted(true)}
      searchable
      clearable
      clearButtonProps={{ "aria-label": "Leave the assignee as it is" }}
      checkIconPosition="right"
    />
  );
}
