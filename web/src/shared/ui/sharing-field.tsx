import { Select } from "@mantine/core";
import type { Sharing } from "@/shared/api/types";
import { mayShare, sharingKey, sharingOf } from "@/shared/lib/sharing";
import { useTeams } from "@/shared/reference/use-teams";
import { useCurrentUser } from "@/shared/session/use-current-user";

interface SharingFieldProps {
  value: Sharing;
  onChange: (sharing: Sharing) => void;
  error?: string;
}

/** With whom somebody may share; who may share with nobody is not asked. */
export function SharingField({ value, onChange, error }: SharingFieldProps) {
  const user = useCurrentUser();
  const teams = useTeams();
  const choices = [
    { value: "NOBODY", label: "Only me" },
    ...(teams.data ?? []).map(({ id, name }) => ({ value: id, label: `Team ${name}` })),
    { value: "EVERYONE", label: "Everyone on the staff" },
  ].filter((choice) => mayShare(sharingOf(choice.value), user));
  if (user.role === "AGENT") return null;
  return (
    <Select
      label="Who has it"
      data={choices}
      value={sharingKey(value)}
      onChange={(key) => key && onChange(sharingOf(key))}
      allowDeselect={false}
      checkIconPosition="right"
      error={error}
    />
  );
}
