import { ActionIcon, Menu } from "@mantine/core";
import { Copy, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useRef } from "react";
import classes from "@/features/macros/macros-page.module.css";
import type { Macro } from "@/shared/api/types";
import { actionWords } from "@/shared/lib/macro-actions";
import { useActionNames } from "@/shared/reference/use-action-names";

export type MacroTask = "edit" | "duplicate" | "delete";

function plainWords(html: string): string {
  return new DOMParser().parseFromString(html.replace(/<\/(p|li|h\d)>/g, " "), "text/html").body
    .textContent;
}

interface MacroRowProps {
  macro: Macro;
  onAct: (task: MacroTask) => void;
}

export function MacroRow({ macro, onAct }: MacroRowProps) {
  const { name, description, reply, actions, canEdit } = macro;
  const button = useRef<HTMLButtonElement>(null);
  const names = useActionNames(actions);
  const act = (task: MacroTask) => {
    // The dialog gives the keyboard back to where it was when it opened.
    button.current?.focus();
    onAct(task);
  };
  const does = actionWords(actions, names);
  return (
    <li className={classes.row}>
      <div className={classes.main}>
        {canEdit ? (
          <button type="button" className={classes.name} onClick={() => onAct("edit")}>
            {name}
          </button>
        ) : (
          <span className={classes.name}>{name}</span>
        )}
        {description ? <div className={classes.words}>{description}</div> : null}
        {reply ? <div className={classes.words}>“{plainWords(reply.content).trim()}”</div> : null}
        {does.length > 0 || reply?.isInternal ? (
          <ul className={classes.actions} aria-label={`What “${name}” does`}>
            {reply?.isInternal ? (
              <li className={classes.action} data-internal>
                Internal note
              </li>
            ) : null}
            {does.map(({ key, words }) => (
              <li key={key} className={classes.action}>
                {words}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <Menu position="bottom-end" shadow="md" width={190}>
        <Menu.Target>
          <ActionIcon ref={button} variant="subtle" color="gray" aria-label={`Actions for ${name}`}>
            <Ellipsis size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {canEdit ? (
            <Menu.Item leftSection={<Pencil size={16} />} onClick={() => act("edit")}>
              Edit
            </Menu.Item>
          ) : null}
          <Menu.Item leftSection={<Copy size={16} />} onClick={() => act("duplicate")}>
            Duplicate
          </Menu.Item>
          {canEdit ? (
            <>
              <Menu.Divider />
              <Menu.Item
                color="var(--sv-danger-text)"
                leftSection={<Trash2 size={16} />}
                onClick={() => act("delete")}
              >
                Delete
              </Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
