import classes from "@/features/tickets/tag-list.module.css";

interface TagListProps {
  tags: readonly string[];
  isOneLine?: boolean;
}

export function TagList({ tags, isOneLine = false }: TagListProps) {
  return (
    <span
      className={classes.tags}
      data-one-line={isOneLine || undefined}
      title={isOneLine ? tags.join(", ") : undefined}
    >
      {tags.map((tag) => (
        <span key={tag} className={classes.tag} dir="auto">
          {tag}
        </span>
      ))}
    </span>
  );
}
