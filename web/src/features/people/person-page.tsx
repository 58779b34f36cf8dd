import { Button, Group, Skeleton, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { Mail, UserCog, UserX } from "lucide-react";
import classes from "@/features/people/person-page.module.css";
import { usePerson } from "@/features/people/use-person";
import { hasStatus } from "@/shared/api/api-error";
import type { User } from "@/shared/api/types";
import { ROLE_LABEL } from "@/shared/lib/labels";
import { useTeams } from "@/shared/reference/use-teams";
import { isAdmin } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { AccountStatus } from "@/shared/ui/account-status";
import { BackLink } from "@/shared/ui/back-link";
import { ErrorState } from "@/shared/ui/error-state";
import { MessageState } from "@/shared/ui/message-state";
import { PersonAvatar } from "@/shared/ui/person";
import { RelativeTime } from "@/shared/ui/relative-time";
import { TeamMark } from "@/shared/ui/team-mark";

export function PersonPage({ personId }: { personId: string }) {
  const query = usePerson(personId);
  const person = query.data;
  const isGone = hasStatus(query.error, 404) || hasStatus(query.error, 400);
  useDocumentTitle(`${person?.name ?? "Person"} · Seaversity`);

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
  return <PersonDetails person={person} />;
}

function PersonDetails({ person }: { person: User }) {
  const user = useCurrentUser();
  const isMe = person.id === user.id;
  return (
    <article className={classes.page} aria-labelledby="person">
      <BackLink to="/people">Back to the list</BackLink>
      <div className={`sv-card ${classes.card}`}>
        <div className={classes.head}>
          <PersonAvatar person={person} size={68} />
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
