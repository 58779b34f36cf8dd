import { notifications } from "@mantine/notifications";

/** Copies the address of what is shown, or shows it where the browser does not let it be copied. */
export async function copyLink() {
  try {
    await navigator.clipboard.writeText(window.location.href);
    notifications.show({ color: "teal", title: "Link copied", message: window.location.href });
  } catch {
    notifications.show({
      color: "yellow",
      title: "The browser did not let the link be copied",
      message: window.location.href,
      autoClose: 15_000,
    });
  }
}
