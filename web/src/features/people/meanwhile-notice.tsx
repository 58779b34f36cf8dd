import { Alert, Text } from "@mantine/core";
import { GitCompareArrows } from "lucide-react";
import { changedMeanwhile, type SeenField } from "@/features/people/account-edit";
import classes from "@/features/people/meanwhile-notice.module.css";
import type { Team, User } from "@/shared/api/types";
import { ROLE_LABEL } from "@/shared/lib/labels";
import { useTeams } from "@/shared/reference/use-teams";
import { ACCOUNT_STATE_LABEL, accountState } from "@/shared/ui/account-status";

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

interface MeanwhileNoticeProps {
  before: User;
  now: User;
  /** What to do about it. */
  advice: string;
}

/** What somebody else has changed about an account since it was looked at. */
export function MeanwhileNotice({ before, now, advice }: MeanwhileNoticeProps) {
  const teams = useTeams().data ?? [];
  const fields = changedMeanwhile(before, now);
  return (
    <Alert
      role="alert"
      classNames={{ root: classes.notice, title: classes.tone, icon: classes.tone }}
      icon={<GitCompareArrows size={18} />}
      title="Somebody changed this account meanwhile"
    >
      {fields.length > 0 ? (
        <dl className={classes.changes}>
          {fields.map((field) => (
            <div key={field} className={classes.change}>
              <dt>{LABEL[field]}</dt>
              <dd>
                <del>{inWords(field, before, teams)}</del> <span aria-hidden="true">→</span>{" "}
                <ins>{inWords(field, now, teams)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <Text size="sm">{advice}</Text>
    </Alert>
  );
}
