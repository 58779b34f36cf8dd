import { notifications } from "@mantine/notifications";
import { errorMessage } from "@/shared/api/error-message";

/** Says that something was not done, and why. */
export function showFailure(title: string, error: unknown) {
  notifications.show({ color: "red", title, message: errorMessage(error) });
}
