import type { Upload } from "@/shared/api/types";

/** How a file gets from here to the bucket: what the transfer needs of the world. */
export interface TransferWire {
  /** Reads the upload again: which parts have arrived, and fresh addresses for the others. */
  read: (key: string, signal: AbortSignal) => Promise<Upload>;
  complete: (key: string, signal: AbortSignal) => Promise<Upload>;
  /** Sends a part; rejects with `PartRefused`, or with anything else where the connection was lost. */
  put: (
    url: string,
    part: Blob,
    contentType: string | null,
    onSent: (bytes: number) => void,
    signal: AbortSignal,
  ) => Promise<void>;
  /** Resolves once it is worth trying again; at once where there is a connection. */
  untilOnline: (signal: AbortSignal) => Promise<void>;
  pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  isConnectionLoss: (error: unknown) => boolean;
}

/** The bucket has answered, and does not take it: the address has ended, most often. */
export class PartRefused extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`The bucket answered ${status}`);
    this.name = "PartRefused";
    this.status = status;
  }
}

interface TransferOptions {
  signal: AbortSignal;
  /** Of the whole file, from 0 to 1. */
  onProgress: (share: number) => void;
  /** Whether it waits for the connection. */
  onWaiting: (isWaiting: boolean) => void;
}

/** How often it is tried without a single part more having arrived. */
const MOST_TRIES = 6;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Sends a file's content. What has arrived is not sent again: after a lost connection it waits for the
 * next one, asks which parts are there, and goes on with the others.
 */
export async function transferFile(
  file: Blob,
  begun: Upload,
  wire: TransferWire,
  options: TransferOptions,
): Promise<Upload> {
  const { signal, onProgress, onWaiting } = options;
  let upload = begun;
  let tries = 0;
  let arrivedBefore = arrivedBytes(upload, file.size);
  let mustRead = false;
  for (;;) {
    try {
      if (mustRead) {
        upload = await wire.read(upload.key, signal);
        mustRead = false;
      }
      onWaiting(false);
      await sendParts(file, upload, wire, onProgress, signal);
      if (upload.transfer?.needsCompletion) upload = await wire.complete(upload.key, signal);
      onProgress(1);
      return upload;
    } catch (error) {
      signal.throwIfAborted();
      const isLost = wire.isConnectionLoss(error);
      if (!isLost && !(error instanceof PartRefused)) throw error;
      const arrived = arrivedBytes(upload, file.size);
      tries = arrived > arrivedBefore ? 1 : tries + 1;
      arrivedBefore = Math.max(arrived, arrivedBefore);
      if (tries >= MOST_TRIES) throw error;
      onWaiting(isLost);
      await wire.untilOnline(signal);
      await wire.pause(Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS), signal);
      mustRead = true;
    }
  }
}

function arrivedBytes({ transfer }: Upload, size: number): number {
  if (!transfer) return size;
  return transfer.parts.reduce((sum, part) => sum + (part.url ? 0 : part.size), 0);
}

async function sendParts(
  file: Blob,
  upload: Upload,
  wire: TransferWire,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const { transfer } = upload;
  if (!transfer) return;
  let arrived = arrivedBytes(upload, file.size);
  onProgress(arrived / file.size);
  for (const part of transfer.parts) {
    if (!part.url) continue;
    await wire.put(
      part.url,
      file.slice(part.offset, part.offset + part.size),
      transfer.contentType ?? null,
      (bytes) => onProgress((arrived + Math.min(bytes, part.size)) / file.size),
      signal,
    );
    arrived += part.size;
    // It has arrived: a try that follows counts from here.
    part.url = null;
  }
}
