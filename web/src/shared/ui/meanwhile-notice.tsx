import { Alert, Text } from "@mantine/core";
import { GitCompareArrows } from "lucide-react";
import classes from "@/shared/ui/meanwhile-notice.module.css";

/** A field that somebody else has changed, in words. */
export interface MeanwhileChange {
  label: string;
  before: string;
  now: string;
}

interface MeanwhileNoticeProps {
  title: string;
  changes: MeanwhileChange[];
  /** What to do about it. */
  advice: string;
}

/** What somebody else has changed since it was looked at. */
export function MeanwhileNotice({ title, changes, advice }: MeanwhileNoticeProps) {
  return (
    <Alert
      role="alert"
      classNames={{ root: classes.notice, title: classes.tone, icon: classes.tone }}
      icon={<GitCompareArrows size={18} />}
      title={title}
    >
      {changes.length > 0 ? (
        <dl className={classes.changes}>
          {changes.map(({ label, before, now }) => (
            <div key={label} className={classes.change}>
              <dt>{label}</dt>
              <dd>
                <del>{before}</del> <span aria-hidden="true">→</span> <ins>{now}</ins>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <Text size="sm">{advice}</Text>
    </Alert>
  );
}
