import { ActionIcon, Menu, Text } from "@mantine/core";
import { Keyboard, LogOut } from "lucide-react";
import { signOut } from "@/features/auth/sign-out";
import { ROLE_LABEL } from "@/shared/lib/labels";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { PersonAvatar } from "@/shared/ui/person";

export function UserMenu({ onHelp }: { onHelp: () => void }) {
  const user = useCurrentUser();
  return (
    <Menu position="bottom-end" shadow="md" width={230}>
      <Menu.Target>
        <ActionIcon variant="transparent" size="lg" radius="xl">
          <PersonAvatar person={user} size={30} />
          <span className="sv-visually-hidden">Account of {user.name}</span>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={650} size="sm" c="var(--mantine-color-text)">
            {user.name}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {user.email}
          </Text>
          <Text size="xs" c="dimmed">
            {ROLE_LABEL[user.role]}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item leftSection={<Keyboard size={16} />} onClick={onHelp}>
          Keyboard shortcuts
        </Menu.Item>
        <Menu.Item leftSection={<LogOut size={16} />} onClick={() => void signOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
