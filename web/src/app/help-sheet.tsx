import { Modal } from "@mantine/core";
import { ShortcutList } from "@/app/shortcut-list";

export function HelpSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title="Keyboard shortcuts"
      closeButtonProps={{ "aria-label": "Close" }}
      centered
    >
      <ShortcutList />
    </Modal>
  );
}
