import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { Ticket } from "@/shared/api/types";
import type { NewFile } from "@/shared/files/send-file";

/** Begins an upload that is attached to the ticket as soon as it has arrived and was looked at. */
export function beginAttachment({ type, id }: Ticket, isInternal: boolean) {
  return (file: NewFile) =>
    unwrap(
      api.POST(itemPath(type, "/api/tickets/{id}/attachments"), {
        params: { path: { id } },
        body: { ...file, isInternal },
      }),
    );
}
