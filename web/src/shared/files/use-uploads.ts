import { useEffect, useRef, useState } from "react";
import { errorMessage } from "@/shared/api/error-message";
import type { Upload } from "@/shared/api/types";
import { refusalOf } from "@/shared/files/file-types";
import { FileRejected, giveUpUpload, type NewFile, sendFile } from "@/shared/files/send-file";
import { draft } from "@/shared/lib/draft";

export interface UploadRow {
  id: number;
  name: string;
  size: number;
  state: "sending" | "waiting" | "checking" | "done" | "failed";
  /** From 0 to 1. */
  progress: number;
  upload: Upload | null;
  /** Why it failed. */
  reason: string | null;
  canRetry: boolean;
}

interface UploadsOptions {
  begin: (file: NewFile) => Promise<Upload>;
  /** It has arrived and was looked at. */
  onDone?: (upload: Upload) => void;
  /** It was given up, or taken out of the list. */
  onRemove?: (upload: Upload) => void;
  /** Those that are done stay in the list, over a reload too, by this name: something is to be made of them. */
  keptAs?: string;
}

let lastId = 0;

function readKept(name: string): UploadRow[] {
  return (draft.read<UploadRow[]>(name) ?? []).map((row) => {
    lastId += 1;
    return { ...row, id: lastId };
  });
}

function reasonOf(error: unknown): string {
  if (error instanceof FileRejected) {
    const { message } = error;
    return `Not taken: ${message}.`;
  }
  return errorMessage(error);
}

/** Files on their way, each with its progress. They are given up when the page that sends them is left. */
export function useUploads({ begin, onDone, onRemove, keptAs }: UploadsOptions) {
  const [rows, setRows] = useState<UploadRow[]>(() => (keptAs && readKept(keptAs)) || []);
  const files = useRef(new Map<number, { file: File; control: AbortController }>());
  const latest = useRef({ begin, onDone, onRemove, rows });
  useEffect(() => {
    latest.current = { begin, onDone, onRemove, rows };
  });

  useEffect(() => {
    if (!keptAs) return;
    const done = rows.filter(({ state }) => state === "done");
    if (done.length > 0) draft.write(keptAs, done);
    else draft.clear(keptAs);
  }, [keptAs, rows]);

  useEffect(() => {
    const sent = files.current;
    return () => {
      for (const { control } of sent.values()) control.abort();
    };
  }, []);

  const change = (id: number, to: Partial<UploadRow>) =>
    setRows((all) => all.map((row) => (row.id === id ? { ...row, ...to } : row)));
  const drop = (id: number) => {
    files.current.delete(id);
    setRows((all) => all.filter((row) => row.id !== id));
  };

  const start = async (
    id: number,
    file: File,
    before: Upload | null,
    onBegun?: (upload: Upload) => void,
  ) => {
    const control = new AbortController();
    files.current.set(id, { file, control });
    try {
      const upload = await sendFile(file, latest.current.begin, before, {
        signal: control.signal,
        onBegun: (begun) => {
          if (control.signal.aborted) {
            void giveUpUpload(begun.key);
            return;
          }
          change(id, { upload: begun });
          if (!before) onBegun?.(begun);
        },
        onProgress: (progress) => change(id, { progress }),
        onWaiting: (isWaiting) => change(id, { state: isWaiting ? "waiting" : "sending" }),
        onChecking: () => change(id, { state: "checking", progress: 1 }),
      });
      latest.current.onDone?.(upload);
      if (keptAs) change(id, { state: "done", upload });
      else drop(id);
    } catch (error) {
      if (control.signal.aborted) return;
      change(id, {
        state: "failed",
        reason: reasonOf(error),
        canRetry: !(error instanceof FileRejected),
      });
    }
  };

  return {
    rows,
    isBusy: rows.some(({ state }) => state !== "done" && state !== "failed"),
    hasFailed: rows.some(({ state }) => state === "failed"),
    keys: rows.flatMap(({ state, upload }) => (state === "done" && upload ? [upload.key] : [])),
    /** Sends these; `onBegun` is told the key of each as soon as there is one. */
    add: (added: readonly File[], onBegun?: (upload: Upload, file: File) => void) => {
      for (const file of added) {
        lastId += 1;
        const id = lastId;
        const reason = refusalOf(file);
        const row: UploadRow = {
          id,
          name: file.name,
          size: file.size,
          state: reason ? "failed" : "sending",
          progress: 0,
          upload: null,
          reason,
          canRetry: false,
        };
        setRows((all) => [...all, row]);
        if (!reason) void start(id, file, null, (upload) => onBegun?.(upload, file));
      }
    },
    retry: (id: number) => {
      const file = files.current.get(id)?.file;
      const row = latest.current.rows.find((each) => each.id === id);
      if (!file || !row) return;
      change(id, { state: "sending", reason: null });
      void start(id, file, row.upload);
    },
    /** Gives it up, or takes it out of the list. */
    remove: (id: number) => {
      const row = latest.current.rows.find((each) => each.id === id);
      files.current.get(id)?.control.abort();
      if (row?.upload) {
        void giveUpUpload(row.upload.key);
        latest.current.onRemove?.(row.upload);
      }
      drop(id);
    },
    /** They belong to something now. */
    forget: (keys: readonly string[]) =>
      setRows((all) => all.filter(({ upload }) => !upload || !keys.includes(upload.key))),
  };
}

/** Why what is written cannot be sent or saved yet; null where it can. */
export function filesProblem(
  { isBusy, hasFailed }: Pick<Uploads, "isBusy" | "hasFailed">,
  advice: "Send it" | "Save it" = "Send it",
) {
  if (isBusy) return `Some files are still on their way. ${advice} once they have arrived.`;
  return hasFailed ? "Some files were not sent. Send them again or remove them first." : null;
}

export type Uploads = ReturnType<typeof useUploads>;
