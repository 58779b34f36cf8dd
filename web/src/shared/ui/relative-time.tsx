import { absoluteTime, relativeTime } from "@/shared/lib/relative-time";
import { useNow } from "@/shared/lib/use-now";

export function RelativeTime({ instant, className }: { instant: string; className?: string }) {
  // What has just happened may be newer than the last tick.
  const now = Math.max(useNow(), Date.now() - 30_000);
  return (
    <time dateTime={instant} title={absoluteTime(instant)} className={className}>
      {relativeTime(instant, now)}
    </time>
  );
}
