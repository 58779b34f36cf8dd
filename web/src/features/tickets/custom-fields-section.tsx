import { Button, Group, Stack, Text } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { PanelSection } from "@/features/tickets/panel-section";
import classes from "@/features/tickets/ticket-details-panel.module.css";
import { useUpdateTicket } from "@/features/tickets/use-update-ticket";
import { hasStatus } from "@/shared/api/api-error";
import { fieldErrors } from "@/shared/api/field-errors";
import type { CustomField, FieldValues, Ticket } from "@/shared/api/types";
import { answerErrors, answersTo, missingAnswers, shownAnswer } from "@/shared/lib/custom-fields";
import { useCategory } from "@/shared/reference/use-categories";
import { CustomFieldInput } from "@/shared/ui/custom-field-input";

interface CustomFieldsSectionProps {
  ticketRef: string;
  ticket: Ticket;
}

/** What the category asks for besides what every ticket has. */
export function CustomFieldsSection({ ticketRef, ticket }: CustomFieldsSectionProps) {
  const category = useCategory(ticket.categoryId);
  const [isEditing, setEditing] = useState(false);
  const fields = category?.fields ?? [];
  if (!category || fields.length === 0) return null;

  return (
    <PanelSection
      title={category.name}
      action={
        ticket.canEdit && !isEditing ? (
          <Button
            variant="subtle"
            size="compact-xs"
            aria-label={`Edit: ${category.name}`}
            onClick={() => setEditing(true)}
          >
            Edit
          </Button>
        ) : null
      }
    >
      {isEditing && ticket.canEdit ? (
        <AnswersForm
          ticketRef={ticketRef}
          ticket={ticket}
          fields={fields}
          onClose={() => setEditing(false)}
        />
      ) : (
        <dl className={classes.answers}>
          {fields.map((field) => {
            const answer = shownAnswer(field, ticket.customFields[field.key]);
            return (
              <div key={field.key}>
                <dt>{field.label}</dt>
                <dd data-none={answer === null || undefined} dir="auto">
                  {answer ?? "–"}
                </dd>
              </div>
            );
          })}
        </dl>
      )}
    </PanelSection>
  );
}

interface AnswersFormProps extends CustomFieldsSectionProps {
  fields: CustomField[];
  onClose: () => void;
}

function AnswersForm({ ticketRef, ticket, fields, onClose }: AnswersFormProps) {
  const { update, isPending } = useUpdateTicket(ticketRef);
  const [values, setValues] = useState<FieldValues>(() => answersTo(fields, ticket.customFields));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [other, setOther] = useState<string[]>([]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = missingAnswers(fields, values);
    setErrors(missing);
    if (Object.keys(missing).length > 0 || isPending) return;
    update(
      ticket,
      { customFields: answersTo(fields, values) },
      {
        isTold: (error) => hasStatus(error, 422),
        onSaved: onClose,
        onRefused: (error) => {
          setErrors(answerErrors(error, fields));
          setOther(
            fieldErrors(
              error,
              fields.map(({ key }) => `customFields.${key}`),
            ).other,
          );
        },
      },
    );
  };

  return (
    <form
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
      }}
    >
      <Stack gap="sm">
        {fields.map((field) => (
          <CustomFieldInput
            key={field.key}
            field={field}
            value={values[field.key]}
            onChange={(value) => {
              const { [field.key]: _before, ...rest } = values;
              setValues(value === undefined ? rest : { ...rest, [field.key]: value });
            }}
            error={errors[field.key]}
          />
        ))}
        {other.length > 0 ? (
          <Text size="sm" c="var(--sv-danger-text)" role="alert">
            {other.join("; ")}
          </Text>
        ) : null}
        <Group gap="xs" justify="flex-end">
          <Button variant="default" size="xs" onClick={onClose} disabled={isPending}>
            Cancel
          </Button>
          <Button type="submit" size="xs" loading={isPending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
