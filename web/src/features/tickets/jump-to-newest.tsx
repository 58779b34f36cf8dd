import { Button } from "@mantine/core";
import { useIntersection } from "@mantine/hooks";
import { ArrowDown } from "lucide-react";
import classes from "@/features/tickets/jump-to-newest.module.css";

/** Up to so many comments, the newest is near enough. */
const NEAR_COMMENTS = 6;

/** `ref` is for the newest comment; `newest` is that comment while it is below what is seen. */
export function useNewest(count: number) {
  const { ref, entry } = useIntersection({ rootMargin: "0px 0px -80px 0px" });
  const isBelow = entry && !entry.isIntersecting && entry.boundingClientRect.top > 0;
  return {
    ref,
    newest: isBelow && count > NEAR_COMMENTS ? (entry.target as HTMLElement) : null,
  };
}

/** It stands before the comments for the keyboard, and floats over them for the eye. */
export function JumpToNewest({ newest }: { newest: HTMLElement | null }) {
  const jump = () => {
    newest?.scrollIntoView({ block: "start" });
    newest?.focus({ preventScroll: true });
  };
  return (
    <div className={classes.place}>
      {newest ? (
        <Button
          size="xs"
          radius="xl"
          className={classes.button}
          leftSection={<ArrowDown size={15} aria-hidden="true" />}
          onClick={jump}
        >
          Jump to newest
        </Button>
      ) : null}
    </div>
  );
}
