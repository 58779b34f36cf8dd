import type { Role, User, UserPatch } from "@/shared/api/types";

export interface AccountValues {
  email: string;
  name: string;
  role: Role;
  teamIds: string[];
}

export type AccountField = keyof AccountValues;

export const ACCOUNT_FIELDS: readonly AccountField[] = ["name", "email", "role", "teamIds"];

/** An account while it is edited: what was typed, and the account that it was typed over. */
export interface AccountEdit {
  over: User;
  typed: AccountValues;
}

export function accountValues({ email, name, role, teamIds }: User): AccountValues {
  return { email, name, role, teamIds };
}

export function beginAccountEdit(person: User): AccountEdit {
  return { over: person, typed: accountValues(person) };
}

function isSame(one: AccountValues[AccountField], other: AccountValues[AccountField]): boolean {
  return String(one) === String(other);
}

/** The fields that were changed, as they are to be. */
export function accountPatch({ over, typed }: AccountEdit): UserPatch {
  const patch: UserPatch = {};
  const email = typed.email.trim().toLowerCase();
  const name = typed.name.trim();
  if (email !== over.email) patch.email = email;
  if (name !== over.name) patch.name = name;
  if (typed.role !== over.role) patch.role = typed.role;
  if (!isSame(typed.teamIds, over.teamIds)) patch.teamIds = typed.teamIds;
  return patch;
}

/** What others have changed since the account was looked at, in the words of the form. */
export type SeenField = AccountField | "status";

export function changedMeanwhile(before: User, now: User): SeenField[] {
  const fields: SeenField[] = ACCOUNT_FIELDS.filter((field) => !isSame(before[field], now[field]));
  const isOther = before.isActive !== now.isActive || before.isInvited !== now.isInvited;
  return isOther ? [...fields, "status"] : fields;
}

/** The edit over the account as it is now: what was typed stays, and what was not touched becomes theirs. */
export function rebaseAccountEdit(edit: AccountEdit, now: User): AccountEdit {
  const patch = accountPatch(edit);
  const { over, typed } = beginAccountEdit(now);
  return {
    over,
    typed: {
      email: patch.email == null ? typed.email : edit.typed.email,
      name: patch.name == null ? typed.name : edit.typed.name,
      role: patch.role == null ? typed.role : edit.typed.role,
      teamIds: patch.teamIds == null ? typed.teamIds : edit.typed.teamIds,
    },
  };
}
