const BLOCKS = new Set([
  "BLOCKQUOTE",
  "DIV",
  "H1",
  "H2",
  "H3",
  "H4",
  "HR",
  "LI",
  "OL",
  "P",
  "PRE",
  "UL",
]);

function collect(node: Node, parts: string[]) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      parts.push(child.textContent ?? "");
      continue;
    }
    const isBlock = BLOCKS.has(child.nodeName);
    if (isBlock || child.nodeName === "BR") parts.push("\n");
    if (child.nodeName === "LI") parts.push("• ");
    collect(child, parts);
    if (isBlock) parts.push("\n");
  }
}

function parse(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, "text/html").body;
}

function lines(body: HTMLElement): string {
  const parts: string[] = [];
  collect(body, parts);
  return parts
    .join("")
    .replace(/• \n+/g, "• ")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[ \n]*/g, "\n")
    .trim();
}

/** What rich text says, a line for each paragraph. */
export function plainText(html: string): string {
  return lines(parse(html));
}

/** The beginning of what rich text says in its author's own words, on one line. */
export function excerpt(html: string, maxCharacters: number): string {
  const body = parse(html);
  for (const quote of body.querySelectorAll("blockquote")) quote.remove();
  const text = (lines(body) || plainText(html)).replace(/\s+/g, " ");
  if (text.length <= maxCharacters) return text;
  return `${text.slice(0, maxCharacters).replace(/\s*\S*$/u, "")}…`;
}
