import { useChangeTicket } from "@/features/tickets/change-ticket";
import { hasStatus } from "@/shared/api/api-error";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { LinkKind, Ticket } from "@/shared/api/types";

export interface NewLink {
  kind: LinkKind;
  /** The other's number. */
  item: string;
}

interface Outcome {
  onSaved: () => void;
  onRefused: (error: unknown) => void;
}

/** What is wrong with the number is told where it was typed. */
function isTold(error: unknown): boolean {
  return hasStatus(error, 422) || hasStatus(error, 400) || hasStatus(error, 404);
}

export function useLinks(ref: string) {
  const { mutate, isPending } = useChangeTicket(ref);
  return {
    isPending,
    link: (ticket: Ticket, body: NewLink, { onSaved, onRefused }: Outcome) =>
      mutate(
        {
          ticket,
          change: {
            optimistic: (present) => present,
            send: ({ type, id }) =>
              unwrap(
                api.POST(itemPath(type, "/api/tickets/{id}/links"), {
                  params: { path: { id } },
                  body,
                }),
              ),
            isTold,
          },
        },
        { onSuccess: onSaved, onError: onRefused },
      ),
    unlink: (ticket: Ticket, itemId: string) =>
      mutate({
        ticket,
        change: {
          optimistic: (present) => ({
            ...present,
            links: present.links.filter(({ item }) => item.id !== itemId),
          }),
          send: ({ type, id }) =>
            unwrap(
              api.DELETE(itemPath(type, "/api/tickets/{id}/links/{itemId}"), {
                params: { path: { id, itemId } },
              }),
            ),
        },
      }),
  };
}
