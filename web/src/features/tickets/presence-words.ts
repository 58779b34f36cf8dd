import type { Viewer } from "@/shared/live/live-message";

function names(people: readonly Viewer[]): string {
  const [first, second] = people.map(({ user }) => user.name);
  if (people.length === 1) return `${first}`;
  if (people.length === 2) return `${first} and ${second}`;
  return `${first}, ${second} and ${people.length - 2} more`;
}

function sentence(people: readonly Viewer[], what: string): string | null {
  if (people.length === 0) return null;
  return `${names(people)} ${people.length === 1 ? "is" : "are"} ${what}`;
}

/** Who is there, as people say it; empty for nobody. */
export function viewingWords(present: readonly Viewer[]): string {
  return sentence(present, "viewing") ?? "";
}

/** Who writes, as people say it; empty for nobody. */
export function typingWords(present: readonly Viewer[]): string {
  const typing = present.filter(({ isTyping }) => isTyping);
  return [
    sentence(
      typing.filter(({ isInternal }) => !isInternal),
      "replying…",
    ),
    sentence(
      typing.filter(({ isInternal }) => isInternal),
      "writing an internal note…",
    ),
  ]
    .filter(Boolean)
    .join(" ");
}
