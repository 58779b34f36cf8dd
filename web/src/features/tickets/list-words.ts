import type { StatusFilter, View } from "@/features/tickets/ticket-filter";
import type { ItemType } from "@/shared/api/types";
import { ITEM_WORDS } from "@/shared/lib/item-words";
import { STATUS_LABEL } from "@/shared/lib/labels";

export const STATUS_FILTER_LABEL: Record<StatusFilter, string> = {
  ACTIVE: "Active",
  ...STATUS_LABEL,
  DONE: "Done",
  ALL: "All statuses",
};

export function listTitle(type: ItemType, view: View): string {
  const { many } = ITEM_WORDS[type];
  const titles: Record<View, string> = {
    mine: `My ${many}`,
    team: type === "TASK" ? "My team’s tasks" : "My team",
    all: `All ${many}`,
    created: type === "TASK" ? "Made by me" : "Raised by me",
    watching: "Followed by me",
    deleted: `Deleted ${many}`,
  };
  return titles[view];
}

/** The line below the title. */
export function listAbout(type: ItemType, view: View, isStaff: boolean): string {
  const { one, many, One } = ITEM_WORDS[type];
  const plural = many.charAt(0).toUpperCase() + many.slice(1);
  const raised = `${plural} that you ${type === "TASK" ? "made" : "raised"}`;
  const about: Record<View, string> = {
    mine: isStaff ? "Assigned to you" : raised,
    team: "In the queues of your teams",
    all: isStaff ? `Every ${one} that you may see` : raised,
    created: raised,
    watching: `${plural} that you follow`,
    deleted: `${One}s can be restored for thirty days`,
  };
  return about[view];
}
