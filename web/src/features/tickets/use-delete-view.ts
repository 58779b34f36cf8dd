import { useKeepView } from "@/features/tickets/use-keep-view";
import type { SavedView } from "@/shared/api/types";
import { showFailure } from "@/shared/ui/failure-toast";
import { showUndo } from "@/shared/ui/undo-toast";

/** Deletes a view, and makes it again for whoever did not mean it; its page is gone by then. */
export function useDeleteView() {
  const { make, remove } = useKeepView();
  return (view: SavedView, onDeleted: () => void, onBack: (view: SavedView) => void) => {
    const { name, itemType, filter, columns, sharing } = view;
    const undo = () =>
      make
        .mutateAsync({ name, itemType, filter, columns, sharing })
        .then(onBack, (error: unknown) => showFailure("Not undone", error));
    const done = () => {
      onDeleted();
      showUndo({ title: `The view “${name}” is deleted`, onUndo: () => void undo() });
    };
    void remove.mutateAsync(view).then(done, (error) => showFailure("Not deleted", error));
  };
}
