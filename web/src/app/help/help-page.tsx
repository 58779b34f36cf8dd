import { Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { Keyboard } from "lucide-react";
import classes from "@/app/help/help-page.module.css";
import type { HelpSection } from "@/app/help/help-section";
import { REQUESTER_HELP } from "@/app/help/requester-help";
import { STAFF_HELP } from "@/app/help/staff-help";
import { ShortcutList } from "@/app/shortcut-list";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

const KEYBOARD: HelpSection = {
  id: "keyboard",
  title: "Keyboard shortcuts",
  Icon: Keyboard,
  content: (
    <>
      <p>They work wherever nothing is typed. “?” shows them on any page.</p>
      <ShortcutList />
    </>
  ),
};

/** How the product is used, in the words of who reads it. */
export function HelpPage() {
  const user = useCurrentUser();
  const sections = [...(isStaff(user) ? STAFF_HELP : REQUESTER_HELP), KEYBOARD];
  useDocumentTitle("Help · Seaversity");
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <Title order={1} size="h2">
          Help
        </Title>
        <Text c="dimmed" size="sm">
          {isStaff(user)
            ? "How work is found, handled and handed on"
            : "How to raise a ticket, and what becomes of it"}
        </Text>
      </header>
      <nav aria-label="On this page" className={classes.contents}>
        <ul>
          {sections.map(({ id, title }) => (
            <li key={id}>
              <Link to="/help" hash={id} activeProps={{}} activeOptions={{ includeHash: true }}>
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={classes.sections}>
        {sections.map(({ id, title, Icon, content }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`} className="sv-card">
            <h2 id={`${id}-title`}>
              <Icon size={19} aria-hidden="true" />
              {title}
            </h2>
            {content}
          </section>
        ))}
      </div>
    </div>
  );
}
