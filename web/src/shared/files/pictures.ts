import { createContext } from "react";

/** Where the picture of an attachment is shown from; undefined while that is asked for, null where it is gone. */
export type PictureSource = (id: string) => string | null | undefined;

export const PictureContext = createContext<PictureSource>(() => null);

const PREFIX = "attachment:";

/** Pictures that were put into a text here, which can be shown before the server has them. */
const own = new Map<string, string>();

export function keepOwnPicture(id: string, file: File) {
  own.set(id, URL.createObjectURL(file));
}

export function pictureAddress(src: string, sourceOf: PictureSource): string | null | undefined {
  if (!src.startsWith(PREFIX)) return null;
  const id = src.slice(PREFIX.length);
  return own.get(id) ?? sourceOf(id);
}

export function pictureHtml(id: string, alt: string): string {
  const picture = document.implementation.createHTMLDocument().createElement("img");
  picture.setAttribute("src", PREFIX + id);
  picture.setAttribute("alt", alt);
  return picture.outerHTML;
}

function parse(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, "text/html").body;
}

/** The text without the picture of an upload that was given up. */
export function withoutPicture(html: string, id: string): string {
  if (!html.includes(PREFIX + id)) return html;
  const body = parse(html);
  for (const picture of body.querySelectorAll(`img[src="${PREFIX}${id}"]`)) picture.remove();
  return body.innerHTML;
}

/** The text with the addresses at which its pictures are shown, and words where there is none. */
export function withPictures(html: string, sourceOf: PictureSource): string {
  if (!html.includes(PREFIX)) return html;
  const body = parse(html);
  for (const picture of body.querySelectorAll<HTMLImageElement>(`img[src^="${PREFIX}"]`)) {
    const address = pictureAddress(picture.getAttribute("src") ?? "", sourceOf);
    if (address) {
      picture.setAttribute("src", address);
      continue;
    }
    const words = body.ownerDocument.createElement("em");
    const name = picture.alt || "no name";
    words.textContent =
      address === undefined
        ? `[Picture: ${name}]`
        : `[Picture that is not there any more: ${name}]`;
    picture.replaceWith(words);
  }
  return body.innerHTML;
}
