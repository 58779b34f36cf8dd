import { useMediaQuery } from "@mantine/hooks";
import { type Column, defaultColumns, useChosenColumns } from "@/features/tickets/columns";
import { columnsOfView } from "@/features/tickets/saved-view";
import type { ItemType, SavedView } from "@/shared/api/types";

interface ListColumns {
  columns: Column[];
  /** What was chosen in this browser over the default, or over the view's own. */
  chosen: Column[] | null;
  /** Null goes back to the default. */
  choose: (columns: Column[] | null) => void;
}

/** The columns of a list: a view that has its own brings them along. */
export function useListColumns(type: ItemType, view?: SavedView): ListColumns {
  const isVeryWide = useMediaQuery("(min-width: 105em)", false, { getInitialValueInEffect: false });
  const own = view ? columnsOfView(view) : null;
  const [chosen, choose] = useChosenColumns(own && view ? view.id : type.toLowerCase());
  return { columns: chosen ?? own ?? defaultColumns(isVeryWide), chosen, choose };
}
