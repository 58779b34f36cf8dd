import { Select } from "@mantine/core";
import { GROUP_LABEL, GROUPS, type KindFilter, WORK_GROUPS } from "@/features/activity/feed-filter";
import type { ActionGroup, ItemType } from "@/shared/api/types";
import { isAdmin, isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

const TYPES = [
  { value: "TICKET", label: "Tickets" },
  { value: "TASK", label: "Tasks" },
];

interface KindSelectsProps {
  filter: KindFilter;
  onChange: (part: KindFilter) => void;
}

/** What of a feed is shown: which kind of action, and to what; requesters have no tasks. */
export function KindSelects({ filter, onChange }: KindSelectsProps) {
  const user = useCurrentUser();
  const groups = isAdmin(user) ? GROUPS : WORK_GROUPS;
  return (
    <>
      <Select
        size="xs"
        aria-label="Kind"
        placeholder="Everything"
        data={groups.map((value) => ({ value, label: GROUP_LABEL[value] }))}
        value={filter.group ?? null}
        onChange={(group) => onChange({ group: (group as ActionGroup | null) ?? undefined })}
        clearable
        clearButtonProps={{ "aria-label": "Everything" }}
        checkIconPosition="right"
      />
      {isStaff(user) ? (
        <Select
          size="xs"
          aria-label="Work"
          placeholder="Tickets and tasks"
          data={TYPES}
          value={filter.type ?? null}
          onChange={(type) => onChange({ type: (type as ItemType | null) ?? undefined })}
          clearable
          clearButtonProps={{ "aria-label": "Tickets and tasks" }}
          checkIconPosition="right"
        />
      ) : null}
    </>
  );
}
