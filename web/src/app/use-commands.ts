import { useMantineColorScheme } from "@mantine/core";
import { useLocation, useNavigate } from "@tanstack/react-router";
import {
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
import { ADMIN_PAGES, mainPages, SETTINGS_PAGES } from "@/app/pages";
import type { ShortcutKeys } from "@/app/shortcuts";
import { taskViews, ticketViews } from "@/app/ticket-views";
import { recentTickets } from "@/features/tickets/recent-tickets";
import type { View } from "@/features/tickets/ticket-filter";
import { ITEM_WORDS, itemTarget, listTarget, typeOfNumber } from "@/shared/lib/item-words";
import { isAdmin, isStaff } from "@/shared/session/is-staff";
import { signOut } from "@/shared/session/sign-out";
import { useCurrentUser } from "@/shared/session/use-current-user";

export interface Command {
  id: string;
  group: "Ticket" | "Recent" | "Pages" | "Actions";
  label: string;
  /** What else one may call it. */
  words?: string;
  ticketNumber?: string;
  Icon: LucideIcon;
  keys?: ShortcutKeys;
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
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [recent] = useState(() => recentTickets.read(user.id));

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
    ...[
      ...mainPages(user),
      ...SETTINGS_PAGES.map((page) => within("Settings", page)),
      ...(isAdmin(user) ? ADMIN_PAGES.map((page) => within("Admin", page)) : []),
    ].map(
      ({ to, label, words, Icon }): Command => ({
        id: to.slice(1).replace("/", "-"),
        group: "Pages",
        label,
        words,
        Icon,
        run: () => navigate({ to }),
      }),
    ),
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
        run: () => setColorScheme(value),
      }),
    ),
    {
      id: "help",
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
