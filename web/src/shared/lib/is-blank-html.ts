/** Whether rich text says nothing: the editor's "empty" is a paragraph. */
export function isBlankHtml(html: string): boolean {
  return (
    html
      .replace(/<(hr|img)\b[^>]*>/gi, "-")
      .replace(/<[^>]*>/g, "")
      .replace(/&nbsp;/g, " ")
      .trim() === ""
  );
}
