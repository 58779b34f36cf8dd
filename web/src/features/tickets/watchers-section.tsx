import { ActionIcon, Button } from "@mantine/core";
import { Bell, BellOff, X } from "lucide-react";
import { PanelSection } from "@/features/tickets/panel-section";
import { useWatchers } from "@/features/tickets/use-watchers";
import classes from "@/features/tickets/watchers-section.module.css";
import type { Ticket } from "@/shared/api/types";
import { ITEM_WORDS } from "@/shared/lib/item-words";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { Person } from "@/shared/ui/person";
import { PersonSearch } from "@/shared/ui/person-search";

interface WatchersSectionProps {
  ticketRef: string;
  ticket: Ticket;
}

/** Who is told of what happens here besides those whose work it is. */
export function WatchersSection({ ticketRef, ticket }: WatchersSectionProps) {
  const user = useCurrentUser();
  const { follow, isPending } = useWatchers(ticketRef);
  const { watchers, isWatching, canEdit, canComment } = ticket;
  const me = { id: user.id, name: user.name };

  return (
    <PanelSection
      title="Followers"
      count={canEdit ? watchers.length : undefined}
      action={
        canComment ? (
          <Button
            variant={isWatching ? "light" : "default"}
            size="compact-xs"
            leftSection={isWatching ? <BellOff size={13} /> : <Bell size={13} />}
            aria-pressed={isWatching}
            disabled={isPending}
            onClick={() => follow(ticket, me, !isWatching)}
          >
            {isWatching ? "Unfollow" : "Follow"}
          </Button>
        ) : null
      }
    >
      {canEdit && watchers.length > 0 ? (
        <ul className={classes.list} aria-label="Followers">
          {watchers.map((person) => (
            <li key={person.id} className={classes.watcher}>
              <Person person={person} none="" />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={`Remove ${person.name} from followers`}
                onClick={() => follow(ticket, person, false)}
              >
                <X size={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      ) : (
        <p className={classes.none}>
          {isWatching
            ? "You are told of everything new here."
            : `Whoever follows this ${ITEM_WORDS[ticket.type].one} is told of everything new.`}
        </p>
      )}
      {canEdit ? (
        <PersonSearch
          label="Add a follower"
          placeholder="Add somebody by name"
          without={watchers.map(({ id }) => id)}
          isStaffOnly={ticket.type === "TASK"}
          onChoose={(person) => follow(ticket, person, true)}
        />
      ) : null}
    </PanelSection>
  );
}
