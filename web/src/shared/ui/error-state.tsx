import { Button } from "@mantine/core";
import { CloudOff, RotateCw, WifiOff } from "lucide-react";
import { isApiError } from "@/shared/api/api-error";
import { errorMessage } from "@/shared/api/error-message";
import { MessageState } from "@/shared/ui/message-state";

interface ErrorStateProps {
  error: unknown;
  title: string;
  onRetry: () => void;
  isPage?: boolean;
}

export function ErrorState({ error, title, onRetry, isPage }: ErrorStateProps) {
  const isOffline = isApiError(error) && error.isOffline;
  return (
    <MessageState
      isError
      isPage={isPage}
      icon={isOffline ? <WifiOff size={26} /> : <CloudOff size={26} />}
      title={isOffline ? "You are offline" : title}
      action={
        <Button variant="default" leftSection={<RotateCw size={16} />} onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {errorMessage(error)}
    </MessageState>
  );
}
