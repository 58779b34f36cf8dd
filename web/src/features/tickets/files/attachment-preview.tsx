import { Button, Group, Loader, Text } from "@mantine/core";
import { Download } from "lucide-react";
import { useState } from "react";
import classes from "@/features/tickets/files/attachment-preview.module.css";
import type { Attachment } from "@/shared/api/types";
import { isPicture, sizeWords } from "@/shared/files/file-types";
import { Dialog } from "@/shared/ui/dialog";

interface AttachmentPreviewProps {
  attachment: Attachment;
  onClose: () => void;
}

/** A picture or a PDF, where it is. */
export function AttachmentPreview({ attachment, onClose }: AttachmentPreviewProps) {
  const { fileName, fileSize, mimeType, downloadUrl } = attachment;
  // Fresh addresses come by themselves; what is being looked at stays as it is.
  const [url] = useState(attachment.previewUrl ?? "");
  const [state, setState] = useState<"loading" | "shown" | "broken">("loading");
  return (
    <Dialog title={fileName} size="xl" onClose={onClose}>
      <div className={classes.stage}>
        {state === "loading" ? <Loader size="sm" className={classes.loader} /> : null}
        {state === "broken" ? (
          <Text role="alert">It could not be shown. Download it to look at it.</Text>
        ) : isPicture(mimeType) ? (
          <img
            className={classes.picture}
            src={url}
            alt={fileName}
            onLoad={() => setState("shown")}
            onError={() => setState("broken")}
          />
        ) : (
          <iframe
            className={classes.document}
            src={url}
            title={fileName}
            onLoad={() => setState("shown")}
          />
        )}
      </div>
      <Group justify="space-between" mt="md">
        <Text size="sm" c="dimmed">
          {sizeWords(fileSize)}
        </Text>
        <Button
          component="a"
          href={downloadUrl}
          download={fileName}
          rel="noreferrer"
          variant="default"
          leftSection={<Download size={16} />}
        >
          Download
        </Button>
      </Group>
    </Dialog>
  );
}
