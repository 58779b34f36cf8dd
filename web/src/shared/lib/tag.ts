/** The most tags of one ticket or task. */
export const MOST_TAGS = 20;

export const TAG_RULE = "Tags are made of letters, digits and -_.:+, at most 40 of them";

/** A tag as the server keeps it: in lower case, words joined by a hyphen; null where it is none. */
export function normalTag(text: string): string | null {
  const joined = text.trim().split(/\s+/).join("-").toLowerCase();
  return /^[\p{L}\p{N}\-_.:+]{1,40}$/u.test(joined) ? joined : null;
}
