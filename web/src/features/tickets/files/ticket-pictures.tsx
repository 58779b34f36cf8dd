import type { ReactNode } from "react";
import { useAttachments } from "@/features/tickets/files/use-attachments";
import type { Ticket } from "@/shared/api/types";
import { PictureContext } from "@/shared/files/pictures";

/** Tells the texts on the page of a ticket where their pictures are. */
export function TicketPictures({ ticket, children }: { ticket: Ticket; children: ReactNode }) {
  const { data, isPending } = useAttachments(ticket);
  return (
    <PictureContext
      value={(id) => {
        const found = data?.find((each) => each.id === id);
        return found?.previewUrl ?? (isPending ? undefined : null);
      }}
    >
      {children}
    </PictureContext>
  );
}
