import { type ComboboxProps, Select } from "@mantine/core";
import { useState } from "react";
import type { PersonRef } from "@/shared/api/types";
import { useStaff } from "@/shared/reference/use-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

interface AssigneeSelectProps {
  /** Whose members are offered; null offers all staff. */
  teamId: string | null;
  value: PersonRef | null;
  onChange: (person: PersonRef | null) => void;
  isDisabled?: boolean;
  error?: string;
  label?: string;
  placeholder?: string;
  clearLabel?: string;
  /** Offered besides people, before them. */
  also?: PersonRef;
  comboboxProps?: ComboboxProps;
}

export function AssigneeSelect({
  teamId,
  value,
  onChange,
  isDisabled = false,
  error,
  label = "Assignee",
  placeholder = "Unassigned",
  clearLabel = "Unassign",
  also,
  comboboxProps,
}: AssigneeSelectProps) {
  const user = useCurrentUser();
  const [isWanted, setWanted] = useState(false);
  const staff = useStaff(teamId, isWanted);

  const people = new Map<string, PersonRef>();
  if (also) people.set(also.id, also);
  for (const { id, name } of staff.data ?? []) people.set(id, { id, name });
  if (value) people.set(value.id, value);
  // An admin may take a ticket of a team that is not theirs.
  if (isWanted && !people.has(user.id)) people.set(user.id, { id: user.id, name: user.name });

  return (
    <Select
      label={label}
      placeholder={placeholder}
      data={[...people.values()].map(({ id, name }) => ({
        value: id,
        label: id === user.id ? `${name} (me)` : name,
      }))}
      value={value?.id ?? null}
      onChange={(id) => onChange(id ? (people.get(id) ?? null) : null)}
      onFocus={() => setWanted(true)}
      onDropdownOpen={() => setWanted(true)}
      nothingFoundMessage={
        staff.isError
          ? "The people could not be loaded"
          : staff.isFetching
            ? "Loading…"
            : "Nobody found"
      }
      searchable
      clearable
      allowDeselect={false}
      clearButtonProps={{ "aria-label": clearLabel }}
      checkIconPosition="right"
      disabled={isDisabled}
      error={error}
      comboboxProps={comboboxProps}
    />
  );
}
