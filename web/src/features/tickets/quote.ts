import { isBlankHtml } from "@/shared/lib/is-blank-html";

// Who was mentioned there is not mentioned once more.
const MENTION = /<span data-type="mention"[^>]*>([^<]*)<\/span>/g;

/** A reply with a text quoted below what was typed, and a line to go on with. */
export function withQuote(typed: string, quoted: string): string {
  const before = isBlankHtml(typed) ? "" : typed;
  return `${before}<blockquote>${quoted.replace(MENTION, "$1")}</blockquote><p></p>`;
}
