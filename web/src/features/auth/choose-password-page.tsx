import { Button, Group, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDocumentTitle } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { AuthFrame } from "@/features/auth/auth-frame";
import { AuthLink } from "@/features/auth/auth-link";
import { forgetLinkToken, takeLinkToken } from "@/features/auth/link-token";
import { api, unwrap } from "@/shared/api/client";
import { fieldErrors } from "@/shared/api/field-errors";
import { focusInvalid } from "@/shared/lib/focus-invalid";
import { passwordRule } from "@/shared/lib/password-rule";
import { announceSession } from "@/shared/session/session-channel";
import { sessionStore } from "@/shared/session/session-store";
import { FormError } from "@/shared/ui/form-error";
import { NewPasswordField, newPasswordProblem } from "@/shared/ui/password-field";

const FIELDS = ["password", "token"];

interface Words {
  title: string;
  about: string;
  /** What the link is called. */
  link: string;
}

const RESET: Words = {
  title: "Choose a new password",
  about: "With it you are signed out wherever you are signed in now.",
  link: "link",
};

const WELCOME: Words = {
  title: "Welcome to Seaversity",
  about: "An account was made for you. Choose a password, and you can sign in.",
  link: "invitation",
};

export function ResetPasswordPage() {
  return <ChoosePassword words={RESET} />;
}

export function WelcomePage() {
  return <ChoosePassword words={WELCOME} />;
}

function ChoosePassword({ words }: { words: Words }) {
  useDocumentTitle(`${words.title} · Seaversity`);
  const navigate = useNavigate();
  const [token, setToken] = useState<string | null>(null);
  const [isRead, setRead] = useState(false);
  const [isOver, setOver] = useState(false);
  const fields = useRef<HTMLFormElement>(null);
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { password: "" },
    validate: { password: newPasswordProblem },
  });
  const mutation = useMutation({
    mutationFn: (body: { token: string; password: string }) =>
      unwrap(api.POST("/api/auth/reset-password", { body })),
    onSuccess: async () => {
      forgetLinkToken();
      // Whoever was signed in here is not any more: their cookie was taken away.
      if (sessionStore.get().kind === "signed-in") {
        window.history.replaceState(null, "", "/sign-in?notice=password-set");
        announceSession("signed-out");
        sessionStore.close();
      } else {
        await navigate({ to: "/sign-in", search: { notice: "password-set" }, replace: true });
      }
    },
    onError: (error) => {
      const { password, token: refused } = fieldErrors(error, FIELDS).fields;
      if (refused) {
        forgetLinkToken();
        setOver(true);
      } else if (password) {
        focusInvalid(fields.current, () => form.setErrors({ password: passwordRule(password) }));
      }
    },
  });

  useEffect(() => {
    setToken(takeLinkToken());
    setRead(true);
  }, []);

  if (!isRead) return null;
  if (isOver || !token) return <NoGoodLink isOver={isOver} link={words.link} />;
  return (
    <AuthFrame title={words.title} about={words.about}>
      <form
        ref={fields}
        noValidate
        onSubmit={form.onSubmit(
          ({ password }) => mutation.mutate({ token, password }),
          () => focusInvalid(fields.current),
        )}
      >
        <Stack gap="md">
          <FormError error={mutation.error} fields={FIELDS} />
          <NewPasswordField
            size="md"
            autoFocus
            key={form.key("password")}
            {...form.getInputProps("password")}
          />
          <Button type="submit" size="md" fullWidth loading={mutation.isPending}>
            Save the password
          </Button>
          <Group justify="center">
            <AuthLink to="/sign-in">Back to sign-in</AuthLink>
          </Group>
        </Stack>
      </form>
    </AuthFrame>
  );
}

function NoGoodLink({ isOver, link }: { isOver: boolean; link: string }) {
  return (
    <AuthFrame
      title={isOver ? `This ${link} is over` : `This ${link} is incomplete`}
      about={
        isOver
          ? "It was used already, a newer one was sent, or its time has passed."
          : "Please open it from the mail once more."
      }
    >
      <Stack gap="md" role="alert">
        <Text size="sm">You can have another one sent to your e-mail address.</Text>
        <Button
          size="md"
          fullWidth
          renderRoot={(props) => <Link to="/forgot-password" {...props} />}
        >
          Ask for another link
        </Button>
        <Group justify="center">
          <AuthLink to="/sign-in">Back to sign-in</AuthLink>
        </Group>
      </Stack>
    </AuthFrame>
  );
}
