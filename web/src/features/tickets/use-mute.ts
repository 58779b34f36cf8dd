import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { ticketKey } from "@/features/tickets/use-ticket";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { Ticket, TicketDetails } from "@/shared/api/types";
import { showFailure } from "@/shared/ui/failure-toast";
import { showUndo } from "@/shared/ui/undo-toast";

function put(client: QueryClient, ref: string, isMuted: boolean) {
  client.setQueryData<TicketDetails>(
    ticketKey(ref),
    (details) => details && { ...details, isMuted },
  );
}

/** Lets a person hear no more of a ticket, or again: shown at once, and put back if it fails. */
function useMute(ref: string, { type, id }: Ticket) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `mute ${id}` },
    mutationFn: (isMuted: boolean) => {
      const params = { path: { id } };
      const path = itemPath(type, "/api/tickets/{id}/mute");
      return unwrap(isMuted ? api.POST(path, { params }) : api.DELETE(path, { params }));
    },
    onMutate: async (isMuted) => {
      await client.cancelQueries({ queryKey: ticketKey(ref) });
      put(client, ref, isMuted);
    },
    onError: (error, isMuted) => {
      put(client, ref, !isMuted);
      showFailure(isMuted ? "Not muted" : "Still muted", error);
    },
  });
}

/** Mutes a ticket, or ends that, and says so. */
export function useMuteWithUndo(ref: string, ticket: Ticket) {
  const { mutate } = useMute(ref, ticket);
  return (isToBe: boolean) =>
    mutate(isToBe, {
      onSuccess: () =>
        showUndo({
          title: isToBe ? `${ticket.number} is muted` : `${ticket.number} is no longer muted`,
          message: isToBe
            ? "You hear of it only if it is given to you, or you are mentioned."
            : "You are told of what is new here.",
          onUndo: () => mutate(!isToBe),
        }),
    });
}
