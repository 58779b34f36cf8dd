import type { MacroActions } from "@/shared/api/types";
import type { ActionNames } from "@/shared/lib/macro-actions";
import { useCategories } from "@/shared/reference/use-categories";
import { usePersonName } from "@/shared/reference/use-person-name";
import { useTeams } from "@/shared/reference/use-teams";

/** The names behind the ids in the actions of a macro. */
export function useActionNames({ assignee }: MacroActions): ActionNames {
  const teams = useTeams();
  const categories = useCategories();
  const isPerson = assignee?.startsWith("usr_") === true;
  const name = usePersonName(isPerson ? (assignee ?? undefined) : undefined);
  return {
    category: (id) => categories.data?.find((each) => each.id === id)?.name,
    team: (id) => teams.data?.find((each) => each.id === id)?.name,
    person: () => name,
  };
}
