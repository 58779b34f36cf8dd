import { notifications } from "@mantine/notifications";
import { useDeleteCategory } from "@/features/categories/use-change-category";
import type { Category } from "@/shared/api/types";
import { ConfirmDialog } from "@/shared/ui/confirm-dialog";

interface DeleteCategoryDialogProps {
  category: Category;
  onDeleted?: () => void;
  onClose: () => void;
}

export function DeleteCategoryDialog({ category, onDeleted, onClose }: DeleteCategoryDialogProps) {
  const { mutate, isPending, error } = useDeleteCategory();
  const confirm = () =>
    mutate(category.id, {
      onSuccess: () => {
        onClose();
        onDeleted?.();
        notifications.show({
          color: "teal",
          message: `The category ${category.name} is deleted.`,
        });
      },
    });
  return (
    <ConfirmDialog
      title={`Delete the category ${category.name}?`}
      confirm="Delete for good"
      isDangerous
      isPending={isPending}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      Nobody can choose it for new tickets any more. Tickets that have it keep it, with the answers
      that were given. This cannot be taken back.
    </ConfirmDialog>
  );
}
