import type { Upload } from "@/shared/api/types";
import { isPicture } from "@/shared/files/file-types";
import { keepOwnPicture, pictureHtml } from "@/shared/files/pictures";

/** Puts a picture that is on its way into the text at the caret; other files stand in the list alone. */
export function insertPicture(
  editor: { insert: (html: string) => void } | null,
  { key, fileName, mimeType }: Upload,
  file: File,
) {
  if (!isPicture(mimeType)) return;
  keepOwnPicture(key, file);
  editor?.insert(pictureHtml(key, fileName));
}
