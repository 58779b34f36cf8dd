import { ActionIcon, Skeleton, Title, Tooltip } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { UserMinus, UsersRound } from "lucide-react";
import { useRef, useState } from "react";
import { LeaveTeamDialog } from "@/features/teams/leave-team-dialog";
import classes from "@/features/teams/team-members.module.css";
import { useMembership, useTeamMembers } from "@/features/teams/use-team-members";
import type { PersonRef, Team, User } from "@/shared/api/types";
import { ROLE_LABEL } from "@/shared/lib/labels";
import { useTeams } from "@/shared/reference/use-teams";
import { isAdmin, leadsTeam } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { AccountStatus } from "@/shared/ui/account-status";
import { ErrorState } from "@/shared/ui/error-state";
import { showFailure } from "@/shared/ui/failure-toast";
import { LoadMore } from "@/shared/ui/load-more";
import { MessageState } from "@/shared/ui/message-state";
import { NameFilter } from "@/shared/ui/name-filter";
import { OnlineAvatar } from "@/shared/ui/online-avatar";
import { PersonSearch } from "@/shared/ui/person-search";
import { showUndo } from "@/shared/ui/undo-toast";

const ROWS = ["a", "b", "c", "d"];

/** From so many on, one searches instead of looking. */
const MANY = 8;

export function TeamMembers({ team }: { team: Team }) {
  const user = useCurrentUser();
  const [name, setName] = useState("");
  const [isLeaving, setLeaving] = useState(false);
  const list = useTeamMembers(team.id, name);
  const place = useRef<HTMLElement>(null);
  const { takeIn, takeOut } = useMoves(team);
  const members = list.data?.pages.flatMap((page) => page.items) ?? [];
  const isLeader = leadsTeam(user, team.id);
  const isMany = name !== "" || members.length >= MANY;

  const remove = (member: User) => {
    // A manager who leaves can take nobody in any more, not even themselves.
    if (member.id === user.id && !isAdmin(user)) return setLeaving(true);
    takeOut(member);
    // The row goes, and the keyboard's place with it.
    place.current?.focus();
  };

  return (
    <section
      ref={place}
      tabIndex={-1}
      className={`sv-card ${classes.section}`}
      aria-labelledby="members"
      aria-busy={list.isPending}
    >
      <div className={classes.head}>
        <Title order={2} size="h5" id="members">
          Members
        </Title>
        {isMany ? (
          <div className={classes.search}>
            <NameFilter name={name} onChange={setName} />
          </div>
        ) : null}
        {isLeader ? (
          <div className={classes.add}>
            <PersonSearch
              label="Add a person"
              placeholder="Add a person…"
              without={members.map(({ id }) => id)}
              onChoose={takeIn}
            />
          </div>
        ) : null}
      </div>
      {list.isPending ? (
        <div className={classes.skeleton}>
          <span className="sv-visually-hidden" role="status">
            Loading members
          </span>
          {ROWS.map((row) => (
            <Skeleton key={row} height={34} />
          ))}
        </div>
      ) : list.isError && members.length === 0 ? (
        <ErrorState
          error={list.error}
          title="The members could not be loaded"
          onRetry={() => void list.refetch()}
        />
      ) : members.length === 0 && !list.hasNextPage ? (
        <MessageState
          icon={<UsersRound size={26} />}
          title={name ? "Nobody is found" : "No members yet"}
        >
          {name
            ? "The search looks at how the words of a name begin, and the e-mail."
            : "Tickets of this team wait until somebody belongs to it."}
        </MessageState>
      ) : (
        <>
          <ul className={classes.list}>
            {members.map((member) => (
              <Member
                key={member.id}
                member={member}
                onRemove={isLeader ? () => remove(member) : undefined}
              />
            ))}
          </ul>
          <LoadMore
            hasMore={list.hasNextPage}
            isLoading={list.isFetchingNextPage}
            error={list.isFetchNextPageError ? list.error : null}
            onLoad={() => void list.fetchNextPage()}
            count={members.length}
            words={["member", "members"]}
          />
        </>
      )}
      {isLeaving ? (
        <LeaveTeamDialog
          team={team}
          onLeave={() => {
            setLeaving(false);
            takeOut(user);
          }}
          onClose={() => setLeaving(false)}
        />
      ) : null}
    </section>
  );
}

/** Taking somebody in or out, each with the way back. */
function useMoves(team: Team) {
  const user = useCurrentUser();
  const { mutate } = useMembership(team.id);
  const teams = useTeams();

  const takeIn = ({ id, name }: PersonRef) =>
    mutate(
      { userId: id, isIn: true },
      {
        onSuccess: () =>
          showUndo({
            title: `${name} is in ${team.name}`,
            message: "It holds from the next click on.",
            onUndo: () => mutate({ userId: id, isIn: false }),
          }),
        onError: (error) => showFailure(`${name} was not added`, error),
      },
    );

  const takeOut = (member: User) => {
    const [home, next] = member.teamIds;
    const newHome = home === team.id ? teams.data?.find(({ id }) => id === next) : undefined;
    mutate(
      { userId: member.id, isIn: false },
      {
        onSuccess: () => {
          const title = `${member.name} is no longer in ${team.name}`;
          const message = newHome
            ? `The home team is ${newHome.name} now.`
            : "Work that they have stays with them.";
          // Nobody can take in themselves.
          const isOver = member.id === user.id && !isAdmin(user);
          if (!isOver) showUndo({ title, message, onUndo: () => takeIn(member) });
        },
        onError: (error) => showFailure(`${member.name} was not taken out`, error),
      },
    );
  };
  return { takeIn, takeOut };
}

function Member({ member, onRemove }: { member: User; onRemove?: () => void }) {
  return (
    <li className={classes.member}>
      <OnlineAvatar person={member} size={34} />
      <div className={classes.about}>
        <Link to="/people/$personId" params={{ personId: member.id }} className={classes.name}>
          {member.name}
        </Link>
        <span className={classes.email}>{member.email}</span>
      </div>
      <div className={classes.marks}>
        <span>{ROLE_LABEL[member.role]}</span>
        <AccountStatus person={member} />
      </div>
      {onRemove ? (
        <Tooltip label="Take out of the team" openDelay={400}>
          <ActionIcon
            variant="subtle"
            color="gray"
            className={classes.remove}
            aria-label={`Take ${member.name} out of the team`}
            onClick={onRemove}
          >
            <UserMinus size={17} />
          </ActionIcon>
        </Tooltip>
      ) : null}
    </li>
  );
}
