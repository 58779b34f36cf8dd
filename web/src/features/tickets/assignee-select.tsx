import { CheckIcon, type ComboboxProps, Group, Select } from "@mantine/core";
import { UserX } from "lucide-react";
import { useState } from "react";
import type { PersonRef } from "@/shared/api/types";
import { useIsDeactivated } from "@/shared/reference/use-deactivated";
import { useStaff } from "@/shared/reference/use-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { OnlineAvatar } from "@/shared/ui/online-avatar";

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

function personLabel(name: string, { isMe, isOff }: { isMe: boolean; isOff: boolean }): string {
  if (isOff) return `${name} (deactivated)`;
  return isMe ? `${name} (me)` : name;
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
  const isDeactivated = useIsDeactivated(value?.id);

  const people = new Map<string, PersonRef>();
  if (also) people.set(also.id, also);
  for (const { id, name } of staff.data ?? []) people.set(id, { id, name });
  if (value) people.set(value.id, value);
  // An admin may take a ticket of a team that is not theirs.
  if (isWanted && !people.has(user.id)) people.set(user.id, { id: user.id, name: user.name });

  return (
    <Select
      label={label}
      leftSection={
        isDeactivated ? <UserX size={16} color="var(--sv-on-hold)" aria-hidden="true" /> : undefined
      }
      placeholder={placeholder}
      data={[...people.values()].map(({ id, name }) => ({
        value: id,
        label: personLabel(name, {
          isMe: id === user.id,
          isOff: isDeactivated && id === value?.id,
        }),
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
      renderOption={({ option, checked }) => (
        <Group gap="xs" wrap="nowrap" flex={1}>
          <OnlineAvatar person={{ id: option.value, name: option.label }} size={22} />
          <span>{option.label}</span>
          {checked ? <CheckIcon size={12} style={{ marginLeft: "auto" }} /> : null}
        </Group>
      )}
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
