import type { QueryClient } from "@tanstack/react-query";
import { PEOPLE_KEY, type PeoplePages } from "@/features/people/use-people";
import { personQuery } from "@/features/people/use-person";
import type { User } from "@/shared/api/types";

/** The list with this person as the account is now. */
export function replacePerson(list: PeoplePages, person: User): PeoplePages {
  return {
    ...list,
    pages: list.pages.map((page) => ({
      ...page,
      items: page.items.map((each) => (each.id === person.id ? person : each)),
    })),
  };
}

/** Shows the account as it is now, wherever it is shown. */
export function putPerson(client: QueryClient, person: User) {
  client.setQueryData(personQuery(person.id).queryKey, person);
  client.setQueriesData<PeoplePages>(
    { queryKey: PEOPLE_KEY },
    (list) => list && replacePerson(list, person),
  );
}

/** Reads anew what may list other people now. */
export function refreshPeople(client: QueryClient) {
  for (const key of [PEOPLE_KEY[0], "team-members", "staff"]) {
    void client.invalidateQueries({ queryKey: [key] });
  }
}
