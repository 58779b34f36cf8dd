import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "@/features/auth/auth-frame.module.css";
import { Logo } from "@/shared/ui/logo";

interface AuthFrameProps {
  title: string;
  about: ReactNode;
  children: ReactNode;
}

/** What the pages look like that are there without signing in. */
export function AuthFrame({ title, about, children }: AuthFrameProps) {
  return (
    <main className={classes.page}>
      <div className={classes.sea} aria-hidden="true">
        <svg viewBox="0 0 1440 320" preserveAspectRatio="none" focusable="false">
          <title>Waves</title>
          <path d="M0 140C200 60 380 200 640 150s420-120 800-20v190H0Z" opacity=".35" />
          <path d="M0 200C240 130 420 260 720 210s460-90 720-10v120H0Z" opacity=".55" />
          <path d="M0 250c260-60 460 50 760 10s440-60 680 0v60H0Z" />
        </svg>
      </div>
      <div className={classes.card}>
        <Stack gap={4} mb="lg">
          <div className={classes.brand}>
            <Logo size={34} />
            <span>Seaversity</span>
          </div>
          <Title order={1} size="h3">
            {title}
          </Title>
          <Text c="dimmed" size="sm" component="div">
            {about}
          </Text>
        </Stack>
        {children}
      </div>
    </main>
  );
}
