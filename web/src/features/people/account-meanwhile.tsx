import { changedMeanwhile, type SeenField } from "@/features/people/account-edit";
import type { Team, User } from "@/shared/api/types";
import { ROLE_LABEL } from "@/shared/lib/labels";
import { useTeams } from "@/shared/reference/use-teams";
import { ACCOUNT_STATE_LABEL, accountState } from "@/shared/ui/account-status";
import { MeanwhileNotice } from "@/shared/ui/meanwhile-notice";

const LABEL: Record<SeenField, string> = {
  name: "Name",
  email: "E-mail",
  role: "Role",
  teamIds: "Teams",
  status: "Status",
};

function inWords(field: SeenField, person: User, teams: Team[]): string {
  switch (field) {
    case "role":
      return ROLE_LABEL[person.role];
    case "status":
      return ACCOUNT_STATE_LABEL[accountState(person)];
    case "teamIds":
      return (
        person.teamIds
          .map((id) => teams.find((team) => team.id === id)?.name ?? "another team")
          .join(", ") || "none"
      );
    default:
      return person[field];
  }
}

interface AccountMeanwhileProps {
  before: User;
  now: User;
  /** What to do about it. */
  advice: string;
}

/** What somebody else has changed about an account since it was looked at. */
export function AccountMeanwhile({ before, now, advice }: AccountMeanwhileProps) {
  const teams = useTeams().data ?? [];
  return (
    <MeanwhileNotice
      title="Somebody changed this account meanwhile"
      changes={changedMeanwhile(before, now).map((field) => ({
        label: LABEL[field],
        before: inWords(field, before, teams),
        now: inWords(field, now, teams),
      }))}
      advice={advice}
    />
  );
}
