import { Globe, Lock, Users } from "lucide-react";
import type { Sharing } from "@/shared/api/types";
import { useTeam } from "@/shared/reference/use-teams";
import classes from "@/shared/ui/sharing-mark.module.css";

/** Who has it, in a word. */
export function SharingMark({ sharing }: { sharing: Sharing }) {
  const team = useTeam(sharing.with === "TEAM" ? sharing.teamId : null);
  const [Icon, label] =
    sharing.with === "NOBODY"
      ? [Lock, "Only me"]
      : sharing.with === "EVERYONE"
        ? [Globe, "Everyone"]
        : [Users, team?.name ?? "…"];
  return (
    <span className={classes.mark}>
      <Icon size={13} aria-hidden="true" />
      {label}
    </span>
  );
}
