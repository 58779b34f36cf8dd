import { Group, Kbd } from "@mantine/core";
import { IS_APPLE } from "@/app/shortcuts";

/** Keys as they stand on the keyboard; parted by a space, as in `SHORTCUTS`. */
export function KeyCaps({ keys, size = "sm" }: { keys: string; size?: "xs" | "sm" }) {
  const isHeld = keys.startsWith("Ctrl ");
  return (
    <Group component="span" gap={size === "xs" ? 4 : 6} wrap="nowrap">
      {keys.split(" ").map((key) => (
        <Kbd key={key} size={size}>
          {key === "Ctrl" && IS_APPLE ? "⌘" : isHeld && key.length === 1 ? key.toUpperCase() : key}
        </Kbd>
      ))}
    </Group>
  );
}
