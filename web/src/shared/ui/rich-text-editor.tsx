import { RichTextEditor as Editor, Link } from "@mantine/tiptap";
import { Heading } from "@tiptap/extension-heading";
import { Placeholder } from "@tiptap/extensions";
import type { EditorView } from "@tiptap/pm/view";
import { useEditor } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { SquareCode } from "lucide-react";
import { type Ref, use, useEffect, useImperativeHandle, useRef, useState } from "react";
import "@mantine/tiptap/styles.css";
import { PictureContext } from "@/shared/files/pictures";
import { Picture } from "@/shared/ui/editor-picture";
import classes from "@/shared/ui/rich-text-editor.module.css";
import { type FindPeople, useMentions } from "@/shared/ui/use-mentions";

export interface RichTextEditorProps {
  /** The accessible name of the text field. */
  label: string;
  value: string;
  onChange: (html: string) => void;
  placeholder?: string;
  /** Ctrl+Enter, or Command+Enter. */
  onSubmit?: () => void;
  /** A slash was typed at the start of an empty line; where nobody listens, it is a slash. */
  onSlash?: () => void;
  /** Whom `@` offers; where nobody looks, it is an at sign. */
  findPeople?: FindPeople;
  ref?: Ref<RichTextEditorHandle>;
  isDisabled?: boolean;
  /** To be looked at only. */
  isReadOnly?: boolean;
  error?: string;
  tone?: "plain" | "internal";
  minHeight?: number;
}

export interface RichTextEditorHandle {
  /** Puts something in at the caret. */
  insert: (html: string) => void;
  focus: () => void;
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

function isOnEmptyLine({ state }: EditorView): boolean {
  const { $from, empty } = state.selection;
  return empty && $from.parent.type.name === "paragraph" && $from.parent.content.size === 0;
}

interface Keys {
  onSubmit: () => void;
  /** Whether somebody had use for it. */
  onSlash: () => boolean;
}

interface Field {
  label: string;
  minHeight: number;
  isInvalid: boolean;
}

function editorProps({ label, minHeight, isInvalid }: Field, { onSubmit, onSlash }: Keys) {
  return {
    attributes: {
      "aria-label": label,
      "aria-multiline": "true",
      ...(isInvalid ? { "aria-invalid": "true" } : {}),
      role: "textbox",
      style: `min-height: ${minHeight}px`,
    },
    handleKeyDown: (view: EditorView, event: KeyboardEvent) => {
      if (event.key === "/" && !event.isComposing && isOnEmptyLine(view) && onSlash()) {
        event.preventDefault();
        return true;
      }
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
  onSlash,
  findPeople,
  ref,
  isDisabled = false,
  isReadOnly = false,
  error,
  tone = "plain",
  minHeight = 112,
}: RichTextEditorProps) {
  // The editor is made once; its handlers look up what is asked of them now.
  const latest = useRef({ onChange, onSubmit, onSlash });
  useEffect(() => {
    latest.current = { onChange, onSubmit, onSlash };
  });
  const [keys] = useState<Keys>(() => ({
    onSubmit: () => latest.current.onSubmit?.(),
    onSlash: () => {
      latest.current.onSlash?.();
      return latest.current.onSlash !== undefined;
    },
  }));
  const sourceOf = use(PictureContext);
  const pictures = useRef(sourceOf);
  useEffect(() => {
    pictures.current = sourceOf;
  });
  const shownPlaceholder = useRef(placeholder);
  const mentions = useMentions(findPeople);
  const isInvalid = error !== undefined;
  const editor = useEditor({
    extensions: [
      StarterKit.configure({ heading: false, link: false }),
      TextHeading,
      TextLink.configure({ openOnClick: false, defaultProtocol: "https" }),
      Picture.configure({ sourceOf: (id) => pictures.current(id) }),
      Placeholder.configure({ placeholder: () => shownPlaceholder.current ?? "" }),
      ...(mentions.extension ? [mentions.extension] : []),
    ],
    content: value,
    editable: !isDisabled && !isReadOnly,
    shouldRerenderOnTransaction: true,
    editorProps: editorProps({ label, minHeight, isInvalid }, keys),
    onUpdate: ({ editor: current, transaction }) => {
      // The paragraph that the editor adds after a last list, to have a place for the caret, is not
      // something that a person typed.
      if (!transaction.docChanged) return;
      latest.current.onChange(current.isEmpty ? "" : current.getHTML());
    },
  });

  useEffect(() => {
    editor?.setEditable(!isDisabled && !isReadOnly, false);
  }, [editor, isDisabled, isReadOnly]);

  // The placeholder is drawn anew with the next transaction, so there is one.
  useEffect(() => {
    if (shownPlaceholder.current === placeholder) return;
    shownPlaceholder.current = placeholder;
    if (editor && !editor.isDestroyed) editor.view.dispatch(editor.state.tr);
  }, [editor, placeholder]);

  // Only a value from outside (cleared after sending, put back after a failure) is put in: putting in
  // what has just been typed would move the caret.
  useEffect(() => {
    if (!editor || editor.isDestroyed) return;
    const present = editor.isEmpty ? "" : editor.getHTML();
    if (value !== present) editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, value]);

  useEffect(() => {
    editor?.setOptions({ editorProps: editorProps({ label, minHeight, isInvalid }, keys) });
  }, [editor, label, minHeight, isInvalid, keys]);

  useImperativeHandle(
    ref,
    () => ({
      insert: (html) => editor?.commands.insertContent(html),
      focus: () => editor?.commands.focus(),
    }),
    [editor],
  );

  return (
    <Editor
      editor={editor}
      variant="subtle"
      className={classes.editor}
      data-tone={tone}
      data-error={error ? true : undefined}
    >
      {isReadOnly ? null : (
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
      )}
      <Editor.Content />
      {mentions.menu}
    </Editor>
  );
}
