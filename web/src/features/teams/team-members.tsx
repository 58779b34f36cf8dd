import { Skeleton, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { UsersRound } from "lucide-react";
import classes from "@/features/teams/team-members.module.css";
import { useTeamMembers } from "@/features/teams/use-team-members";
import type { User } from "@/shared/api/types";
import { ROLE_LABEL } from "@/shared/lib/labels";
import { AccountStatus } from "@/shared/ui/account-status";
import { ErrorState } from "@/shared/ui/error-state";
import { LoadMore } from "@/shared/ui/load-more";
import { MessageState } from "@/shared/ui/message-state";
import { PersonAvatar } from "@/shared/ui/person";

const ROWS = ["a", "b", "c", "d"];

export function TeamMembers({ teamId }: { teamId: string }) {
  const list = useTeamMembers(teamId);
  const members = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="sv-card" aria-labelledby="members" aria-busy={list.isPending}>
      <Title order={2} size="h5" id="members" className={classes.title}>
        Members
      </Title>
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
        <MessageState icon={<UsersRound size={26} />} title="No members yet">
          Tickets of this team wait until somebody belongs to it.
        </MessageState>
      ) : (
        <>
          <ul className={classes.list}>
            {members.map((member) => (
              <Member key={member.id} member={member} />
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
    </section>
  );
}

function Member({ member }: { member: User }) {
  return (
    <li className={classes.member}>
      <PersonAvatar person={member} size={34} />
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
    </li>
  );
}
