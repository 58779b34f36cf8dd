import { useQueries } from "@tanstack/react-query";
import { personNameQuery } from "@/shared/reference/use-person-name";
import { useStaff } from "@/shared/reference/use-staff";

/**
 * The names of those who work for a team. Its members come with one read; who has left it, or works no
 * more, is read alone. Nothing while a name is loaded, and null where there is nobody any more.
 */
export function useNames(teamId: string, ids: readonly string[]) {
  const staff = useStaff(teamId, true);
  const known = new Map(staff.data?.map(({ id, name }) => [id, name]));
  const others = staff.isPending ? [] : ids.filter((id) => !known.has(id));
  const found = useQueries({ queries: others.map(personNameQuery) });
  return (id: string): string | null | undefined => {
    const query = found[others.indexOf(id)];
    return known.get(id) ?? query?.data ?? (query?.isError ? null : undefined);
  };
}
