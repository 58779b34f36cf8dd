import { Button, Group, Skeleton, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { Mail, UserCog, UserRoundPen, UserX } from "lucide-react";
import { type ReactNode, useState } from "react";
import { OpenWorkLinks } from "@/features/people/open-work-links";
import classes from "@/features/people/person-page.module.css";
import { usePerson } from "@/features/people/use-person";
import { hasStatus } from "@/shared/api/api-error";
import type { User } from "@/shared/api/types";
import { ROLE_LABEL } from "@/shared/lib/labels";
import { hasOpenWork } from "@/shared/lib/open-work-words";
import { useOpenWork } from "@/shared/reference/use-open-work";
import { useTeams } from "@/shared/reference/use-teams";
import { isAdmin, isManager, isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { AccountStatus } from "@/shared/ui/account-status";
import { BackLink } from "@/shared/ui/back-link";
import { ErrorState } from "@/shared/ui/error-state";
import { MessageState } from "@/shared/ui/message-state";
import { OnlineAvatar } from "@/shared/ui/online-avatar";
import { RelativeTime } from "@/shared/ui/relative-time";
import { TeamMark } from "@/shared/ui/team-mark";

interface PersonPageProps {
  personId: string;
  /** What the person did. */
  activity?: ReactNode;
  /** The dialog in which the person's open work is given to others. */
  reassign: (person: User, onClose: () => void) => ReactNode;
}

export function PersonPage({ personId, activity, reassign }: PersonPageProps) {
  const query = usePerson(personId);
  const person = query.data;
  const isGone = hasStatus(query.error, 404) || hasStatus(query.error, 400);
  useDocumentTitle(`${isGone ? "Person not found" : (person?.name ?? "Person")} · Seaversity`);

  if (query.isPending) return <PersonSkeleton />;
  if (isGone) {
    return (
      <MessageState
        isPage
        icon={<UserX size={26} />}
        title="Person not found"
        action={
          <Button renderRoot={(props) => <Link to="/people" {...props} />}>Go to the people</Button>
        }
      >
        There is no such account, or it was deleted.
      </MessageState>
    );
  }
  if (!person) {
    return (
      <ErrorState
        isPage
        error={query.error}
        title="The person could not be loaded"
        onRetry={() => void query.refetch()}
      />
    );
  }
  return <PersonDetails person={person} activity={activity} reassign={reassign} />;
}

interface PersonDetailsProps extends Omit<PersonPageProps, "personId"> {
  person: User;
}

function PersonDetails({ person, activity, reassign }: PersonDetailsProps) {
  const user = useCurrentUser();
  const isMe = person.id === user.id;
  const { data: work } = useOpenWork(person.id);
  const [isReassigning, setReassigning] = useState(false);
  const isBusy = work !== undefined && hasOpenWork(work);
  // Whoever is there still gives away their own work; for whom it is too late, any colleague does.
  const canReassign = isBusy && (isManager(user) || !person.isActive);
  return (
    <article className={classes.page} aria-labelledby="person">
      <BackLink to="/people">Back to the list</BackLink>
      <div className={`sv-card ${classes.card}`}>
        <div className={classes.head}>
          <OnlineAvatar person={person} size={68} />
          <div className={classes.who}>
            <Title order={1} size="h2" id="person" className={classes.name}>
              {person.name}
            </Title>
            <Group gap="sm">
              <span className={classes.dimmed}>
                {ROLE_LABEL[person.role]}
                {isMe ? ", that is you" : ""}
              </span>
              <AccountStatus person={person} />
            </Group>
          </div>
        </div>
        <dl className={classes.facts}>
          <dt>E-mail</dt>
          <dd>
            <a href={`mailto:${person.email}`} className={classes.link}>
              {person.email}
            </a>
          </dd>
          <dt>Role</dt>
          <dd>{ROLE_LABEL[person.role]}</dd>
          <dt>Teams</dt>
          <dd>
            <TeamLinks ids={person.teamIds} />
          </dd>
          {isStaff(person) || isBusy ? (
            <>
              <dt>Open work</dt>
              <dd>
                <OpenWorkLinks personId={person.id} />
              </dd>
            </>
          ) : null}
          <dt>Account since</dt>
          <dd>
            <RelativeTime instant={person.createdAt} />
          </dd>
        </dl>
        <Group gap="sm" mt="lg">
          {isMe ? (
            <Button
              variant="default"
              leftSection={<UserCog size={16} />}
              renderRoot={(props) => <Link to="/settings/profile" {...props} />}
            >
              Your settings
            </Button>
          ) : (
            <Button
              variant="default"
              leftSection={<Mail size={16} />}
              component="a"
              href={`mailto:${person.email}`}
            >
              Write a mail
            </Button>
          )}
          {canReassign ? (
            <Button
              variant="default"
              leftSection={<UserRoundPen size={16} />}
              onClick={() => setReassigning(true)}
            >
              {isMe ? "Reassign your open work" : "Reassign their open work"}
            </Button>
          ) : null}
          {isAdmin(user) ? (
            <Button
              variant="default"
              leftSection={<UserCog size={16} />}
              renderRoot={(props) => (
                <Link to="/admin/users" search={{ name: person.name }} {...props} />
              )}
            >
              Manage the account
            </Button>
          ) : null}
        </Group>
      </div>
      {activity}
      {isReassigning ? reassign(person, () => setReassigning(false)) : null}
    </article>
  );
}

function TeamLinks({ ids }: { ids: string[] }) {
  const teams = useTeams();
  if (ids.length === 0) return <>None</>;
  if (teams.isPending) return <Skeleton height={14} width={160} />;
  return (
    <ul className={classes.teams}>
      {ids.map((id) => {
        const team = teams.data?.find((each) => each.id === id);
        return (
          <li key={id}>
            <Link to="/teams/$teamId" params={{ teamId: id }} className={classes.link}>
              <TeamMark team={team} none="A team" />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function PersonSkeleton() {
  return (
    <div className={classes.page}>
      <span className="sv-visually-hidden" role="status">
        Loading the person
      </span>
      <Skeleton height={14} width={110} mb={14} />
      <div className={`sv-card ${classes.card}`}>
        <div className={classes.head}>
          <Skeleton height={68} circle />
          <div className={classes.who}>
            <Skeleton height={24} width={200} mb={10} />
            <Skeleton height={14} width={120} />
          </div>
        </div>
        <Skeleton height={14} mb={12} />
        <Skeleton height={14} mb={12} />
        <Skeleton height={14} width="60%" />
      </div>
    </div>
  );
}
