import { Tag } from "lucide-react";
import type { CSSProperties } from "react";
import type { Category } from "@/shared/api/types";
import { CATEGORY_ICONS } from "@/shared/lib/category-icons";
import classes from "@/shared/ui/category-mark.module.css";

interface CategoryMarkProps {
  category: Pick<Category, "icon" | "color">;
  /** In pixels. */
  size?: number;
}

/** A category's icon in its colour; its name stands beside it. */
export function CategoryMark({ category, size = 30 }: CategoryMarkProps) {
  const Icon = CATEGORY_ICONS[category.icon ?? ""]?.Icon ?? Tag;
  const style = {
    "--category": category.color ?? "var(--sv-closed)",
    width: size,
    height: size,
  } as CSSProperties;
  return (
    <span className={classes.mark} style={style} aria-hidden="true">
      <Icon size={Math.round(size * 0.56)} />
    </span>
  );
}
