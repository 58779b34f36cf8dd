import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import classes from "@/features/people/people-cards.module.css";
import { PersonTeams } from "@/features/people/person-teams";
import type { User } from "@/shared/api/types";
import { ROLE_LABEL } from "@/shared/lib/labels";
import { AccountStatus } from "@/shared/ui/account-status";
import { OnlineAvatar } from "@/shared/ui/online-avatar";

interface PeopleCardsProps {
  people: User[];
  actions?: (person: User) => ReactNode;
}

export function PeopleCards({ people, actions }: PeopleCardsProps) {
  return (
    <ul className={classes.list}>
      {people.map((person) => (
        <li key={person.id} className={classes.card} data-person={person.email}>
          <OnlineAvatar person={person} size={38} />
          <div className={classes.about}>
            <Link to="/people/$personId" params={{ personId: person.id }} className={classes.name}>
              {person.name}
            </Link>
            <span className={classes.email}>{person.email}</span>
            <div className={classes.marks}>
              <span>{ROLE_LABEL[person.role]}</span>
              <AccountStatus person={person} />
            </div>
            {person.teamIds.length > 0 ? (
              <div className={classes.teams}>
                <PersonTeams ids={person.teamIds} />
              </div>
            ) : null}
          </div>
          {actions ? <div className={classes.actions}>{actions(person)}</div> : null}
        </li>
      ))}
    </ul>
  );
}
