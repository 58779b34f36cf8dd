import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import classes from "@/features/people/people-table.module.css";
import { PersonTeams } from "@/features/people/person-teams";
import type { User } from "@/shared/api/types";
import { ROLE_LABEL } from "@/shared/lib/labels";
import { AccountStatus } from "@/shared/ui/account-status";
import { OnlineAvatar } from "@/shared/ui/online-avatar";

interface PeopleTableProps {
  people: User[];
  actions?: (person: User) => ReactNode;
}

export function PeopleTable({ people, actions }: PeopleTableProps) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col" className={classes.role}>
            Role
          </th>
          <th scope="col" className={classes.teams}>
            Teams
          </th>
          <th scope="col" className={classes.status}>
            Status
          </th>
          {actions ? (
            <th scope="col" className={classes.actions}>
              <span className="sv-visually-hidden">Actions</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id} className={classes.row} data-person={person.email}>
            <td>
              <div className={classes.who} data-off={!person.isActive || undefined}>
                <OnlineAvatar person={person} size={34} />
                <div className={classes.names}>
                  <Link
                    to="/people/$personId"
                    params={{ personId: person.id }}
                    className={classes.name}
                  >
                    {person.name}
                  </Link>
                  <span className={classes.email}>{person.email}</span>
                </div>
              </div>
            </td>
            <td>{ROLE_LABEL[person.role]}</td>
            <td>
              <PersonTeams ids={person.teamIds} />
            </td>
            <td>
              <AccountStatus person={person} />
            </td>
            {actions ? <td className={classes.actions}>{actions(person)}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
