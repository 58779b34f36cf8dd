import { useLocalStorage } from "@mantine/hooks";

export const LIST_LAYOUTS = ["list", "cards", "split"] as const;
export type ListLayout = (typeof LIST_LAYOUTS)[number];

function parse(text: string | undefined): ListLayout {
  return LIST_LAYOUTS.find((layout) => JSON.stringify(layout) === text) ?? "list";
}

/** How this person likes lists, in this browser. */
export function useKeptLayout(userId: string) {
  return useLocalStorage<ListLayout>({
    key: `seaversity-list-layout:${userId}`,
    defaultValue: "list",
    getInitialValueInEffect: false,
    deserialize: parse,
  });
}

interface Circumstances {
  kept: ListLayout;
  /** Whether a table fits in. */
  isWide: boolean;
  /** Whether a list and a ticket fit in beside each other. */
  isVeryWide: boolean;
  /** Whether the address names a ticket to be shown beside the list. */
  isOpen: boolean;
}

/** How the list is shown: what the address asks for goes before what is liked. */
export function listLayout({ kept, isWide, isVeryWide, isOpen }: Circumstances): ListLayout {
  if (!isWide) return "cards";
  if (isVeryWide && isOpen) return "split";
  return kept === "split" && !isVeryWide ? "list" : kept;
}
