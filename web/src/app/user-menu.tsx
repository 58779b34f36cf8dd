import { ActionIcon, Menu, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Keyboard, LogOut, Settings } from "lucide-react";
import { useId } from "react";
import { ROLE_LABEL } from "@/shared/lib/labels";
import { signOut } from "@/shared/session/sign-out";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { PersonAvatar } from "@/shared/ui/person";

export function UserMenu({ onHelp }: { onHelp: () => void }) {
  const user = useCurrentUser();
  const about = useId();
  return (
    <Menu position="bottom-end" shadow="md" width={230}>
      <Menu.Target>
        <ActionIcon variant="transparent" size="lg" radius="xl">
          <PersonAvatar person={user} size={30} />
          <span className="sv-visually-hidden">Account of {user.name}</span>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-describedby={about}>
        {/* A menu may hold no paragraphs, and who moves among its items hears these lines as what describes it. */}
        <Menu.Label id={about}>
          <Text component="div" fw={650} size="sm" c="var(--mantine-color-text)">
            {user.name}
          </Text>
          <Text component="div" size="xs" c="dimmed" truncate>
            {user.email}
          </Text>
          <Text component="div" size="xs" c="dimmed">
            {ROLE_LABEL[user.role]}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item
          leftSection={<Settings size={16} />}
          renderRoot={(props) => <Link to="/settings/profile" {...props} />}
        >
          Settings
        </Menu.Item>
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
