import { isBlankHtml } from "@/shared/lib/is-blank-html";

/** A reply with a text quoted below what was typed, and a line to go on with. */
export function withQuote(typed: string, quoted: string): string {
  const before = isBlankHtml(typed) ? "" : typed;
  return `${before}<blockquote>${quoted}</blockquote><p></p>`;
}
