import { type ReactNode, useId } from "react";
import classes from "@/features/tickets/panel-section.module.css";

interface PanelSectionProps {
  title: string;
  /** Stands beside the title: how many there are. */
  count?: string | number;
  action?: ReactNode;
  children: ReactNode;
}

export function PanelSection({ title, count, action, children }: PanelSectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <h3 id={id} className={classes.title}>
          {title}
          {count ? <span className={classes.count}>{count}</span> : null}
        </h3>
        {action}
      </div>
      {children}
    </section>
  );
}
