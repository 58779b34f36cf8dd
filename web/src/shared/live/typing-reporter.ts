/** Said again after so long; the server drops what comes within three seconds. */
const AGAIN_MS = 4_000;

/** So long after the last key somebody still writes. */
const IDLE_MS = 6_000;

export interface TypingReporter {
  /** Something was typed. */
  typed: (isInternal: boolean) => void;
  /** It was sent, or given up. */
  stopped: () => void;
}

/** Says that somebody writes, not more often than need be, and that it is over. */
export function typingReporter(
  say: (word: "start" | "stop", isInternal: boolean) => void,
  now: () => number = Date.now,
): TypingReporter {
  let said: { at: number; isInternal: boolean } | null = null;
  let idle: ReturnType<typeof setTimeout> | undefined;

  const stopped = () => {
    clearTimeout(idle);
    if (said) say("stop", said.isInternal);
    said = null;
  };
  return {
    typed: (isInternal) => {
      clearTimeout(idle);
      idle = setTimeout(stopped, IDLE_MS);
      if (said && said.isInternal === isInternal && now() - said.at < AGAIN_MS) return;
      said = { at: now(), isInternal };
      say("start", isInternal);
    },
    stopped,
  };
}
