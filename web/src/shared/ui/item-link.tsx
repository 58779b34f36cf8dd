import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ItemType } from "@/shared/api/types";
import { itemTarget } from "@/shared/lib/item-words";

interface ItemLinkProps {
  item: { number: string; type: ItemType };
  className?: string;
  title?: string;
  children?: ReactNode;
}

/** A link to the page of a ticket or a task; its number where nothing else is said. */
export function ItemLink({ item, className, title, children }: ItemLinkProps) {
  return (
    <Link {...itemTarget(item)} className={className} title={title} dir="auto">
      {children ?? item.number}
    </Link>
  );
}
