import { ActionIcon, Progress } from "@mantine/core";
import { CircleAlert, CircleCheck, Paperclip, RotateCw, X } from "lucide-react";
import { sizeWords } from "@/shared/files/file-types";
import classes from "@/shared/files/upload-list.module.css";
import type { UploadRow, Uploads } from "@/shared/files/use-uploads";

function words({ state, progress, size, reason }: UploadRow): string {
  if (state === "failed") return reason ?? "Not sent.";
  if (state === "waiting") return "Waiting for the connection…";
  if (state === "checking") return "Being checked…";
  if (state === "done") return sizeWords(size);
  return `${Math.round(progress * 100)} % of ${sizeWords(size)}`;
}

const ICON = { failed: CircleAlert, done: CircleCheck };

/** Files on their way. */
export function UploadList({ uploads }: { uploads: Uploads }) {
  if (uploads.rows.length === 0) return null;
  return (
    <ul className={classes.list} aria-label="Files being sent">
      {uploads.rows.map((row) => {
        const { id, name, state, progress, canRetry } = row;
        const isOnItsWay = state !== "done" && state !== "failed";
        const Icon = state === "failed" || state === "done" ? ICON[state] : Paperclip;
        return (
          <li key={id} className={classes.row} data-state={state}>
            <Icon size={16} className={classes.icon} aria-hidden="true" />
            <div className={classes.body}>
              <span className={classes.name} title={name}>
                {name}
              </span>
              <span className={classes.words} role={state === "failed" ? "alert" : undefined}>
                {words(row)}
              </span>
              {isOnItsWay ? (
                <Progress
                  value={progress * 100}
                  size="xs"
                  mt={4}
                  aria-label={`${name} is being sent`}
                  animated={state === "checking"}
                />
              ) : null}
            </div>
            {canRetry && state === "failed" ? (
              <ActionIcon
                variant="subtle"
                aria-label={`Send ${name} again`}
                onClick={() => uploads.retry(id)}
              >
                <RotateCw size={16} />
              </ActionIcon>
            ) : null}
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={isOnItsWay ? `Do not send ${name}` : `Remove ${name}`}
              onClick={() => uploads.remove(id)}
            >
              <X size={16} />
            </ActionIcon>
          </li>
        );
      })}
    </ul>
  );
}
