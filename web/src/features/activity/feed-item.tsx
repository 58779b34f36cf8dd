import { Link } from "@tanstack/react-router";
import classes from "@/features/activity/activity-feed.module.css";
import { entryWords, groupWords } from "@/features/activity/feed-words";
import type { FeedEntry } from "@/shared/api/types";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { ItemLink } from "@/shared/ui/item-link";
import { PersonAvatar } from "@/shared/ui/person";
import { RelativeTime } from "@/shared/ui/relative-time";

type NameOf = (id: string) => string | undefined;

interface FeedItemProps {
  entries: [FeedEntry, ...FeedEntry[]];
  nameOf: NameOf;
}

/** One deed, or several like ones that open to show each. */
export function FeedItem({ entries, nameOf }: FeedItemProps) {
  const [first] = entries;
  const isOneItem = new Set(entries.map(({ item }) => item?.id)).size === 1;
  return (
    <li className={classes.item}>
      <PersonAvatar person={first.actor} size={28} />
      <div className={classes.about}>
        <Actor entry={first} /> {groupWords(entries, nameOf)}
        {isOneItem ? <Target entry={first} nameOf={nameOf} /> : null}
        {entries.length > 1 ? (
          <details className={classes.several}>
            <summary>Show each</summary>
            <ol>
              {entries.map((entry) => (
                <li key={entry.id}>
                  <Target entry={entry} nameOf={nameOf} />
                  {entryWords(entry, nameOf)}{" "}
                  <RelativeTime instant={entry.createdAt} className={classes.time} />
                </li>
              ))}
            </ol>
          </details>
        ) : null}
        <div>
          <RelativeTime instant={first.createdAt} className={classes.time} />
        </div>
      </div>
    </li>
  );
}

function Actor({ entry: { actor } }: { entry: FeedEntry }) {
  const user = useCurrentUser();
  if (!isStaff(user)) return <span className={classes.actor}>{actor.name}</span>;
  return (
    <Link
      to="/people/$personId"
      params={{ personId: actor.id }}
      className={`${classes.link} ${classes.actor}`}
    >
      {actor.name}
    </Link>
  );
}

/** What it was done to. */
function Target({ entry, nameOf }: { entry: FeedEntry; nameOf: NameOf }) {
  const user = useCurrentUser();
  const { item, title, userId, teamId, categoryId } = entry;
  if (item) {
    return (
      <span className={classes.target}>
        <ItemLink item={item} className={classes.link}>
          {item.number} {title}
        </ItemLink>
      </span>
    );
  }
  if (userId && userId !== entry.actor.id && isStaff(user)) {
    return (
      <span className={classes.target}>
        <Link to="/people/$personId" params={{ personId: userId }} className={classes.link}>
          See the account
        </Link>
      </span>
    );
  }
  const name = nameOf(categoryId ?? teamId ?? "");
  if (!name) return null;
  if (categoryId || !isStaff(user)) return <span className={classes.target}>{name}</span>;
  return (
    <span className={classes.target}>
      <Link to="/teams/$teamId" params={{ teamId: teamId ?? "" }} className={classes.link}>
        {name}
      </Link>
    </span>
  );
}
