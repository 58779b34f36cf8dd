import { Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import classes from "@/features/tickets/portal/category-tiles.module.css";
import { useCategories } from "@/shared/reference/use-categories";
import { CategoryMark } from "@/shared/ui/category-mark";
import { ErrorState } from "@/shared/ui/error-state";

/** What one can ask for help with: each leads to a new ticket about it. */
export function CategoryTiles() {
  const { data, isPending, error, refetch } = useCategories();
  if (isPending) {
    return (
      <div className={classes.tiles} aria-busy="true">
        {["a", "b", "c", "d", "e", "f"].map((key) => (
          <Skeleton key={key} height={86} radius={14} />
        ))}
      </div>
    );
  }
  if (!data) {
    return (
      <ErrorState
        error={error}
        title="The categories could not be loaded"
        onRetry={() => void refetch()}
      />
    );
  }
  const categories = data
    .filter(({ isDeleted }) => !isDeleted)
    .sort((one, other) => one.name.localeCompare(other.name));
  return (
    <ul className={classes.tiles}>
      {categories.map(({ id, name, description, icon, color }) => (
        <li key={id}>
          <Link to="/tickets/new" search={{ category: id }} className={classes.tile}>
            <CategoryMark category={{ icon, color }} size={44} />
            <Words name={name}>{description}</Words>
          </Link>
        </li>
      ))}
      <li>
        <Link to="/tickets/new" className={classes.tile}>
          <CategoryMark category={{ icon: "circle-help" }} size={44} />
          <Words name="Something else">Tell us what it is, and choose what comes closest.</Words>
        </Link>
      </li>
    </ul>
  );
}

function Words({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <span className={classes.words}>
        <span className={classes.name}>{name}</span>
        <span className={classes.about}>{children}</span>
      </span>
      <ChevronRight size={18} className={classes.arrow} aria-hidden="true" />
    </>
  );
}
