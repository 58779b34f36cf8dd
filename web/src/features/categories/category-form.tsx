import { Button, Group, Select, Stack, Textarea, TextInput, Title } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import type { CategoryValues } from "@/features/categories/category-edit";
import classes from "@/features/categories/category-form.module.css";
import { CategoryPreview } from "@/features/categories/category-preview";
import { FieldsEditor } from "@/features/categories/fields-editor";
import { IconChoice } from "@/features/categories/icon-choice";
import type { CustomField, Priority } from "@/shared/api/types";
import { PRIORITIES, PRIORITY_LABEL } from "@/shared/lib/labels";
import { useTeams } from "@/shared/reference/use-teams";
import { isAdmin, leadsTeam } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { ColorField } from "@/shared/ui/color-field";

interface CategoryFormProps {
  label: string;
  values: CategoryValues;
  known: readonly CustomField[];
  errors: Record<string, string>;
  /** What is to be told before the form. */
  notice: ReactNode;
  submit: string;
  isPending: boolean;
  onChange: (change: (values: CategoryValues) => Partial<CategoryValues>) => void;
  onSubmit: () => void;
  onCancel: () => void;
}

/** What a category is and asks for, beside what comes of it. */
export function CategoryForm({ label, values, known, errors, notice, ...rest }: CategoryFormProps) {
  const { submit, isPending, onChange, onSubmit, onCancel } = rest;
  const user = useCurrentUser();
  const teams = useTeams();
  const isForAll = isAdmin(user);
  const offered = (teams.data ?? []).filter(({ id }) => leadsTeam(user, id));
  const set = (change: Partial<CategoryValues>) => onChange(() => change);

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) onSubmit();
  };

  return (
    <div className={classes.columns}>
      <form noValidate onSubmit={send} aria-label={label} className={classes.form}>
        {notice}
        <section className={`sv-card ${classes.part}`}>
          <Stack gap="md">
            <TextInput
              label="Name"
              maxLength={80}
              required
              withAsterisk
              value={values.name}
              onChange={(event) => set({ name: event.currentTarget.value })}
              error={errors.name}
            />
            <Textarea
              label="Description"
              description="When to choose it, in the words of those who ask"
              autosize
              minRows={2}
              maxRows={6}
              maxLength={500}
              value={values.description}
              onChange={(event) => set({ description: event.currentTarget.value })}
              error={errors.description}
            />
            <div className={classes.pair}>
              <Select
                label="Team"
                description="It gets new tickets"
                placeholder={teams.isPending ? "Loading…" : isForAll ? "None" : "Choose a team"}
                data={offered.map(({ id, name }) => ({ value: id, label: name }))}
                clearable={isForAll}
                clearButtonProps={{ "aria-label": "No team" }}
                allowDeselect={false}
                withAsterisk={!isForAll}
                searchable={offered.length > 8}
                checkIconPosition="right"
                value={teams.data ? values.teamId : null}
                onChange={(teamId) => set({ teamId })}
                error={
                  errors.teamId ?? (teams.isError ? "The teams could not be loaded" : undefined)
                }
              />
              <Select
                label="Priority"
                description="Where nobody says another"
                placeholder={`${PRIORITY_LABEL.MEDIUM}, the usual`}
                data={PRIORITIES.map((value) => ({ value, label: PRIORITY_LABEL[value] }))}
                clearable
                clearButtonProps={{ "aria-label": "The usual priority" }}
                checkIconPosition="right"
                value={values.defaultPriority}
                onChange={(value) => set({ defaultPriority: value as Priority | null })}
                error={errors.defaultPriority}
              />
            </div>
            <div className={classes.look}>
              <IconChoice
                value={values.icon}
                color={values.color}
                onChange={(icon) => set({ icon })}
                error={errors.icon}
              />
              <ColorField
                label="Colour"
                value={values.color}
                onChange={(color) => set({ color })}
                error={errors.color}
              />
            </div>
          </Stack>
        </section>
        <section className={`sv-card ${classes.part}`} aria-labelledby="fields">
          <Title order={2} size="h5" id="fields" mb={4}>
            What it asks for
          </Title>
          <FieldsEditor
            fields={values.fields}
            known={known}
            errors={errors}
            onChange={(change) => onChange(({ fields }) => ({ fields: change(fields) }))}
          />
        </section>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel} disabled={isPending}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending}>
            {submit}
          </Button>
        </Group>
      </form>
      <div className={classes.side}>
        <CategoryPreview values={values} />
      </div>
    </div>
  );
}
