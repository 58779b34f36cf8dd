import { Button } from "@mantine/core";
import { LifeBuoy } from "lucide-react";
import { MessageState } from "@/shared/ui/message-state";

/** What is shown when the app itself fails: drafts are kept, so a reload loses nothing. */
export function ErrorPage() {
  return (
    <MessageState
      isPage
      isError
      icon={<LifeBuoy size={26} />}
      title="This page ran aground"
      action={<Button onClick={() => window.location.reload()}>Load the page again</Button>}
    >
      Something in the app went wrong. What you have typed is kept.
    </MessageState>
  );
}
