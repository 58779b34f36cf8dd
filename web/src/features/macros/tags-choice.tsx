import { TagsInput } from "@mantine/core";
import { useState } from "react";
import { MOST_TAGS, normalTag, TAG_RULE } from "@/shared/lib/tag";

interface TagsChoiceProps {
  label: string;
  value: readonly string[];
  onChange: (tags: string[]) => void;
}

/** Tags to put on or to take off. */
export function TagsChoice({ label, value, onChange }: TagsChoiceProps) {
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <TagsInput
      label={label}
      placeholder={value.length === 0 ? "Type and press Enter" : undefined}
      value={[...value]}
      onChange={(typed) => {
        const tags = typed.map(normalTag);
        setProblem(tags.includes(null) ? TAG_RULE : null);
        onChange([...new Set(tags.filter((tag) => tag !== null))]);
      }}
      splitChars={[","]}
      maxTags={MOST_TAGS}
      error={problem}
    />
  );
}
