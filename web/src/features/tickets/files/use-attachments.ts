import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { attachmentsKey } from "@/features/tickets/files/attachments-key";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { Attachment, Ticket } from "@/shared/api/types";

type Item = Pick<Ticket, "id" | "type">;

/** Addresses are asked for anew while the ones at hand are still good. */
const AHEAD_MS = 60_000;
const SHORTEST_MS = 30_000;

function untilStale(attachments: Attachment[] | undefined): number | false {
  const ends = (attachments ?? []).map(({ expiresAt }) => Date.parse(expiresAt));
  return ends.length > 0 && Math.max(Math.min(...ends) - Date.now() - AHEAD_MS, SHORTEST_MS);
}

export function useAttachments({ id, type }: Item) {
  return useQuery({
    queryKey: attachmentsKey(id),
    queryFn: async ({ signal }) => {
      const { items } = await unwrap(
        api.GET(itemPath(type, "/api/tickets/{id}/attachments"), {
          params: { path: { id } },
          signal,
        }),
      );
      return items;
    },
    refetchInterval: ({ state }) => untilStale(state.data),
  });
}

export function useRemoveAttachment({ id, type }: Item) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (attachment: Attachment) =>
      unwrap(
        api.DELETE(itemPath(type, "/api/tickets/{id}/attachments/{attachmentId}"), {
          params: { path: { id, attachmentId: attachment.id } },
        }),
      ),
    onSuccess: (_, { id: removed }) => {
      client.setQueryData<Attachment[]>(attachmentsKey(id), (all) =>
        all?.filter((each) => each.id !== removed),
      );
      void client.invalidateQueries({ queryKey: ["activity", id] });
    },
  });
}
