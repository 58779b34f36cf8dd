import { ActionIcon, Tooltip } from "@mantine/core";
import { LayoutGrid, List, type LucideIcon, PanelRight } from "lucide-react";
import { LIST_LAYOUTS, type ListLayout } from "@/features/tickets/list-layout";

const LAYOUTS: Record<ListLayout, { label: string; Icon: LucideIcon }> = {
  list: { label: "List", Icon: List },
  cards: { label: "Cards", Icon: LayoutGrid },
  split: { label: "Split view", Icon: PanelRight },
};

interface LayoutToggleProps {
  layout: ListLayout;
  canSplit: boolean;
  onChange: (layout: ListLayout) => void;
}

export function LayoutToggle({ layout, canSplit, onChange }: LayoutToggleProps) {
  return (
    <ActionIcon.Group role="group" aria-label="Layout">
      {LIST_LAYOUTS.filter((each) => canSplit || each !== "split").map((each) => {
        const { label, Icon } = LAYOUTS[each];
        return (
          <Tooltip key={each} label={label} openDelay={400}>
            <ActionIcon
              variant={each === layout ? "light" : "default"}
              size={36}
              aria-label={label}
              aria-pressed={each === layout}
              onClick={() => onChange(each)}
            >
              <Icon size={17} />
            </ActionIcon>
          </Tooltip>
        );
      })}
    </ActionIcon.Group>
  );
}
