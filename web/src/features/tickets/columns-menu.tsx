import { ActionIcon, Menu, Text, Tooltip } from "@mantine/core";
import { Columns3Cog, RotateCcw } from "lucide-react";
import { COLUMNS, type Column, columnLabel } from "@/features/tickets/columns";
import type { ItemType } from "@/shared/api/types";

interface ColumnsMenuProps {
  type: ItemType;
  shown: readonly Column[];
  /** Those that there is room for. */
  fitting: readonly Column[];
  /** Null goes back to the default. */
  onChange: (columns: Column[] | null) => void;
}

export function ColumnsMenu({ type, shown, fitting, onChange }: ColumnsMenuProps) {
  const toggle = (column: Column) =>
    onChange(COLUMNS.filter((each) => (each === column) !== shown.includes(each)));
  return (
    <Menu position="bottom-end" shadow="md" width={200}>
      <Tooltip label="Columns" openDelay={400}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="Columns">
            <Columns3Cog size={17} />
          </ActionIcon>
        </Menu.Target>
      </Tooltip>
      <Menu.Dropdown>
        {COLUMNS.map((column) => (
          <Menu.CheckboxItem
            key={column}
            checked={shown.includes(column)}
            onChange={() => toggle(column)}
            rightSection={
              shown.includes(column) && !fitting.includes(column) ? (
                <Text size="xs" c="dimmed">
                  no room
                </Text>
              ) : null
            }
          >
            {columnLabel(column, type)}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<RotateCcw size={15} />} onClick={() => onChange(null)}>
          Reset to default
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
