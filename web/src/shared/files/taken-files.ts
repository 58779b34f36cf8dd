import type { ClipboardEvent, DragEvent } from "react";

/** The files that were copied; none where text was: a cell of a spreadsheet comes with a picture of itself. */
export function pastedFiles(clipboard: DataTransfer | null): File[] {
  if (!clipboard || clipboard.types.includes("text/plain")) return [];
  return [...clipboard.files];
}

/** For an element that takes the files that are dropped on it or pasted into it, before its editor does. */
export function takesFiles(take: (files: File[]) => void) {
  return {
    "data-takes-files": true,
    onPasteCapture: (event: ClipboardEvent) => {
      const files = pastedFiles(event.clipboardData);
      if (files.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      take(files);
    },
    onDropCapture: (event: DragEvent) => {
      const files = [...event.dataTransfer.files];
      if (files.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      take(files);
    },
  };
}
