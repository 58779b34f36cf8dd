import { isApiError } from "@/shared/api/api-error";
import { api, unwrap } from "@/shared/api/client";
import { errorMessage } from "@/shared/api/error-message";
import { itemPath } from "@/shared/api/item-path";
import type { Ticket } from "@/shared/api/types";
import type { FindPeople } from "@/shared/ui/use-mentions";

/** Who may read a comment on the ticket, by beginnings of words of the name, or of the e-mail. */
export function findMentionable({ type, id }: Ticket, isInternal: boolean): FindPeople {
  return async (search, signal) => {
    const { items } = await unwrap(
      api.GET(itemPath(type, "/api/tickets/{id}/mentionable"), {
        params: {
          path: { id },
          query: { search: search || undefined, internal: isInternal || undefined },
        },
        signal,
      }),
    );
    return items;
  };
}

/** Why a comment was refused; who is mentioned and cannot read it is named as in the text. */
export function refusalOf(error: unknown, content: string): string {
  const rules = isApiError(error) ? (error.problem?.errors ?? []) : [];
  const id = rules.map(({ rule }) => rule.match(/`(usr_[0-9a-f]{32})`/)?.[1]).find(Boolean);
  const name = id && content.match(new RegExp(`data-id="${id}"[^>]*>@([^<]*)<`))?.[1];
  return name
    ? `${name} cannot read this. Take the mention of ${name} out, and send it again.`
    : errorMessage(error);
}
