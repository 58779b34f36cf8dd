import { Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import classes from "@/features/people/person-page.module.css";
import { listTarget } from "@/shared/lib/item-words";
import { countWords, hasOpenWork, hasSome } from "@/shared/lib/open-work-words";
import { useOpenWork } from "@/shared/reference/use-open-work";

/** How much a person has to do, each kind leading to its list. */
export function OpenWorkLinks({ personId }: { personId: string }) {
  const { data: work, isError } = useOpenWork(personId);
  if (isError) return <>Could not be counted</>;
  if (!work) return <Skeleton height={14} width={130} />;
  if (!hasOpenWork(work)) return <>None</>;
  const kinds = (["TICKET", "TASK"] as const).filter((type) => hasSome(work[type]));
  return (
    <>
      {kinds.map((type, index) => (
        <span key={type}>
          {index > 0 ? ", " : ""}
          <Link
            {...listTarget(type)}
            search={{ view: "all", assignee: personId }}
            className={classes.link}
          >
            {countWords(work[type], type)}
          </Link>
        </span>
      ))}
    </>
  );
}
