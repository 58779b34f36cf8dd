import { useQueryClient } from "@tanstack/react-query";
import { type RefObject, useState } from "react";
import { attachmentsKey } from "@/features/tickets/files/attachments-key";
import { beginAttachment } from "@/features/tickets/files/begin-attachment";
import type { Ticket } from "@/shared/api/types";
import { insertPicture } from "@/shared/files/insert-picture";
import { takesFiles } from "@/shared/files/taken-files";
import { filesProblem, useUploads } from "@/shared/files/use-uploads";
import { ITEM_WORDS } from "@/shared/lib/item-words";
import type { RichTextEditorHandle } from "@/shared/ui/rich-text-editor";

interface EditFiles {
  ticket: Ticket;
  isInternal: boolean;
  editor: RefObject<RichTextEditorHandle | null>;
  /** A file was given up, by this key: its picture leaves the text. */
  onGivenUp: (key: string) => void;
}

/**
 * Files that are pasted or dropped into a text while it is changed: they are attached to the ticket, and pictures
 * stand in the text as well.
 */
export function useEditFiles({ ticket, isInternal, editor, onGivenUp }: EditFiles) {
  const client = useQueryClient();
  const [hasTaken, setTaken] = useState(false);
  const [isHeld, setHeld] = useState(false);
  const uploads = useUploads({
    begin: beginAttachment(ticket, isInternal),
    onDone: () => client.invalidateQueries({ queryKey: attachmentsKey(ticket.id) }),
    onRemove: ({ key }) => onGivenUp(key),
  });
  const take = (files: File[]) => {
    setTaken(true);
    setHeld(false);
    uploads.add(files, (upload, file) => insertPicture(editor.current, upload, file));
  };
  const unsent = filesProblem(uploads, "Save it");

  return {
    uploads,
    /** For the form; without it nothing is taken. */
    takes: ticket.canComment ? takesFiles(take) : {},
    /** Whether saving has to wait for files; why is told as long as that holds. */
    holdsBack: () => {
      setHeld(unsent !== null);
      return unsent !== null;
    },
    problem: isHeld ? unsent : null,
    note: hasTaken
      ? `Files are attached to the ${ITEM_WORDS[ticket.type].one} at once${isInternal ? ", internally" : ""}.`
      : null,
  };
}
