import { Skeleton } from "@mantine/core";
import { lazy, Suspense } from "react";
import type { RichTextEditorProps } from "@/shared/ui/rich-text-editor";

const Editor = lazy(() => import("@/shared/ui/rich-text-editor"));

export function LazyRichTextEditor(props: RichTextEditorProps) {
  return (
    <Suspense fallback={<Skeleton height={(props.minHeight ?? 112) + 64} radius={10} />}>
      <Editor {...props} />
    </Suspense>
  );
}
