import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "@/shared/ui/message-state.module.css";

interface MessageStateProps {
  icon: ReactNode;
  title: string;
  children: ReactNode;
  action?: ReactNode;
  /** Where it stands for the whole page, its title is the page's. */
  isPage?: boolean;
  /** Errors are spoken at once by screen readers. */
  isError?: boolean;
}

/** What stands in a page's place when there is nothing to show, or it could not be had. */
export function MessageState({
  icon,
  title,
  children,
  action,
  isError,
  isPage,
}: MessageStateProps) {
  return (
    <Stack align="center" gap="xs" py={56} px="md" role={isError ? "alert" : undefined}>
      <div className={classes.icon} aria-hidden="true">
        {icon}
      </div>
      <Title order={isPage ? 1 : 2} size="h4" ta="center">
        {title}
      </Title>
      <Text c="dimmed" size="sm" ta="center" maw={420} component="div">
        {children}
      </Text>
      {action ? <div className={classes.action}>{action}</div> : null}
    </Stack>
  );
}
