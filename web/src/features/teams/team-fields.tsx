import { Select, Textarea, TextInput } from "@mantine/core";
import type { TeamField, TeamValues } from "@/features/teams/team-edit";
import { useLeaders } from "@/shared/reference/use-leaders";
import { ColorField } from "@/shared/ui/color-field";

interface TeamFieldsProps {
  values: TeamValues;
  errors: Partial<Record<TeamField, string>>;
  onChange: (change: Partial<TeamValues>) => void;
}

export function TeamFields({ values, errors, onChange }: TeamFieldsProps) {
  const { manager } = values;
  const leaders = useLeaders();
  const people = new Map((leaders.data ?? []).map((person) => [person.id, person]));
  // One who leads it no longer, or is not loaded yet, is shown all the same.
  if (manager && !people.has(manager.id)) people.set(manager.id, manager);
  return (
    <>
      <TextInput
        label="Name"
        maxLength={80}
        required
        withAsterisk
        data-autofocus
        value={values.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        error={errors.name}
      />
      <Textarea
        label="Description"
        description="What it looks after, for those who choose where something goes"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={500}
        value={values.description}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
        error={errors.description}
      />
      <Select
        label="Manager"
        description="Whom people turn to. The rights come from being in the team as a manager"
        placeholder={leaders.isPending ? "Loading…" : "Nobody"}
        data={[...people.values()].map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        clearable
        clearButtonProps={{ "aria-label": "No manager" }}
        nothingFoundMessage="No manager or admin of that name"
        checkIconPosition="right"
        value={manager?.id ?? null}
        onChange={(id) => onChange({ manager: (id && people.get(id)) || null })}
        error={
          errors.managerId ?? (leaders.isError ? "The managers could not be loaded" : undefined)
        }
      />
      <ColorField
        label="Colour"
        value={values.color}
        onChange={(color) => onChange({ color })}
        error={errors.color}
      />
    </>
  );
}
