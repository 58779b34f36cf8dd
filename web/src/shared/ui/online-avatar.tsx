import type { PersonRef } from "@/shared/api/types";
import { useOnline } from "@/shared/live/use-online";
import classes from "@/shared/ui/online-avatar.module.css";
import { PersonAvatar } from "@/shared/ui/person";

/** A person's initials with a dot while the person is online; for pages of staff. */
export function OnlineAvatar({ person, size = 24 }: { person: PersonRef; size?: number }) {
  const isOnline = useOnline(person.id);
  return (
    <span className={classes.place}>
      <PersonAvatar person={person} size={size} />
      {isOnline ? (
        <span className={classes.dot} title="Online">
          <span className="sv-visually-hidden">Online</span>
        </span>
      ) : null}
    </span>
  );
}
