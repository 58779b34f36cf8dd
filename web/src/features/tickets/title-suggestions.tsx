import { Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { bestMatches, tellingWords } from "@/features/tickets/similar-titles";
import { ticketFilter } from "@/features/tickets/ticket-filter";
import { flatten } from "@/features/tickets/ticket-list-cache";
import classes from "@/features/tickets/title-suggestions.module.css";
import { useTicketList } from "@/features/tickets/use-ticket-list";
import { useCategories } from "@/shared/reference/use-categories";
import { CategoryMark } from "@/shared/ui/category-mark";
import { ItemLink } from "@/shared/ui/item-link";
import { StatusBadge } from "@/shared/ui/status-badge";

const TYPING_MS = 250;
const MOST = 3;

/** One's own open tickets, as far as the first page goes. */
const OWN = ticketFilter("TICKET", { view: "created" });

interface TitleSuggestionsProps {
  title: string;
  categoryId: string | null;
  onCategory: (id: string) => void;
}

/** What a title reminds of: tickets that the person has raised already, and categories that fit. */
export function TitleSuggestions({ title, categoryId, onCategory }: TitleSuggestionsProps) {
  const [typed] = useDebouncedValue(title, TYPING_MS);
  const own = flatten(useTicketList(OWN).data);
  const categories = useCategories().data ?? [];
  const words = tellingWords(typed);
  // One word in common says little of a title with several.
  const asked = bestMatches(words, own, (ticket) => ticket.title, words.length > 1 ? 2 : 1, MOST);
  const fitting = categoryId
    ? []
    : bestMatches(
        words,
        categories,
        ({ name, description }) => `${name} ${description ?? ""}`,
        1,
        MOST,
      );

  return (
    <div aria-live="polite" className={classes.place}>
      {asked.length > 0 ? (
        <section className={classes.asked} aria-label="Similar tickets of yours">
          <Text size="sm" fw={600}>
            Have you asked about this already?
          </Text>
          <ul className={classes.list}>
            {asked.map((ticket) => (
              <li key={ticket.id} className={classes.ticket}>
                <ItemLink item={ticket} className={classes.link}>
                  <span className={classes.number}>{ticket.number}</span> {ticket.title}
                </ItemLink>
                <StatusBadge status={ticket.status} />
              </li>
            ))}
          </ul>
          <Text size="xs" c="dimmed">
            What you typed here is kept while you look.
          </Text>
        </section>
      ) : null}
      {fitting.length > 0 ? (
        <section className={classes.fitting} aria-label="Categories that may fit">
          <span className={classes.label}>It may be about</span>
          {fitting.map((category) => (
            <button
              key={category.id}
              type="button"
              className={classes.chip}
              onClick={() => onCategory(category.id)}
            >
              <CategoryMark category={category} size={20} />
              {category.name}
            </button>
          ))}
        </section>
      ) : null}
    </div>
  );
}
