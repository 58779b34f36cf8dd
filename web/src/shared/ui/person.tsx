import { Avatar } from "@mantine/core";
import type { PersonRef } from "@/shared/api/types";
import classes from "@/shared/ui/person.module.css";

const HUES = 8;

function hue(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 9973;
  return sum % HUES;
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ""].map(
    (word) => [...(word ?? "")][0],
  );
  return letters.join("").toUpperCase();
}

/** A person's picture; the initials where there is none, or where it was replaced since. */
export function PersonAvatar({ person, size = 24 }: { person: PersonRef; size?: number }) {
  return (
    <Avatar
      size={size}
      radius="xl"
      aria-hidden="true"
      className={classes.avatar}
      data-hue={hue(person.id)}
      src={person.avatar}
    >
      {initials(person.name)}
    </Avatar>
  );
}

/** A person's initials and name; `none` is told when there is nobody. */
export function Person({ person, none }: { person?: PersonRef | null; none: string }) {
  if (!person) return <span className={classes.none}>{none}</span>;
  return (
    <span className={classes.person} title={person.name}>
      <PersonAvatar person={person} size={22} />
      <span className={classes.name}>{person.name}</span>
    </span>
  );
}
