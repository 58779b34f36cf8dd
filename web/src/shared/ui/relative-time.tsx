import { absoluteTime, relativeTime } from "@/shared/lib/relative-time";
import { useNow } from "@/shared/lib/use-now";

interface RelativeTimeProps {
  instant: string;
  className?: string;
  /** Whether a date has the time with it. */
  hasTime?: boolean;
}

export function RelativeTime({ instant, className, hasTime }: RelativeTimeProps) {
  // What has just happened may be newer than the last tick.
  const now = Math.max(useNow(), Date.now() - 30_000);
  return (
    <time dateTime={instant} title={absoluteTime(instant)} className={className}>
      {relativeTime(instant, now, { hasTime })}
    </time>
  );
}
