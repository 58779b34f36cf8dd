import { ActionIcon, Button, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { BookmarkPlus, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import type { Column } from "@/features/tickets/columns";
import { columnsOfView, isEdited, viewFilter, viewTarget } from "@/features/tickets/saved-view";
import type { TicketFilter } from "@/features/tickets/ticket-filter";
import { useDeleteView } from "@/features/tickets/use-delete-view";
import { useKeepView } from "@/features/tickets/use-keep-view";
import classes from "@/features/tickets/view-bar.module.css";
import ViewDialog from "@/features/tickets/view-dialog";
import { hasStatus } from "@/shared/api/api-error";
import type { SavedView } from "@/shared/api/types";
import { useFocusKept } from "@/shared/lib/focus-place";
import { listTarget } from "@/shared/lib/item-words";
import { showFailure } from "@/shared/ui/failure-toast";
import { SharingMark } from "@/shared/ui/sharing-mark";

interface ViewBarProps {
  view: SavedView;
  filter: TicketFilter;
  /** The columns as they are shown, and those that were chosen over the view's own. */
  columns: readonly Column[];
  chosen: Column[] | null;
  onResetColumns: () => void;
}

/** Below the title of a view: who has it, whether it was changed by hand, and what can be done about that. */
export default function ViewBar({ view, filter, columns, chosen, onResetColumns }: ViewBarProps) {
  const navigate = useNavigate();
  const bar = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [dialog, setDialog] = useState<"name" | "new" | null>(null);
  const { change } = useKeepView();
  const remove = useDeleteView();
  const isChanged = isEdited(view, filter, chosen);

  useFocusKept(bar);

  const go = (to: SavedView) => void navigate(viewTarget(to));
  const reset = () => {
    onResetColumns();
    go(view);
  };
  const update = () =>
    change.mutate(
      {
        view,
        patch: {
          filter: viewFilter(filter),
          columns: columnsOfView(view) ? [...columns] : [],
        },
      },
      {
        onSuccess: (saved) => {
          onResetColumns();
          go(saved);
          notifications.show({
            color: "teal",
            title: `The view “${saved.name}” is updated`,
            message: "",
          });
        },
        onError: (error) =>
          showFailure(
            hasStatus(error, 412) ? "Someone changed this view meanwhile" : "Not saved",
            error,
          ),
      },
    );
  /** What is pressed may be gone after it; the menu's button stays. */
  const act = (what: () => void) => {
    button.current?.focus();
    what();
  };

  return (
    <section ref={bar} className={classes.bar} aria-label="Saved view">
      <SharingMark sharing={view.sharing} />
      {isChanged ? (
        <>
          <span className={classes.edited} role="status">
            Edited
          </span>
          {view.canEdit ? (
            <Button size="compact-sm" onClick={() => act(update)} loading={change.isPending}>
              Save changes
            </Button>
          ) : null}
          <Button size="compact-sm" variant="default" onClick={() => act(reset)}>
            Reset
          </Button>
        </>
      ) : null}
      <Menu position="bottom-start" shadow="md" width={210}>
        <Menu.Target>
          <ActionIcon
            ref={button}
            variant="subtle"
            color="gray"
            aria-label={`Actions for the view ${view.name}`}
          >
            <Ellipsis size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<BookmarkPlus size={16} />}
            onClick={() => act(() => setDialog("new"))}
          >
            Save as a new view
          </Menu.Item>
          {view.canEdit ? (
            <>
              <Menu.Item
                leftSection={<Pencil size={16} />}
                onClick={() => act(() => setDialog("name"))}
              >
                Rename or share
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item
                color="var(--sv-danger-text)"
                leftSection={<Trash2 size={16} />}
                onClick={() =>
                  act(() => remove(view, () => void navigate({ ...listTarget(view.itemType) }), go))
                }
              >
                Delete
              </Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {dialog === "name" ? <ViewDialog view={view} onClose={() => setDialog(null)} /> : null}
      {dialog === "new" ? (
        <ViewDialog shown={{ filter, columns }} onSaved={go} onClose={() => setDialog(null)} />
      ) : null}
    </section>
  );
}
