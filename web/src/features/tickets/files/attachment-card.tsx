import { ActionIcon, UnstyledButton } from "@mantine/core";
import {
  Download,
  FileArchive,
  FileAudio,
  FileSpreadsheet,
  FileText,
  FileVideo,
  Image,
  Lock,
  type LucideIcon,
  Trash2,
} from "lucide-react";
import { useState } from "react";
import classes from "@/features/tickets/files/attachments-section.module.css";
import type { Attachment } from "@/shared/api/types";
import { isPicture, sizeWords } from "@/shared/files/file-types";
import { RelativeTime } from "@/shared/ui/relative-time";

interface AttachmentCardProps {
  attachment: Attachment;
  onPreview: () => void;
  onRemove: () => void;
}

function iconOf(mimeType: string): LucideIcon {
  if (isPicture(mimeType)) return Image;
  if (mimeType.startsWith("video/")) return FileVideo;
  if (mimeType.startsWith("audio/")) return FileAudio;
  if (mimeType.endsWith("/zip")) return FileArchive;
  return /sheet|excel|csv/.test(mimeType) ? FileSpreadsheet : FileText;
}

/** A file in the list of those on a ticket. */
export function AttachmentCard({ attachment, onPreview, onRemove }: AttachmentCardProps) {
  const { fileName, fileSize, mimeType, uploadedBy, createdAt, isInternal, canDelete } = attachment;
  const look = <Look attachment={attachment} />;
  return (
    <li className={classes.card} data-internal={isInternal || undefined} data-type={mimeType}>
      {attachment.previewUrl ? (
        <UnstyledButton
          className={classes.open}
          onClick={onPreview}
          aria-label={`Show ${fileName}`}
        >
          {look}
        </UnstyledButton>
      ) : (
        <span className={classes.open}>{look}</span>
      )}
      <div className={classes.about}>
        <span className={classes.name} title={fileName}>
          {fileName}
        </span>
        <span className={classes.facts}>
          {isInternal ? (
            <span className={classes.internal}>
              <Lock size={11} aria-hidden="true" /> Internal
            </span>
          ) : null}
          <span>
            {sizeWords(fileSize)} · {uploadedBy.name} · <RelativeTime instant={createdAt} />
          </span>
        </span>
      </div>
      <ActionIcon
        component="a"
        href={attachment.downloadUrl}
        download={fileName}
        rel="noreferrer"
        variant="subtle"
        aria-label={`Download ${fileName}`}
      >
        <Download size={16} />
      </ActionIcon>
      {canDelete ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Remove ${fileName}`}
          onClick={onRemove}
        >
          <Trash2 size={16} />
        </ActionIcon>
      ) : null}
    </li>
  );
}

/** Its picture, small; what kind of file it is where there is none. */
function Look({ attachment }: { attachment: Attachment }) {
  const { thumbnailUrl, mimeType } = attachment;
  const [broken, setBroken] = useState<string | null>(null);
  const Icon = iconOf(mimeType);
  return thumbnailUrl && broken !== thumbnailUrl ? (
    <img
      className={classes.thumbnail}
      src={thumbnailUrl}
      alt=""
      loading="lazy"
      onError={() => setBroken(thumbnailUrl)}
    />
  ) : (
    <Icon size={22} aria-hidden="true" />
  );
}
