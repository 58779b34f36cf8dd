import { Button, Group, Menu, SegmentedControl, Text } from "@mantine/core";
import { Braces, Eye, EyeOff } from "lucide-react";
import { useRef, useState } from "react";
import { isBlankHtml } from "@/shared/lib/is-blank-html";
import { MACRO_VARIABLES, withSamples } from "@/shared/lib/macro-variables";
import { LazyRichTextEditor } from "@/shared/ui/lazy-rich-text-editor";
import type { RichTextEditorHandle } from "@/shared/ui/rich-text-editor";

interface WordsFieldProps {
  content: string;
  isInternal: boolean;
  onChange: (change: { content?: string; isInternal?: boolean }) => void;
  onSubmit: () => void;
  error?: string;
}

/** What a macro says, with variables, and how it will look. */
export function WordsField({ content, isInternal, onChange, onSubmit, error }: WordsFieldProps) {
  const editor = useRef<RichTextEditorHandle>(null);
  const [isPreviewing, setPreviewing] = useState(false);
  const tone = isInternal ? "internal" : "plain";
  const insert = (name: string) => {
    editor.current?.insert(`{{${name}}}`);
    // Once the menu has given the keyboard back.
    setTimeout(() => editor.current?.focus(), 60);
  };
  return (
    <div>
      <Group justify="space-between" gap="xs" mb={6}>
        <Text size="sm" fw={500}>
          What it says
        </Text>
        <SegmentedControl
          size="xs"
          aria-label="Who reads it"
          value={isInternal ? "internal" : "public"}
          onChange={(value) => onChange({ isInternal: value === "internal" })}
          data={[
            { value: "public", label: "Public reply" },
            { value: "internal", label: "Internal note" },
          ]}
        />
      </Group>
      {isPreviewing ? (
        <LazyRichTextEditor
          key="preview"
          label="Preview with sample values"
          value={withSamples(content)}
          onChange={() => undefined}
          isReadOnly
          tone={tone}
        />
      ) : (
        <LazyRichTextEditor
          key="words"
          ref={editor}
          label="What it says"
          value={content}
          onChange={(next) => onChange({ content: next })}
          onSubmit={onSubmit}
          placeholder="Leave empty for a macro that only changes the ticket"
          tone={tone}
          error={error}
        />
      )}
      {error ? (
        <Text size="sm" mt={6} c="var(--sv-danger-text)" role="alert">
          {error}
        </Text>
      ) : null}
      <Group gap="xs" mt={8}>
        <Menu position="bottom-start" shadow="md" width={270}>
          <Menu.Target>
            <Button
              variant="default"
              size="xs"
              leftSection={<Braces size={14} aria-hidden="true" />}
              disabled={isPreviewing}
            >
              Insert a variable
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
            {MACRO_VARIABLES.map(({ name, label, sample }) => (
              <Menu.Item key={name} onClick={() => insert(name)}>
                {label}
                <Text component="div" size="xs" c="dimmed">
                  such as “{sample}”
                </Text>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button
          variant="default"
          size="xs"
          leftSection={isPreviewing ? <EyeOff size={14} /> : <Eye size={14} />}
          aria-pressed={isPreviewing}
          disabled={isBlankHtml(content)}
          onClick={() => setPreviewing(!isPreviewing)}
        >
          {isPreviewing ? "Back to writing" : "Preview"}
        </Button>
      </Group>
    </div>
  );
}
