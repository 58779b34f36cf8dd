import { useEffect, useMemo } from "react";
import { sendLive } from "@/shared/live/live-connection";
import { type TypingReporter, typingReporter } from "@/shared/live/typing-reporter";

/** Tells the others on an item's page that a comment is being written. */
export function useTyping(workItemId: string): TypingReporter {
  const reporter = useMemo(
    () =>
      typingReporter((word, isInternal) =>
        sendLive(`typing:${word}`, word === "start" ? { workItemId, isInternal } : { workItemId }),
      ),
    [workItemId],
  );
  useEffect(() => reporter.stopped, [reporter]);
  return reporter;
}
