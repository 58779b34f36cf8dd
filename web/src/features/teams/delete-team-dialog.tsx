import { Loader, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Link } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import classes from "@/features/teams/delete-team-dialog.module.css";
import { useDeleteTeam } from "@/features/teams/use-change-team";
import { type TeamHold, useTeamHold } from "@/features/teams/use-team-hold";
import type { Team } from "@/shared/api/types";
import { ConfirmDialog } from "@/shared/ui/confirm-dialog";

export function DeleteTeamDialog({ team, onClose }: { team: Team; onClose: () => void }) {
  const { hold, isPending: isLooking, refetch } = useTeamHold(team.id);
  const { mutate, isPending, error } = useDeleteTeam();
  const isHeld = hold !== null && isHolding(hold);
  const confirm = () =>
    mutate(team.id, {
      onSuccess: () => {
        onClose();
        notifications.show({ color: "teal", message: `The team ${team.name} is deleted.` });
      },
      // Something came in its way meanwhile.
      onError: () => void refetch(),
    });
  return (
    <ConfirmDialog
      title={`Delete the team ${team.name}?`}
      confirm="Delete for good"
      isDangerous
      isWaiting={isLooking || isHeld}
      isPending={isPending}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Stack gap="sm">
        {isLooking ? (
          <span role="status">
            <Loader size={13} mr={8} aria-hidden="true" />
            Looking at what depends on it…
          </span>
        ) : isHeld ? (
          <Hold team={team} hold={hold} onLeave={onClose} />
        ) : (
          <span>
            It is in no list any more, and no work goes to it. Finished work keeps it, and what was
            done stays in the activity. This cannot be taken back.
          </span>
        )}
      </Stack>
    </ConfirmDialog>
  );
}

function isHolding({ members, categories, hasTickets, hasTasks }: TeamHold): boolean {
  return members > 0 || categories > 0 || hasTickets || hasTasks;
}

interface HoldProps {
  team: Team;
  hold: TeamHold;
  onLeave: () => void;
}

/** Each thing that is in the way, and the way to it. */
function Hold({ team, hold, onLeave }: HoldProps) {
  const { members, categories, hasTickets, hasTasks } = hold;
  const work = { view: "all", team: team.id } as const;
  return (
    <>
      <span>This team cannot be deleted as long as something belongs to it:</span>
      <ul className={classes.list}>
        {members > 0 ? (
          <Held
            text={members === 1 ? "1 person is in it." : `${members} people are in it.`}
            link={
              <Link to="/teams/$teamId" params={{ teamId: team.id }} onClick={onLeave}>
                Take them out
              </Link>
            }
          />
        ) : null}
        {categories > 0 ? (
          <Held
            text={
              categories === 1 ? "1 category is its own." : `${categories} categories are its own.`
            }
            link={
              <Link to="/admin/categories" onClick={onLeave}>
                Give them to another team
              </Link>
            }
          />
        ) : null}
        {hasTickets ? (
          <Held
            text="It has open tickets."
            link={
              <Link to="/tickets" search={work} onClick={onLeave}>
                Give them to another team
              </Link>
            }
          />
        ) : null}
        {hasTasks ? (
          <Held
            text="It has open tasks."
            link={
              <Link to="/tasks" search={work} onClick={onLeave}>
                Give them to another team
              </Link>
            }
          />
        ) : null}
      </ul>
    </>
  );
}

function Held({ text, link }: { text: string; link: ReactNode }) {
  return (
    <li className={classes.held}>
      <CircleAlert size={16} className={classes.icon} aria-hidden="true" />
      <span>
        {text} {link}
      </span>
    </li>
  );
}
