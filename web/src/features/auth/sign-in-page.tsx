import { Alert } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useSearch } from "@tanstack/react-router";
import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { AuthFrame } from "@/features/auth/auth-frame";
import { CodeForm } from "@/features/auth/code-form";
import { PasswordForm } from "@/features/auth/password-form";
import type { Credentials } from "@/features/auth/sign-in";

/** Signing in: e-mail and password, and then a code where the account asks for one. */
export function SignInPage() {
  useDocumentTitle("Sign in · Seaversity");
  const { notice } = useSearch({ strict: false });
  const [email, setEmail] = useState("");
  const [proven, setProven] = useState<Credentials | null>(null);
  const [error, setError] = useState<unknown>(null);

  if (proven) {
    return (
      <AuthFrame title="Enter a code" about={`Signing in as ${proven.email}`}>
        <CodeForm
          credentials={proven}
          onStartAgain={(why) => {
            setEmail(proven.email);
            setError(why);
            setProven(null);
          }}
        />
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title="Sign in" about="Help for courses, accounts and equipment.">
      {notice === "password-set" && !error ? (
        <Alert color="teal" variant="light" icon={<CircleCheck size={18} />} mb="md" role="status">
          Your password is set. Sign in with it.
        </Alert>
      ) : null}
      <PasswordForm email={email} error={error} onCodeNeeded={setProven} />
    </AuthFrame>
  );
}
