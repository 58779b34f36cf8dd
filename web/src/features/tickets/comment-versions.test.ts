import { expect, test } from "vitest";
import { reachesBack, versionsOf } from "@/features/tickets/comment-versions";
import { aComment, anActivity } from "@/test/builders";

const comment = aComment(1, { content: "<p>three</p>" });

function edit(number: number, before: string, after: string, commentId = comment.id) {
  return anActivity(number, {
    action: "COMMENT_EDITED",
    commentId,
    changes: [{ field: "content", before, after }],
  });
}

test("the versions of a comment are put together from its edits, the newest first", () => {
  const versions = versionsOf(comment, [
    edit(30, "<p>two</p>", "<p>three</p>"),
    edit(25, "<p>other</p>", "<p>else</p>", aComment(2).id),
    edit(20, "<p>one</p>", "<p>two</p>"),
  ]);
  expect(versions.map(({ html }) => html)).toEqual(["<p>three</p>", "<p>two</p>", "<p>one</p>"]);
  expect(versions.at(-1)).toMatchObject({ at: comment.createdAt, by: comment.author });
});

test("a comment without edits has one version", () => {
  expect(versionsOf(comment, [])).toHaveLength(1);
});

test("activity is read as far back as the comment goes", () => {
  expect(reachesBack([], comment)).toBe(false);
  expect(reachesBack([edit(30, "", "")], comment)).toBe(false);
  const older = anActivity(1, { createdAt: comment.createdAt });
  expect(reachesBack([edit(30, "", ""), older], comment)).toBe(true);
});
