import { Avatar, Tooltip } from "@mantine/core";
import classes from "@/features/tickets/item-presence.module.css";
import { typingWords, viewingWords } from "@/features/tickets/presence-words";
import type { Viewer } from "@/shared/live/live-message";
import { PersonAvatar } from "@/shared/ui/person";

const SHOWN = 3;

function byName(one: Viewer, other: Viewer) {
  return one.user.name.localeCompare(other.user.name);
}

/** Who else is on the page, for staff. */
export function ItemViewers({ present }: { present: readonly Viewer[] }) {
  const people = [...present].sort(byName);
  const words = viewingWords(people);
  return (
    // A live region is there before it speaks.
    <div className={classes.viewers} aria-live="polite">
      {people.length > 0 ? (
        <>
          <Tooltip label={words} withArrow>
            <Avatar.Group spacing={8} aria-hidden="true">
              {people.slice(0, SHOWN).map(({ user }) => (
                <PersonAvatar key={user.id} person={user} size={26} />
              ))}
              {people.length > SHOWN ? (
                <Avatar size={26} radius="xl">
                  +{people.length - SHOWN}
                </Avatar>
              ) : null}
            </Avatar.Group>
          </Tooltip>
          <span className={classes.words}>{words}</span>
        </>
      ) : null}
    </div>
  );
}

/** Who else writes at this moment; it stands where one would begin to write too. */
export function ItemTyping({ present }: { present: readonly Viewer[] }) {
  return (
    <p className={classes.typing} role="status">
      {typingWords([...present].sort(byName))}
    </p>
  );
}
