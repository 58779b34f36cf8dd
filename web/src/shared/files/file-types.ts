/** What the server takes; see "Files" in docs/API.md. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

const TYPE_OF_ENDING: Record<string, string> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  odp: "application/vnd.oasis.opendocument.presentation",
  zip: "application/zip",
  doc: "application/msword",
  xls: "application/vnd.ms-excel",
  ppt: "application/vnd.ms-powerpoint",
  txt: "text/plain",
  log: "text/plain",
  csv: "text/csv",
  md: "text/markdown",
  json: "application/json",
  mp4: "video/mp4",
  webm: "video/webm",
  mov: "video/quicktime",
  mp3: "audio/mpeg",
  ogg: "audio/ogg",
  wav: "audio/wav",
};

const TAKEN = new Set(Object.values(TYPE_OF_ENDING));

/** For a file field: what the browser offers first. */
export const ACCEPTED_FILES = Object.keys(TYPE_OF_ENDING)
  .map((ending) => `.${ending}`)
  .join(",");

/** The type that is sent, or null for one that is not taken. Browsers do not agree on every name. */
export function mimeTypeOf({ name, type }: Pick<File, "name" | "type">): string | null {
  if (TAKEN.has(type)) return type;
  const dot = name.lastIndexOf(".");
  return (dot > 0 && TYPE_OF_ENDING[name.slice(dot + 1).toLowerCase()]) || null;
}

/** Why a file is not even sent; null where it is. */
export function refusalOf(file: Pick<File, "name" | "type" | "size">): string | null {
  if (file.size === 0) return "It is empty.";
  if (file.size > MAX_FILE_BYTES) {
    return `It has ${sizeWords(file.size)}; at most ${sizeWords(MAX_FILE_BYTES)} are taken.`;
  }
  if (!mimeTypeOf(file)) {
    return "Files of this type are not taken. A ZIP archive of it is.";
  }
  return null;
}

export function isPicture(mimeType: string): boolean {
  return mimeType.startsWith("image/");
}

export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  const megabytes = bytes / (1024 * 1024);
  return `${Number.isInteger(megabytes) ? megabytes : megabytes.toFixed(1)} MB`;
}
