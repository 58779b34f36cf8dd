import { useChangeTicket } from "@/features/tickets/change-ticket";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { PersonRef, Ticket } from "@/shared/api/types";
import { useCurrentUser } from "@/shared/session/use-current-user";

const PATH = "/api/tickets/{id}/watchers/{userId}";

function send({ type, id }: Ticket, userId: string, isWatching: boolean): Promise<Ticket> {
  const params = { path: { id, userId } };
  return unwrap(
    isWatching
      ? api.PUT(itemPath(type, PATH), { params })
      : api.DELETE(itemPath(type, PATH), { params }),
  );
}

/** Lets people follow a ticket, oneself among them, or no more. */
export function useWatchers(ref: string) {
  const user = useCurrentUser();
  const { mutate, isPending } = useChangeTicket(ref);
  return {
    isPending,
    follow: (ticket: Ticket, person: PersonRef, isWatching: boolean) =>
      mutate({
        ticket,
        change: {
          optimistic: (present) => ({
            ...present,
            isWatching: person.id === user.id ? isWatching : present.isWatching,
            watchers: [
              ...present.watchers.filter(({ id }) => id !== person.id),
              ...(isWatching ? [person] : []),
            ],
          }),
          send: (present) => send(present, person.id, isWatching),
        },
      }),
  };
}
