import { Link, type LinkProps, useRouter } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import classes from "@/shared/ui/back-link.module.css";

interface BackLinkProps {
  /** Where to go when there is nothing to go back to. */
  to: LinkProps["to"];
  children: ReactNode;
}

export function BackLink({ to, children }: BackLinkProps) {
  const router = useRouter();
  return (
    <Link
      to={to}
      className={classes.back}
      onClick={(event) => {
        // Back to the list as it was left, with its filter and its place.
        if (!router.history.canGoBack() || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        router.history.back();
      }}
    >
      <ArrowLeft size={15} aria-hidden="true" />
      {children}
    </Link>
  );
}
