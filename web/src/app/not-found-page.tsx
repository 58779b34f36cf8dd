import { Button } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { Compass } from "lucide-react";
import { MessageState } from "@/shared/ui/message-state";

export function NotFoundPage() {
  useDocumentTitle("Not found · Seaversity");
  return (
    <MessageState
      isPage
      icon={<Compass size={26} />}
      title="There is no such page"
      action={
        <Button renderRoot={(props) => <Link to="/" {...props} />}>Go to the first page</Button>
      }
    >
      The address may be mistyped, or the page has moved.
    </MessageState>
  );
}
