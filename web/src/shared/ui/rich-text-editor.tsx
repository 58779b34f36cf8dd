import { RichTextEditor as Editor, Link } from "@mantine/tiptap";
import { Heading } from "@tiptap/extension-heading";
import { Placeholder } from "@tiptap/extensions";
import { useEditor } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { SquareCode } from "lucide-react";
import { useEffect, useRef } from "react";
import "@mantine/tiptap/styles.css";
import classes from "@/shared/ui/rich-text-editor.module.css";

export interface RichTextEditorProps {
  /** The accessible name of the text field. */
  label: string;
  value: string;
  onChange: (html: string) => void;
  placeholder?: string;
  /** Ctrl+Enter, or Command+Enter. */
  onSubmit?: () => void;
  isDisabled?: boolean;
  error?: string;
  tone?: "plain" | "internal";
  minHeight?: number;
}

// The page's title is its first level, so a text begins at the second: what is pasted as a title
// becomes a heading. The server keeps all of these.
const TextHeading = Heading.extend({
  parseHTML() {
    return [{ tag: "h1", attrs: { level: 2 } }, ...(this.parent?.() ?? [])];
  },
}).configure({ levels: [2, 3, 4] });

// Where there is nothing to link, Ctrl+K is the page's.
const TextLink = Link.extend({
  addKeyboardShortcuts() {
    const edit = this.parent?.()["Mod-k"];
    return {
      "Mod-k": (key) => {
        const hasText = !this.editor.state.selection.empty || this.editor.isActive("link");
        return hasText && edit?.(key) === true;
      },
    };
  },
});

function CodeBlockIcon() {
  return <SquareCode size={16} strokeWidth={1.7} aria-hidden="true" />;
}

function editorProps(label: string, minHeight: number, onSubmit: () => void) {
  return {
    attributes: {
      "aria-label": label,
      "aria-multiline": "true",
      role: "textbox",
      style: `min-height: ${minHeight}px`,
    },
    handleKeyDown: (_view: unknown, event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return false;
      onSubmit();
      return true;
    },
  };
}

/** Loaded when first needed (`lazy-rich-text-editor.tsx`): the editor is as big as the rest of the app. */
export default function RichTextEditor({
  label,
  value,
  onChange,
  placeholder,
  onSubmit,
  isDisabled = false,
  error,
  tone = "plain",
  minHeight = 112,
}: RichTextEditorProps) {
  // The editor is made once; its handlers look up what is asked of them now.
  const latest = useRef({ onChange, onSubmit });
  useEffect(() => {
    latest.current = { onChange, onSubmit };
  });
  const editor = useEditor({
    extensions: [
      StarterKit.configure({ heading: false, link: false }),
      TextHeading,
      TextLink.configure({ openOnClick: false, defaultProtocol: "https" }),
      Placeholder.configure({ placeholder: placeholder ?? "" }),
    ],
    content: value,
    editable: !isDisabled,
    shouldRerenderOnTransaction: true,
    editorProps: editorProps(label, minHeight, () => latest.current.onSubmit?.()),
    onUpdate: ({ editor: current, transaction }) => {
      // The paragraph that the editor adds after a last list, to have a place for the caret, is not
      // something that a person typed.
      if (!transaction.docChanged) return;
      latest.current.onChange(current.isEmpty ? "" : current.getHTML());
    },
  });

  useEffect(() => {
    editor?.setEditable(!isDisabled, false);
  }, [editor, isDisabled]);

  // Only a value from outside (cleared after sending, put back after a failure) is put in: putting in
  // what has just been typed would move the caret.
  useEffect(() => {
    if (!editor) return;
    const present = editor.isEmpty ? "" : editor.getHTML();
    if (value !== present) editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, value]);

  useEffect(() => {
    editor?.setOptions({
      editorProps: editorProps(label, minHeight, () => latest.current.onSubmit?.()),
    });
  }, [editor, label, minHeight]);

  return (
    <Editor
      editor={editor}
      variant="subtle"
      className={classes.editor}
      data-tone={tone}
      data-error={error ? true : undefined}
    >
      <Editor.Toolbar
        className={classes.toolbar}
        role="toolbar"
        aria-label={`Formatting: ${label}`}
      >
        <Editor.ControlsGroup>
          <Editor.Bold />
          <Editor.Italic />
          <Editor.Underline />
          <Editor.Strikethrough />
        </Editor.ControlsGroup>
        <Editor.ControlsGroup>
          <Editor.H2 aria-label="Heading" title="Heading" />
          <Editor.H3 aria-label="Subheading" title="Subheading" />
        </Editor.ControlsGroup>
        <Editor.ControlsGroup>
          <Editor.BulletList />
          <Editor.OrderedList />
          <Editor.Blockquote />
        </Editor.ControlsGroup>
        <Editor.ControlsGroup>
          <Editor.Link />
          <Editor.Code />
          <Editor.CodeBlock icon={CodeBlockIcon} />
        </Editor.ControlsGroup>
      </Editor.Toolbar>
      <Editor.Content />
    </Editor>
  );
}
