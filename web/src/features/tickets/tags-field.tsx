import { TagsInput } from "@mantine/core";
import { useState } from "react";
import { useKnownTags } from "@/features/tickets/use-known-tags";
import { MOST_TAGS, normalTag, TAG_RULE } from "@/shared/lib/tag";

interface TagsFieldProps {
  label?: string;
  value: readonly string[];
  onChange: (tags: string[]) => void;
  error?: string;
}

export function TagsField({ label = "Tags", value, onChange, error }: TagsFieldProps) {
  const known = useKnownTags();
  const [problem, setProblem] = useState<string | null>(null);

  const change = (typed: string[]) => {
    const tags = typed.map((text) => (value.includes(text) ? text : normalTag(text)));
    setProblem(tags.includes(null) ? TAG_RULE : null);
    const good = [...new Set(tags.filter((tag) => tag !== null))];
    if (good.join() !== value.join()) onChange(good);
  };

  return (
    <TagsInput
      label={label}
      placeholder={value.length === 0 ? "Type and press Enter" : undefined}
      data={known}
      value={[...value]}
      onChange={change}
      splitChars={[","]}
      maxTags={MOST_TAGS}
      maxDropdownHeight={220}
      error={problem ?? error}
    />
  );
}
