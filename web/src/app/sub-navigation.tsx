import { Link, type LinkProps } from "@tanstack/react-router";
import type { LucideIcon } from "lucide-react";
import classes from "@/app/sub-navigation.module.css";

export interface SubPage {
  to: LinkProps["to"];
  label: string;
  Icon: LucideIcon;
  /** What else one may call it. */
  words: string;
}

/** The pages of an area, beside each other. */
export function SubNavigation({ label, pages }: { label: string; pages: readonly SubPage[] }) {
  return (
    <nav aria-label={label} className={classes.nav}>
      <ul className={classes.list}>
        {pages.map(({ to, label, Icon }) => (
          <li key={to}>
            <Link to={to} className={classes.link} activeProps={{ "data-current": true }}>
              <Icon size={16} aria-hidden="true" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
