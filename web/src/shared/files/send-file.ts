import { api, unwrap } from "@/shared/api/client";
import type { Upload } from "@/shared/api/types";
import { mimeTypeOf } from "@/shared/files/file-types";
import { transferFile } from "@/shared/files/transfer";
import { pause, transferWire } from "@/shared/files/transfer-wire";

export interface NewFile {
  fileName: string;
  fileSize: number;
  mimeType: string;
}

export interface Sending {
  signal: AbortSignal;
  onBegun: (upload: Upload) => void;
  onProgress: (share: number) => void;
  onWaiting: (isWaiting: boolean) => void;
  onChecking: () => void;
}

/** The file has arrived, and is not what it says it is. */
export class FileRejected extends Error {}

const FIRST_LOOK_MS = 400;
const LONGEST_LOOK_MS = 3_000;
const PATIENCE_MS = 120_000;

/**
 * Begins an upload, or goes on with one that was begun, sends the content and waits until it was
 * looked at.
 */
export async function sendFile(
  file: File,
  begin: (file: NewFile) => Promise<Upload>,
  before: Upload | null,
  { signal, onBegun, onProgress, onWaiting, onChecking }: Sending,
): Promise<Upload> {
  const begun = before
    ? await transferWire.read(before.key, signal)
    : await begin({
        fileName: file.name,
        fileSize: file.size,
        mimeType: mimeTypeOf(file) ?? file.type,
      });
  onBegun(begun);
  signal.throwIfAborted();
  let upload = await transferFile(file, begun, transferWire, { signal, onProgress, onWaiting });
  onChecking();
  const until = Date.now() + PATIENCE_MS;
  for (
    let wait = FIRST_LOOK_MS;
    upload.status === "PENDING";
    wait = Math.min(wait * 1.5, LONGEST_LOOK_MS)
  ) {
    if (Date.now() > until) throw new Error("It was not looked at in time");
    await pause(wait, signal);
    try {
      upload = await transferWire.read(upload.key, signal);
    } catch (error) {
      if (!transferWire.isConnectionLoss(error)) throw error;
      onWaiting(true);
      await transferWire.untilOnline(signal);
      onWaiting(false);
    }
  }
  if (upload.status === "REJECTED") throw new FileRejected(upload.reason ?? "it was not taken");
  return upload;
}

export function beginUpload(purpose: "ATTACHMENT" | "AVATAR") {
  return (file: NewFile) => unwrap(api.POST("/api/uploads", { body: { ...file, purpose } }));
}

/** What nobody waits for: an upload that was begun and is not wanted any more. */
export async function giveUpUpload(key: string): Promise<void> {
  await api.DELETE("/api/uploads/{key}", { params: { path: { key } } }).catch(() => undefined);
}
