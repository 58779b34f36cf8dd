import { useLocation, useNavigate } from "@tanstack/react-router";
import {
  Bookmark,
  GraduationCap,
  Keyboard,
  ListPlus,
  LogOut,
  type LucideIcon,
  Plus,
  SquareCheckBig,
  Ticket,
} from "lucide-react";
import { useState } from "react";
import { COLOR_SCHEMES } from "@/app/color-schemes";
import { adminPages, HOME_PAGE, mainPages, settingsPages } from "@/app/pages";
import type { ShortcutKeys } from "@/app/shortcuts";
import { taskViews, ticketViews } from "@/app/ticket-views";
import { useChooseColorScheme } from "@/app/use-theme";
import { openItem } from "@/features/tickets/open-item";
import { recentTickets } from "@/features/tickets/recent-tickets";
import { viewTarget } from "@/features/tickets/saved-view";
import type { View } from "@/features/tickets/ticket-filter";
import { useSavedViews } from "@/features/tickets/use-saved-views";
import { ITEM_WORDS, itemTarget, listTarget, typeOfNumber } from "@/shared/lib/item-words";
import { useMoodleSite } from "@/shared/reference/use-moodle-site";
import { isStaff } from "@/shared/session/is-staff";
import { signOut } from "@/shared/session/sign-out";
import { useCurrentUser } from "@/shared/session/use-current-user";

export interface Command {
  id: string;
  group: "Ticket" | "Recent" | "This ticket" | "This task" | "Pages" | "Actions";
  label: string;
  /** What else one may call it. */
  words?: string;
  ticketNumber?: string;
  Icon: LucideIcon;
  keys?: string;
  isInUse?: boolean;
  run: () => unknown;
}

const VIEW_KEYS: Partial<Record<View, ShortcutKeys>> = { mine: "g m", team: "g t", all: "g a" };

function within<Page extends { label: string }>(area: string, page: Page): Page {
  return { ...page, label: `${area}: ${page.label.toLowerCase()}` };
}

/** All that the palette offers to this person, who may have typed the number of a ticket. */
export function useCommands(typedNumber: string | null, onHelp: () => void): Command[] {
  const navigate = useNavigate();
  const user = useCurrentUser();
  const { pathname } = useLocation();
  const { colorScheme, choose } = useChooseColorScheme();
  const views = useSavedViews();
  const moodle = useMoodleSite();
  const [recent] = useState(() => recentTickets.read());
  const [shown] = useState(openItem);

  const toTicket = (group: Command["group"], ticketNumber: string, label: string): Command => ({
    id: ticketNumber,
    group,
    label,
    ticketNumber,
    Icon: typeOfNumber(ticketNumber) === "TASK" ? SquareCheckBig : Ticket,
    run: () => navigate(itemTarget({ number: ticketNumber })),
  });
  const tickets = recent
    .filter(({ number }) => number !== typedNumber && !pathname.endsWith(number))
    .map(({ number, title }) => toTicket("Recent", number, title));
  if (typedNumber) {
    const known = recent.find(({ number }) => number === typedNumber);
    tickets.unshift(
      toTicket(
        "Ticket",
        typedNumber,
        known?.title ?? `Open this ${ITEM_WORDS[typeOfNumber(typedNumber)].one}`,
      ),
    );
  }

  return [
    ...tickets,
    ...(shown?.actions ?? []).map(
      (action): Command => ({
        ...action,
        id: `item-${action.id}`,
        group: shown?.type === "TASK" ? "This task" : "This ticket",
        // What it does is done to the item as it is by then; it may not be possible any more.
        run: () =>
          openItem()
            ?.actions.find(({ id }) => id === action.id)
            ?.run(),
      }),
    ),
    ...[...ticketViews(user), ...taskViews(user)].map(
      ({ id, type, view, search, label, Icon }): Command => ({
        id,
        group: "Pages",
        label,
        words: `${ITEM_WORDS[type].many} list go to`,
        Icon,
        keys: type === "TICKET" ? VIEW_KEYS[view] : undefined,
        run: () => navigate({ ...listTarget(type), search }),
      }),
    ),
    ...(views.data ?? []).map(
      (view): Command => ({
        id: view.id,
        group: "Pages",
        label: view.name,
        words: `${ITEM_WORDS[view.itemType].many} saved view list open go to`,
        Icon: Bookmark,
        run: () => navigate(viewTarget(view)),
      }),
    ),
    ...[
      ...(HOME_PAGE.isFor(user) ? [HOME_PAGE] : []),
      ...mainPages(user),
      ...settingsPages(user).map((page) => within("Settings", page)),
      ...adminPages(user).map((page) => within("Admin", page)),
    ].map(
      ({ to, label, words, Icon }): Command => ({
        id: to.slice(1).replace("/", "-") || "home",
        group: "Pages",
        label,
        words,
        Icon,
        run: () => navigate({ to }),
      }),
    ),
    ...(moodle
      ? [
          {
            id: "moodle",
            group: "Pages",
            label: "Moodle",
            words: "lms courses site open go to",
            Icon: GraduationCap,
            run: () => window.open(moodle, "_blank", "noopener,noreferrer"),
          } satisfies Command,
        ]
      : []),
    {
      id: "new",
      group: "Actions",
      label: "New ticket",
      words: "create raise add",
      Icon: Plus,
      keys: "c",
      run: () => navigate({ to: "/tickets/new" }),
    },
    ...(isStaff(user)
      ? [
          {
            id: "new-task",
            group: "Actions",
            label: "New task",
            words: "create make add todo",
            Icon: ListPlus,
            run: () => navigate({ to: "/tasks/new" }),
          } satisfies Command,
        ]
      : []),
    ...COLOR_SCHEMES.map(
      ({ value, label, Icon }): Command => ({
        id: value,
        group: "Actions",
        label: `Theme: ${label.toLowerCase()}`,
        words: "colour color scheme mode appearance",
        Icon,
        isInUse: value === colorScheme,
        run: () => choose(value),
      }),
    ),
    {
      id: "shortcuts",
      group: "Actions",
      label: "Keyboard shortcuts",
      words: "help keys",
      Icon: Keyboard,
      keys: "?",
      run: onHelp,
    },
    {
      id: "sign-out",
      group: "Actions",
      label: "Sign out",
      words: "log out logout leave",
      Icon: LogOut,
      run: signOut,
    },
  ];
}
