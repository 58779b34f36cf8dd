import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Camera, Paperclip } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { ACCEPTED_FILES } from "@/shared/files/file-types";

interface AttachButtonProps {
  children: ReactNode;
  onFiles: (files: File[]) => void;
  size?: "compact-sm" | "sm";
  isDisabled?: boolean;
}

/** Chooses files, and on a phone takes a picture. */
export function AttachButton({
  children,
  onFiles,
  size = "compact-sm",
  isDisabled = false,
}: AttachButtonProps) {
  const files = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const isPhone = useMediaQuery("(pointer: coarse)");
  const take = (input: HTMLInputElement) => {
    onFiles([...(input.files ?? [])]);
    // So that the same file can be chosen again.
    input.value = "";
  };
  return (
    <>
      <Button
        variant="default"
        size={size}
        disabled={isDisabled}
        leftSection={<Paperclip size={14} aria-hidden="true" />}
        onClick={() => files.current?.click()}
      >
        {children}
      </Button>
      {isPhone ? (
        <Button
          variant="default"
          size={size}
          disabled={isDisabled}
          leftSection={<Camera size={14} aria-hidden="true" />}
          onClick={() => camera.current?.click()}
        >
          Photo
        </Button>
      ) : null}
      <input
        ref={files}
        type="file"
        multiple
        hidden
        accept={ACCEPTED_FILES}
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        onChange={(event) => take(event.currentTarget)}
      />
    </>
  );
}
