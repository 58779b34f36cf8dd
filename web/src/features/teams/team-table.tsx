import { ActionIcon, Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Ellipsis, Pencil, Trash2, UsersRound } from "lucide-react";
import { type CSSProperties, useRef } from "react";
import classes from "@/features/teams/admin-teams-page.module.css";
import type { Team } from "@/shared/api/types";
import { useCategories } from "@/shared/reference/use-categories";
import { Person } from "@/shared/ui/person";

export type TeamAction = "edit" | "delete";

interface TeamTableProps {
  teams: Team[];
  onAct: (action: TeamAction, team: Team) => void;
}

/** The teams as rows; a phone shows each as a card. */
export function TeamTable({ teams, onAct }: TeamTableProps) {
  const categories = useCategories();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col" className={classes.manager}>
            Manager
          </th>
          <th scope="col" className={classes.categories}>
            Categories
          </th>
          <th scope="col" className={classes.actions}>
            <span className="sv-visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {teams.map((team) => {
          const count = categories.data?.filter(({ teamId }) => teamId === team.id).length;
          const style = { "--team": team.color ?? "var(--sv-closed)" } as CSSProperties;
          return (
            <tr key={team.id} className={classes.row} data-team={team.name}>
              <td>
                <div className={classes.who} style={style}>
                  <Link to="/teams/$teamId" params={{ teamId: team.id }} className={classes.name}>
                    {team.name}
                  </Link>
                  <span className={classes.about}>{team.description || "No description"}</span>
                </div>
              </td>
              <td className={classes.manager}>
                <Person person={team.manager} none="Nobody" />
              </td>
              <td className={classes.categories}>
                {count === undefined ? "…" : count === 1 ? "1 category" : `${count} categories`}
              </td>
              <td className={classes.actions}>
                <TeamMenu team={team} onAct={(action) => onAct(action, team)} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function TeamMenu({ team, onAct }: { team: Team; onAct: (action: TeamAction) => void }) {
  const button = useRef<HTMLButtonElement>(null);
  const act = (action: TeamAction) => {
    // The dialog gives the keyboard back to where it was when it opened.
    button.current?.focus();
    onAct(action);
  };
  return (
    <Menu position="bottom-end" shadow="md" width={190}>
      <Menu.Target>
        <ActionIcon
          ref={button}
          variant="subtle"
          color="gray"
          aria-label={`Actions for ${team.name}`}
        >
          <Ellipsis size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Pencil size={16} />} onClick={() => act("edit")}>
          Edit
        </Menu.Item>
        <Menu.Item
          leftSection={<UsersRound size={16} />}
          renderRoot={(props) => (
            <Link to="/teams/$teamId" params={{ teamId: team.id }} {...props} />
          )}
        >
          Members
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          color="var(--sv-danger-text)"
          leftSection={<Trash2 size={16} />}
          onClick={() => act("delete")}
        >
          Delete
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
