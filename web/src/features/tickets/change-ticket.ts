import { notifications } from "@mantine/notifications";
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { putTicket } from "@/features/tickets/ticket-cache";
import { ticketKey } from "@/features/tickets/use-ticket";
import { hasStatus, overtaking } from "@/shared/api/api-error";
import { errorMessage } from "@/shared/api/error-message";
import type { Ticket, TicketDetails } from "@/shared/api/types";

interface TicketChange {
  /** How the page looks while the server is asked. */
  optimistic: (ticket: Ticket) => Ticket;
  send: (ticket: Ticket) => Promise<Ticket>;
  /** Whether the part of the page that asked for the change tells of this failure by itself. */
  isTold?: (error: unknown) => boolean;
  /** Told even if the part of the page that asked is gone by then. */
  onSaved?: (ticket: Ticket) => void;
  /** Whether it takes back what was done before, or comes with a comment that is sent already. */
  kind?: keyof typeof WORDS;
}

const WORDS = {
  change: {
    stale: "Someone changed this meanwhile",
    advice:
      "You now see the present state. Please look again and repeat your change if it still fits.",
    failed: "The change was not saved",
  },
  undo: {
    stale: "Not undone: it was changed meanwhile",
    advice: "You now see the present state, which stays as it is.",
    failed: "Not undone",
  },
  "after-comment": {
    stale: "Sent, but the status was not changed: someone changed it meanwhile",
    advice:
      "Your text is in the conversation. Please look again and set the status if it still fits.",
    failed: "Sent, but the status was not changed",
  },
};

interface Variables {
  ticket: Ticket;
  change: TicketChange;
}

export function changeKey(ref: string) {
  return ["change-ticket", ref] as const;
}

/** What is on its way for a ticket, in the order in which it was asked for; but for `done`. */
function pendingChanges(client: QueryClient, ref: string, done?: Variables): Variables[] {
  return client
    .getMutationCache()
    .findAll({ mutationKey: changeKey(ref), status: "pending" })
    .map(({ state }) => state.variables as Partial<Variables> | undefined)
    .filter((variables): variables is Variables => Boolean(variables?.change?.optimistic))
    .filter((variables) => variables !== done);
}

/**
 * The ticket as it looks once all that is on its way has been done. An answer to one change, or a push, knows nothing of
 * the changes that wait behind it; what is changed next must not be made upon less than what was shown.
 */
export function withPending(
  client: QueryClient,
  ref: string,
  ticket: Ticket,
  done?: Variables,
): Ticket {
  return pendingChanges(client, ref, done).reduce(
    (shown, { change }) => change.optimistic(shown),
    ticket,
  );
}

export function isChanging(client: QueryClient, ref: string): boolean {
  return client.isMutating({ mutationKey: changeKey(ref) }) > 0;
}

/** Changes that waited behind one that was refused as stale, with why: they were made upon what is not there. */
const overtaken = new WeakMap<Variables, unknown>();

function update(
  client: QueryClient,
  ref: string,
  change: (ticket: TicketDetails) => TicketDetails,
) {
  client.setQueryData<TicketDetails>(ticketKey(ref), (details) => details && change(details));
}

/**
 * Changes an open ticket: shown at once, put back if the server refuses. On a stale version the
 * present state takes the place of what was shown, and the person is told to look again.
 */
export function useChangeTicket(ref: string) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: changeKey(ref),
    // One at a time, each upon the version that the one before made.
    scope: { id: `change-ticket ${ref}` },
    mutationFn: async (variables: Variables) => {
      const { ticket, change } = variables;
      if (overtaken.has(variables)) throw overtaken.get(variables);
      return change.send(client.getQueryData<TicketDetails>(ticketKey(ref))?.ticket ?? ticket);
    },
    onMutate: async ({ change }) => {
      await client.cancelQueries({ queryKey: ticketKey(ref) });
      const before = client.getQueryData<TicketDetails>(ticketKey(ref));
      update(client, ref, (details) => ({ ...details, ticket: change.optimistic(details.ticket) }));
      return { before: before?.ticket };
    },
    onSuccess: (ticket, variables) => {
      const { change } = variables;
      update(client, ref, (details) =>
        putTicket(details, withPending(client, ref, ticket, variables)),
      );
      void client.invalidateQueries({ queryKey: ["activity", ticket.id] });
      void client.invalidateQueries({ queryKey: ["tickets"], refetchType: "none" });
      change.onSaved?.(ticket);
    },
    onError: (error, variables, context) => {
      const { change } = variables;
      const words = WORDS[change.kind ?? "change"];
      const isStale = hasStatus(error, 412);
      for (const waiting of isStale ? pendingChanges(client, ref, variables) : []) {
        if (!waiting.change.kind) overtaken.set(waiting, error);
      }
      const present = overtaking<Ticket>(error);
      const before = context?.before && withPending(client, ref, context.before, variables);
      const ticket = present ?? before;
      if (ticket) update(client, ref, (details) => ({ ...details, ticket }));
      if (isStale) {
        notifications.show({
          // Once for all that waited.
          id: `stale ${change.kind ?? "change"} ${ref}`,
          color: "yellow",
          title: words.stale,
          message: words.advice,
          autoClose: 8000,
        });
      } else if (!change.isTold?.(error)) {
        notifications.show({
          color: "red",
          title: words.failed,
          message: errorMessage(error),
        });
      }
      void client.invalidateQueries({ queryKey: ticketKey(ref) });
    },
  });
}
