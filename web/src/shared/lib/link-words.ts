import type { LinkKind } from "@/shared/api/types";

/** How an item stands to the one that it is linked to, as a line that begins with "this". */
export const LINK_LABEL: Record<LinkKind, string> = {
  RELATES_TO: "Has to do with",
  BLOCKS: "Blocks",
  BLOCKED_BY: "Waits for",
  DUPLICATES: "Says the same as",
  DUPLICATED_BY: "Is said again in",
  PARENT_OF: "Is made up of",
  CHILD_OF: "Is part of",
  FOLLOWS_UP: "Takes up again",
  FOLLOWED_UP_BY: "Is taken up again in",
  SPLIT_FROM: "Came out of",
  SPLIT_INTO: "Has led to",
  MERGED_INTO: "Goes on in",
  MERGED_FROM: "Took in",
};

/** The kinds that people make and remove; the others tell what the product did. */
export const FREE_LINK_KINDS: readonly LinkKind[] = [
  "RELATES_TO",
  "BLOCKS",
  "BLOCKED_BY",
  "DUPLICATES",
  "DUPLICATED_BY",
  "PARENT_OF",
  "CHILD_OF",
];
