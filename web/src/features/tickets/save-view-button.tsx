import { ActionIcon, Tooltip } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { BookmarkPlus } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import type { Column } from "@/features/tickets/columns";
import { viewTarget } from "@/features/tickets/saved-view";
import type { TicketFilter } from "@/features/tickets/ticket-filter";
import { useFocusKept } from "@/shared/lib/focus-place";

const ViewDialog = lazy(() => import("@/features/tickets/view-dialog"));

interface SaveViewButtonProps {
  filter: TicketFilter;
  columns: readonly Column[];
}

/** Keeps the list that is shown under a name. */
export function SaveViewButton({ filter, columns }: SaveViewButtonProps) {
  const navigate = useNavigate();
  const button = useRef<HTMLButtonElement>(null);
  const [isSaving, setSaving] = useState(false);
  // A view that is saved is shown, and has actions of its own in the place of this.
  useFocusKept(button);
  return (
    <>
      <Tooltip label="Save view" openDelay={400}>
        <ActionIcon
          ref={button}
          variant="default"
          size={36}
          aria-label="Save view"
          onClick={() => setSaving(true)}
        >
          <BookmarkPlus size={17} />
        </ActionIcon>
      </Tooltip>
      {isSaving ? (
        <Suspense>
          <ViewDialog
            shown={{ filter, columns }}
            onSaved={(view) => void navigate(viewTarget(view))}
            onClose={() => setSaving(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
