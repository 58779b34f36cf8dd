import { Button, Group } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Inbox, Users } from "lucide-react";
import { STATUS_FILTER_LABEL } from "@/features/tickets/list-words";
import { sieveCount, type TicketFilter } from "@/features/tickets/ticket-filter";
import type { ItemType } from "@/shared/api/types";
import { ITEM_WORDS } from "@/shared/lib/item-words";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { MessageState } from "@/shared/ui/message-state";

interface EmptyListProps {
  filter: TicketFilter;
  onShowAll: () => void;
}

function emptyTitle(filter: TicketFilter): string {
  const { many } = ITEM_WORDS[filter.type];
  if (filter.view === "deleted") return `No ${many} were deleted`;
  if (sieveCount(filter) > 0) return `No ${many} match`;
  return filter.status === "ALL"
    ? `No ${many} yet`
    : `No ${many}: ${STATUS_FILTER_LABEL[filter.status].toLowerCase()}`;
}

function emptyText({ type, view, ...filter }: TicketFilter, isHandler: boolean): string {
  const { one, many } = ITEM_WORDS[type];
  if (view === "deleted") return `What an admin deletes can be restored here for thirty days.`;
  if (sieveCount(filter) > 0) return "Take a filter off to see more.";
  if (view === "watching") return `Follow a ${one} on its page, and you find it here.`;
  if (type === "TASK") return "Tasks are the team’s own work. Requesters do not see them.";
  return isHandler && view !== "created"
    ? `Nothing is waiting here. New ${many} appear by themselves.`
    : "When something does not work, raise a ticket: you see its progress and the answers here.";
}

/** Whoever is in no team waits for nothing in its queue. */
function NoTeam({ type }: { type: ItemType }) {
  const { many } = ITEM_WORDS[type];
  return (
    <MessageState
      icon={<Users size={26} />}
      title="You are in no team"
      action={
        <Button variant="default" renderRoot={(props) => <Link to="/teams" {...props} />}>
          See the teams
        </Button>
      }
    >
      Here are the {many} in the queues of your teams. An admin or the team’s manager can add you to
      one.
    </MessageState>
  );
}

export function EmptyList({ filter, onShowAll }: EmptyListProps) {
  const user = useCurrentUser();
  const { type, view, status } = filter;
  if (view === "team" && user.teamIds.length === 0) return <NoTeam type={type} />;
  const isFiltered = (status !== "ALL" && view !== "deleted") || sieveCount(filter) > 0;
  return (
    <MessageState
      icon={<Inbox size={26} />}
      title={emptyTitle(filter)}
      action={
        <Group gap="sm" justify="center">
          {isFiltered ? (
            <Button variant="default" onClick={onShowAll}>
              {sieveCount(filter) > 0 ? "Take all filters off" : "Show all statuses"}
            </Button>
          ) : null}
          {view === "deleted" ? null : type === "TASK" ? (
            <Button variant="light" renderRoot={(props) => <Link to="/tasks/new" {...props} />}>
              Make a task
            </Button>
          ) : (
            <Button variant="light" renderRoot={(props) => <Link to="/tickets/new" {...props} />}>
              Raise a ticket
            </Button>
          )}
        </Group>
      }
    >
      {emptyText(filter, isStaff(user))}
    </MessageState>
  );
}
