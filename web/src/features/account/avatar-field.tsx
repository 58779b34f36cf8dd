import { Button, Group, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ImageUp } from "lucide-react";
import { useEffect, useRef } from "react";
import { api, unwrap } from "@/shared/api/client";
import { errorMessage } from "@/shared/api/error-message";
import { isPicture, mimeTypeOf, refusalOf } from "@/shared/files/file-types";
import { beginUpload, FileRejected, sendFile } from "@/shared/files/send-file";
import { sessionStore } from "@/shared/session/session-store";
import { useCurrentUser } from "@/shared/session/use-current-user";

class NoPicture extends Error {}

function reasonOf(error: unknown): string {
  if (error instanceof NoPicture) return error.message;
  if (error instanceof FileRejected) return `It was not taken: ${error.message}.`;
  return errorMessage(error);
}

/** The picture that others see beside one's name. */
export function AvatarField() {
  const user = useCurrentUser();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const control = useRef(new AbortController());
  useEffect(() => {
    const current = new AbortController();
    control.current = current;
    return () => current.abort();
  }, []);

  const choose = async (uploadKey: string | null) => {
    const changed = await unwrap(
      api.PATCH("/api/users/{id}/avatar", {
        params: { path: { id: user.id } },
        body: { uploadKey },
      }),
    );
    sessionStore.rename(changed);
    // Lists and tickets tell the picture along with the name.
    void client.invalidateQueries();
  };
  const send = useMutation({
    mutationFn: async (file: File) => {
      if (!isPicture(mimeTypeOf(file) ?? "")) {
        throw new NoPicture("Choose a picture: PNG, JPEG, GIF or WebP.");
      }
      const refusal = refusalOf(file);
      if (refusal) throw new NoPicture(refusal);
      const upload = await sendFile(file, beginUpload("AVATAR"), null, {
        signal: control.current.signal,
        onBegun: () => {},
        onProgress: () => {},
        onWaiting: () => {},
        onChecking: () => {},
      });
      await choose(upload.key);
    },
  });
  const remove = useMutation({ mutationFn: () => choose(null) });
  const error = send.error ?? remove.error;
  const isPending = send.isPending || remove.isPending;

  return (
    <div style={{ marginBottom: 20 }}>
      <Group gap="sm">
        <Button
          variant="default"
          size="xs"
          leftSection={<ImageUp size={15} aria-hidden="true" />}
          loading={send.isPending}
          disabled={isPending}
          onClick={() => input.current?.click()}
        >
          {user.avatar ? "Change the picture" : "Choose a picture"}
        </Button>
        {user.avatar ? (
          <Button
            variant="subtle"
            color="gray"
            size="xs"
            loading={remove.isPending}
            disabled={isPending}
            onClick={() => {
              send.reset();
              remove.mutate();
            }}
          >
            Remove the picture
          </Button>
        ) : null}
      </Group>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Picture"
        accept="image/png,image/jpeg,image/gif,image/webp"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = "";
          if (!file) return;
          remove.reset();
          send.mutate(file);
        }}
      />
      {error ? (
        <Text size="sm" mt={6} c="var(--sv-danger-text)" role="alert">
          {reasonOf(error)}
        </Text>
      ) : null}
    </div>
  );
}
