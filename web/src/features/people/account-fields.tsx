import { MultiSelect, Select, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { AccountField, AccountValues } from "@/features/people/account-edit";
import type { Role } from "@/shared/api/types";
import { ROLE_LABEL, ROLES } from "@/shared/lib/labels";
import { useTeams } from "@/shared/reference/use-teams";

const MOST_TEAMS = 10;

const ABOUT_ROLE: Record<Role, string> = {
  ADMIN: "Sees every ticket, and looks after accounts and teams",
  MANAGER: "Leads teams and works off their tickets",
  AGENT: "Works off the tickets of the teams",
  USER: "Raises tickets and follows the own ones",
};

interface AccountFieldsProps {
  values: AccountValues;
  errors: Partial<Record<AccountField, ReactNode>>;
  onChange: (change: Partial<AccountValues>) => void;
  /** The own role is for another admin to change. */
  isOwn?: boolean;
}

export function AccountFields({ values, errors, onChange, isOwn = false }: AccountFieldsProps) {
  const teams = useTeams();
  return (
    <>
      <TextInput
        label="Name"
        description="In full"
        maxLength={120}
        required
        withAsterisk
        data-autofocus
        value={values.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        error={errors.name}
      />
      <TextInput
        label="E-mail"
        description="It is what the person signs in with"
        type="email"
        inputMode="email"
        autoComplete="off"
        maxLength={254}
        required
        withAsterisk
        value={values.email}
        onChange={(event) => onChange({ email: event.currentTarget.value })}
        error={errors.email}
      />
      <Select
        label="Role"
        description={isOwn ? "Another admin can change your role" : ABOUT_ROLE[values.role]}
        data={ROLES.toReversed().map((value) => ({ value, label: ROLE_LABEL[value] }))}
        allowDeselect={false}
        disabled={isOwn}
        value={values.role}
        onChange={(role) => role && onChange({ role: role as Role })}
        error={errors.role}
      />
      <MultiSelect
        label="Teams"
        description="The first is the home team"
        placeholder={values.teamIds.length === 0 ? "None" : undefined}
        data={(teams.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        maxValues={MOST_TEAMS}
        searchable
        hidePickedOptions
        nothingFoundMessage="No such team"
        value={values.teamIds}
        onChange={(teamIds) => onChange({ teamIds })}
        error={errors.teamIds ?? (teams.isError ? "The teams could not be loaded" : undefined)}
      />
    </>
  );
}
