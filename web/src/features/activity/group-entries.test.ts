import { expect, test } from "vitest";
import { groupWords } from "@/features/activity/feed-words";
import { groupEntries } from "@/features/activity/group-entries";
import type { FeedEntry } from "@/shared/api/types";
import { anEntry } from "@/test/builders";

const status = [{ field: "status", before: "OPEN", after: "RESOLVED" }];

function words(entries: FeedEntry[]) {
  return groupEntries(entries).map((group) => groupWords(group.entries, () => undefined));
}

test("like changes of one person are told as one", () => {
  const entries = [3, 2, 1].map((number) => anEntry(number, { changes: status }));
  expect(words(entries)).toEqual(["changed the status of 3 tickets"]);
});

test("a single change is told whole", () => {
  expect(words([anEntry(1, { changes: status })])).toEqual([
    "changed the status from Open to Resolved",
  ]);
});

test("several comments on one ticket are counted", () => {
  const item = anEntry(1).item;
  const entries = [3, 2].map((number) => anEntry(number, { action: "COMMENTED", item }));
  expect(words(entries)).toEqual(["commented on this ticket 2 times"]);
});

test("other people, other fields and other days stay apart", () => {
  const other = { id: `usr_${"f".repeat(32)}`, name: "Other" };
  const entries = [
    anEntry(500, { changes: status }),
    anEntry(499, { changes: status, actor: other }),
    anEntry(498, { changes: [{ field: "title", before: "a", after: "b" }] }),
    anEntry(100, { changes: [{ field: "title", before: "a", after: "b" }] }),
  ];
  expect(groupEntries(entries).map(({ entries: all }) => all.length)).toEqual([1, 1, 1, 1]);
});

test("what is about no work stands alone", () => {
  const entries = [2, 1].map((number) =>
    anEntry(number, { action: "USER_CREATED", item: null, title: null, workItemId: null }),
  );
  expect(words(entries)).toEqual(["made an account", "made an account"]);
});
