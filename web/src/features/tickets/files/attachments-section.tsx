import { Button, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { AttachmentCard } from "@/features/tickets/files/attachment-card";
import { AttachmentPreview } from "@/features/tickets/files/attachment-preview";
import { attachmentsKey } from "@/features/tickets/files/attachments-key";
import classes from "@/features/tickets/files/attachments-section.module.css";
import { beginAttachment } from "@/features/tickets/files/begin-attachment";
import { useAttachments, useRemoveAttachment } from "@/features/tickets/files/use-attachments";
import { errorMessage } from "@/shared/api/error-message";
import type { Attachment, Ticket } from "@/shared/api/types";
import { AttachButton } from "@/shared/files/attach-button";
import { UploadList } from "@/shared/files/upload-list";
import { usePageFiles } from "@/shared/files/use-page-files";
import { useUploads } from "@/shared/files/use-uploads";
import { ITEM_WORDS } from "@/shared/lib/item-words";
import { ConfirmDialog } from "@/shared/ui/confirm-dialog";

interface AttachmentsSectionProps {
  ticket: Ticket;
  /** Whether the reply is set to be internal; what is attached beside it is so too. */
  isInternal: boolean;
}

/** The files on a ticket or a task. Loaded with the first ticket that is opened. */
export default function AttachmentsSection({ ticket, isInternal }: AttachmentsSectionProps) {
  const client = useQueryClient();
  const { id, type, canComment } = ticket;
  const query = useAttachments(ticket);
  const remove = useRemoveAttachment(ticket);
  const [shown, setShown] = useState<string | null>(null);
  const [removed, setRemoved] = useState<Attachment | null>(null);
  const uploads = useUploads({
    begin: beginAttachment(ticket, isInternal),
    onDone: () => client.invalidateQueries({ queryKey: attachmentsKey(id) }),
  });
  const isOver = usePageFiles(canComment, (files) => uploads.add(files));
  const attachments = query.data ?? [];
  const isShown = attachments.length > 0 || uploads.rows.length > 0 || query.isError;
  const preview = attachments.find((each) => each.id === shown);
  const attach = canComment ? (
    <div className={classes.buttons}>
      <AttachButton onFiles={(files) => uploads.add(files)}>
        {isInternal ? "Attach internally" : "Attach files"}
      </AttachButton>
    </div>
  ) : null;

  return (
    <>
      {isShown ? (
        <section className={classes.section} aria-label="Files">
          <div className={classes.head}>
            <h2 className={classes.title}>
              Files{" "}
              {attachments.length > 0 ? (
                <span className={classes.count}>{attachments.length}</span>
              ) : null}
            </h2>
            {attach}
          </div>
          {query.isError && !query.data ? (
            <Text size="sm" role="alert">
              The files could not be loaded. {errorMessage(query.error)}{" "}
              <Button variant="subtle" size="compact-sm" onClick={() => void query.refetch()}>
                Try again
              </Button>
            </Text>
          ) : null}
          {attachments.length > 0 ? (
            <ul className={classes.list} aria-label="Attached files">
              {attachments.map((attachment) => (
                <AttachmentCard
                  key={attachment.id}
                  attachment={attachment}
                  onPreview={() => setShown(attachment.id)}
                  onRemove={() => setRemoved(attachment)}
                />
              ))}
            </ul>
          ) : null}
          <UploadList uploads={uploads} />
        </section>
      ) : (
        <div className={classes.head}>{attach}</div>
      )}
      {isOver ? (
        <div className={classes.drop} aria-hidden="true">
          Drop the files to attach them{isInternal ? ", internally" : ""}
        </div>
      ) : null}
      {preview ? <AttachmentPreview attachment={preview} onClose={() => setShown(null)} /> : null}
      {removed ? (
        <ConfirmDialog
          title={`Remove “${removed.fileName}”?`}
          confirm="Remove"
          isDangerous
          isPending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate(removed, { onSuccess: () => setRemoved(null) })}
          onClose={() => {
            remove.reset();
            setRemoved(null);
          }}
        >
          It is gone from this {ITEM_WORDS[type].one} for everybody at once, and cannot be brought
          back.
        </ConfirmDialog>
      ) : null}
    </>
  );
}
