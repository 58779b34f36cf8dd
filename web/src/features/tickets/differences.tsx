import { diffWordsWithSpace } from "diff";
import { useMemo } from "react";
import classes from "@/features/tickets/differences.module.css";
import { plainText } from "@/shared/lib/plain-text";

interface DifferencesProps {
  /** Rich text, as the server keeps it. */
  before: string;
  after: string;
}

/** What was taken out of a text and what was put in, word by word. */
export default function Differences({ before, after }: DifferencesProps) {
  const parts = useMemo(
    () => diffWordsWithSpace(plainText(before), plainText(after)),
    [before, after],
  );
  if (parts.every(({ added, removed }) => !added && !removed)) {
    return <p className={classes.none}>Only the formatting was changed.</p>;
  }
  let at = 0;
  return (
    <p className={classes.text} dir="auto">
      {parts.map(({ value, added, removed }) => {
        at += value.length;
        if (added) {
          return (
            <ins key={`added-${at}`}>
              <span className="sv-visually-hidden">Added: </span>
              {value}
            </ins>
          );
        }
        if (removed) {
          return (
            <del key={`removed-${at}`}>
              <span className="sv-visually-hidden">Taken out: </span>
              {value}
            </del>
          );
        }
        return <span key={`same-${at}`}>{value}</span>;
      })}
    </p>
  );
}
