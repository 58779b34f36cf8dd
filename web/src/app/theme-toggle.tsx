import { ActionIcon, Menu } from "@mantine/core";
import { Check, Monitor } from "lucide-react";
import { COLOR_SCHEMES } from "@/app/color-schemes";
import { useChooseColorScheme } from "@/app/use-theme";

export function ThemeToggle() {
  const { colorScheme, choose } = useChooseColorScheme();
  const Current = COLOR_SCHEMES.find(({ value }) => value === colorScheme)?.Icon ?? Monitor;
  return (
    <Menu position="bottom-end" shadow="md" width={180}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Colour scheme">
          <Current size={19} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {COLOR_SCHEMES.map(({ value, label, Icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon size={16} />}
            rightSection={value === colorScheme ? <Check size={15} aria-label="in use" /> : null}
            onClick={() => choose(value)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
