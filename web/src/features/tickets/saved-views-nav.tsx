import { Link, useSearch } from "@tanstack/react-router";
import { Bookmark } from "lucide-react";
import { useId, useState } from "react";
import ListCount from "@/features/tickets/list-count";
import { filterOfView, viewTarget } from "@/features/tickets/saved-view";
import classes from "@/features/tickets/saved-views-nav.module.css";
import { useCountsLive } from "@/features/tickets/use-counts-live";
import { useSavedViews } from "@/features/tickets/use-saved-views";
import type { ItemType, SavedView } from "@/shared/api/types";
import { sharingKey } from "@/shared/lib/sharing";
import { useTeams } from "@/shared/reference/use-teams";

/** So many of a group are shown, and counted, before somebody asks for all. */
const SHOWN_AT_FIRST = 6;

interface SavedViewsNavProps {
  type: ItemType;
  onChoose: () => void;
}

/** The views of tickets or of tasks that the person has: the own, each team's and everyone's. */
export default function SavedViewsNav({ type, onChoose }: SavedViewsNavProps) {
  const views = useSavedViews();
  useCountsLive(type === "TICKET");
  const teams = useTeams();
  const shown = (views.data ?? []).filter(({ itemType }) => itemType === type);
  const groups = [
    { key: "NOBODY", label: "My views" },
    ...(teams.data ?? []).map(({ id, name }) => ({ key: id, label: name })),
    { key: "EVERYONE", label: "Everyone’s views" },
  ];
  return groups.map(({ key, label }) => {
    const members = shown.filter(({ sharing }) => sharingKey(sharing) === key);
    return members.length > 0 ? (
      <ViewGroup key={key} label={label} views={members} onChoose={onChoose} />
    ) : null;
  });
}

interface ViewGroupProps {
  label: string;
  views: SavedView[];
  onChoose: () => void;
}

function ViewGroup({ label, views, onChoose }: ViewGroupProps) {
  const id = useId();
  const { saved } = useSearch({ strict: false });
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole
    ? views
    : views.filter((view, at) => at < SHOWN_AT_FIRST || view.id === saved);
  return (
    <div className={classes.group}>
      <div id={id} className={classes.label}>
        {label}
      </div>
      <ul className={classes.list} aria-labelledby={id}>
        {shown.map((view) => {
          const isCurrent = view.id === saved;
          return (
            <li key={view.id}>
              <Link
                {...viewTarget(view)}
                className={classes.link}
                data-current={isCurrent || undefined}
                aria-current={isCurrent ? "page" : undefined}
                activeProps={{}}
                onClick={onChoose}
              >
                <Bookmark size={16} aria-hidden="true" />
                <span className={classes.name} title={view.name}>
                  {view.name}
                </span>
                <ListCount filter={filterOfView(view)} />
              </Link>
            </li>
          );
        })}
      </ul>
      {shown.length < views.length ? (
        <button type="button" className={classes.more} onClick={() => setWhole(true)}>
          Show all {views.length}
        </button>
      ) : null}
    </div>
  );
}
