import { Button, Input, Popover } from "@mantine/core";
import { Ban, ChevronDown } from "lucide-react";
import { useId } from "react";
import classes from "@/features/categories/icon-choice.module.css";
import { CATEGORY_ICONS } from "@/shared/lib/category-icons";
import { CategoryMark } from "@/shared/ui/category-mark";

interface IconChoiceProps {
  value: string | null;
  color: string | null;
  onChange: (icon: string | null) => void;
  error?: string;
}

export function IconChoice({ value, color, onChange, error }: IconChoiceProps) {
  const name = useId();
  const label = value ? (CATEGORY_ICONS[value]?.label ?? value) : "None";
  return (
    <Input.Wrapper label="Icon" labelElement="div" error={error}>
      <div>
        <Popover position="bottom-start" shadow="md" trapFocus returnFocus width={340}>
          <Popover.Target>
            <Button
              variant="default"
              mt={6}
              leftSection={<CategoryMark category={{ icon: value, color }} size={24} />}
              rightSection={<ChevronDown size={15} aria-hidden="true" />}
              aria-label={`Icon: ${label}`}
            >
              {label}
            </Button>
          </Popover.Target>
          <Popover.Dropdown role="dialog" aria-label="Icons">
            <div role="radiogroup" aria-label="Icon" className={classes.icons}>
              <label className={classes.icon} title="No icon">
                <input
                  type="radio"
                  name={name}
                  aria-label="No icon"
                  checked={value === null}
                  onChange={() => onChange(null)}
                />
                <Ban size={18} aria-hidden="true" />
              </label>
              {Object.entries(CATEGORY_ICONS).map(([icon, { Icon, label: text }]) => (
                <label key={icon} className={classes.icon} title={text}>
                  <input
                    type="radio"
                    name={name}
                    aria-label={text}
                    checked={value === icon}
                    onChange={() => onChange(icon)}
                  />
                  <Icon size={18} aria-hidden="true" />
                </label>
              ))}
            </div>
          </Popover.Dropdown>
        </Popover>
      </div>
    </Input.Wrapper>
  );
}
