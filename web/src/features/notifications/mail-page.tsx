import { List, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import classes from "@/features/notifications/mail-page.module.css";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

// As `shared/notify/src/audience.rs` decides it.
const MAILS = [
  {
    what: "Assigned to you",
    why: "A ticket was given to you to work on.",
    isForAll: false,
  },
  {
    what: "Your ticket was updated",
    why: "The status, priority, title or team of a ticket that you raised, or that you work on, has changed; or somebody new works on one that you raised.",
    isForAll: true,
  },
  {
    what: "A comment on your ticket",
    why: "Somebody replied on a ticket that you raised, or that you work on.",
    isForAll: true,
  },
  {
    what: "An internal note",
    why: "A colleague left a note on a ticket that you work on. Requesters get no mail of it.",
    isForAll: false,
  },
];

/** Where the mails' "choose which mails you get" leads, until that can be chosen. */
export function MailPage() {
  useDocumentTitle("Notifications by mail · Seaversity");
  const user = useCurrentUser();
  return (
    <>
      <Title order={1} size="h2">
        Notifications by mail
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        Which mails Seaversity sends to {user.email}, and why
      </Text>
      <div className={`sv-card ${classes.text}`}>
        <Title order={2} size="h5" mb="xs">
          You get a mail when
        </Title>
        <List className={classes.list} spacing="sm">
          {MAILS.filter(({ isForAll }) => isForAll || isStaff(user)).map(({ what, why }) => (
            <List.Item key={what}>
              <strong>{what}.</strong> {why}
            </List.Item>
          ))}
        </List>
        <Text size="sm" mt="sm">
          What you do yourself is never mailed to you, nor is anything about a ticket that you may
          no longer see. All mails of one ticket form one thread.
        </Text>
        <Title order={2} size="h5" mt="lg" mb="xs">
          Getting fewer, or none
        </Title>
        <Text size="sm">
          You cannot choose here yet. To stop getting mails, please ask an administrator of your
          help desk. The same news stays under the bell at the top of each page.
        </Text>
      </div>
    </>
  );
}
