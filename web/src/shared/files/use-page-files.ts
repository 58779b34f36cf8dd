import { useEffect, useEffectEvent, useState } from "react";
import { pastedFiles } from "@/shared/files/taken-files";

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") === true;
}

/** Whether something else on the page takes what is dropped or pasted there: a field, a dialog. */
function isElsewhere({ target, defaultPrevented }: Event): boolean {
  if (defaultPrevented) return true;
  return (
    target instanceof Element &&
    target.closest('input, textarea, [role="textbox"], [role="dialog"], [data-takes-files]') !==
      null
  );
}

/** Files that are dropped on the page or pasted into it; answers whether some are held over it. */
export function usePageFiles(isEnabled: boolean, take: (files: File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const onFiles = useEffectEvent(take);

  useEffect(() => {
    if (!isEnabled) return;
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const over = (event: DragEvent) => {
      // Without this the browser would leave the app and show the file.
      if (carriesFiles(event)) event.preventDefault();
    };
    // Whoever takes them: they are no longer held over the page.
    const end = () => {
      depth = 0;
      setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event) || isElsewhere(event)) return;
      event.preventDefault();
      onFiles([...(event.dataTransfer?.files ?? [])]);
    };
    const paste = (event: ClipboardEvent) => {
      const files = pastedFiles(event.clipboardData);
      if (files.length === 0 || isElsewhere(event)) return;
      event.preventDefault();
      onFiles(files);
    };
    window.addEventListener("dragenter", enter);
    window.addEventListener("dragleave", leave);
    window.addEventListener("dragover", over);
    window.addEventListener("drop", end, true);
    window.addEventListener("drop", drop);
    window.addEventListener("paste", paste);
    return () => {
      window.removeEventListener("dragenter", enter);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", end, true);
      window.removeEventListener("drop", drop);
      window.removeEventListener("paste", paste);
    };
  }, [isEnabled]);

  return isOver;
}
