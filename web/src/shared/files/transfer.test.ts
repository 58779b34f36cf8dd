import { expect, test } from "vitest";
import type { Upload } from "@/shared/api/types";
import { PartRefused, type TransferWire, transferFile } from "@/shared/files/transfer";

const SIZE = 12;
const PART = 5;

function anUpload(arrived: readonly number[], round = 1): Upload {
  return {
    key: "att_1",
    purpose: "ATTACHMENT",
    fileName: "a.zip",
    fileSize: SIZE,
    mimeType: "application/zip",
    status: "PENDING",
    createdAt: "2026-01-01T00:00:00.000Z",
    transfer: {
      contentType: null,
      needsCompletion: true,
      expiresAt: "2026-01-01T00:15:00.000Z",
      parts: [1, 2, 3].map((number) => ({
        number,
        offset: (number - 1) * PART,
        size: Math.min(PART, SIZE - (number - 1) * PART),
        url: arrived.includes(number) ? null : `https://bucket/${number}?${round}`,
      })),
    },
  };
}

/** A bucket that keeps what it is sent, and what it was asked, in order. */
class Bucket {
  readonly arrived: number[] = [];
  readonly calls: string[] = [];
  private round = 1;
  /** What becomes of each `PUT`, in order; those that follow are taken. */
  readonly failures: (Error | null)[];

  constructor(failures: (Error | null)[] = []) {
    this.failures = failures;
  }

  readonly wire: TransferWire = {
    read: async () => {
      this.calls.push("read");
      this.round += 1;
      return anUpload(this.arrived, this.round);
    },
    complete: async () => {
      this.calls.push("complete");
      return { ...anUpload([1, 2, 3]), transfer: null };
    },
    put: async (url, part, _type, onSent) => {
      this.calls.push(`put ${url.replace("https://bucket/", "")}: ${await part.text()}`);
      onSent(part.size);
      const failure = this.failures.shift();
      if (failure) throw failure;
      this.arrived.push(Number(new URL(url).pathname.slice(1)));
    },
    untilOnline: async () => {
      this.calls.push("online");
    },
    pause: async () => {},
    isConnectionLoss: (error) => error instanceof TypeError,
  };
}

const file = new Blob(["aaaaabbbbbcc"]);

function options(change: Partial<Parameters<typeof transferFile>[3]> = {}) {
  return {
    signal: new AbortController().signal,
    onProgress: () => {},
    onWaiting: () => {},
    ...change,
  };
}

test("the parts of a file are sent in their places and then put together", async () => {
  const bucket = new Bucket();
  const shares: number[] = [];
  await transferFile(
    file,
    anUpload([]),
    bucket.wire,
    options({ onProgress: (it) => shares.push(it) }),
  );
  expect(bucket.calls).toEqual(["put 1?1: aaaaa", "put 2?1: bbbbb", "put 3?1: cc", "complete"]);
  expect(shares).toEqual([0, 5 / 12, 10 / 12, 1, 1]);
});

test("after a lost connection only what has not arrived is sent, at fresh addresses", async () => {
  const bucket = new Bucket([null, new TypeError("lost")]);
  const waits: boolean[] = [];
  await transferFile(
    file,
    anUpload([]),
    bucket.wire,
    options({ onWaiting: (it) => waits.push(it) }),
  );
  expect(bucket.calls).toEqual([
    "put 1?1: aaaaa",
    "put 2?1: bbbbb",
    "online",
    "read",
    "put 2?2: bbbbb",
    "put 3?2: cc",
    "complete",
  ]);
  expect(waits).toEqual([false, true, false]);
});

test("an address that has ended is asked for anew", async () => {
  const bucket = new Bucket([new PartRefused(403)]);
  bucket.arrived.push(1, 2);
  await transferFile(file, anUpload([1, 2]), bucket.wire, options());
  expect(bucket.calls).toEqual(["put 3?1: cc", "online", "read", "put 3?2: cc", "complete"]);
});

test("what is refused again and again fails", async () => {
  const bucket = new Bucket(Array.from({ length: 20 }, () => new PartRefused(400)));
  await expect(transferFile(file, anUpload([]), bucket.wire, options())).rejects.toThrow("400");
  expect(bucket.calls.filter((call) => call.startsWith("put"))).toHaveLength(6);
});

test("a transfer that is given up sends nothing more", async () => {
  const bucket = new Bucket([null, new TypeError("aborted")]);
  const control = new AbortController();
  const sent = transferFile(
    file,
    anUpload([]),
    bucket.wire,
    options({
      signal: control.signal,
      onProgress: (share) => share > 0.5 && control.abort(),
    }),
  );
  await expect(sent).rejects.toThrow(/abort/i);
  expect(bucket.calls).toEqual(["put 1?1: aaaaa", "put 2?1: bbbbb"]);
});
