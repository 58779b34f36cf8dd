import { Link, type LinkProps, useLocation } from "@tanstack/react-router";
import type { LucideIcon } from "lucide-react";
import { useEffect, useRef } from "react";
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
  const list = useRef<HTMLUListElement>(null);
  const { pathname } = useLocation();

  // Where not all of them have room, the present one shall be seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address tells which is present.
  useEffect(() => {
    const present = list.current?.querySelector("[aria-current]");
    present?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [pathname]);

  return (
    <nav aria-label={label} className={classes.nav}>
      <ul ref={list} className={classes.list}>
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
