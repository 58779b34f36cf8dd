import { Alert, Button, Group, Input, Select, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDocumentTitle } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { CircleAlert, CircleCheck } from "lucide-react";
import { AssigneeSelect } from "@/features/tickets/assignee-select";
import classes from "@/features/tickets/new-ticket-page.module.css";
import { titleProblem } from "@/features/tickets/title-problem";
import { useCreateTicket } from "@/features/tickets/use-create-ticket";
import { errorMessage } from "@/shared/api/error-message";
import { fieldErrors } from "@/shared/api/field-errors";
import type { ItemType, NewTicket, PersonRef, Priority } from "@/shared/api/types";
import { draft } from "@/shared/lib/draft";
import { isBlankHtml } from "@/shared/lib/is-blank-html";
import { PRIORITIES, PRIORITY_LABEL } from "@/shared/lib/labels";
import { useCategories, useCategory } from "@/shared/reference/use-categories";
import { useTeams } from "@/shared/reference/use-teams";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { LazyRichTextEditor } from "@/shared/ui/lazy-rich-text-editor";

const DRAFT = "new-ticket";
const FIELDS = ["title", "description", "categoryId", "priority", "teamId", "assigneeId"] as const;

interface Values {
  title: string;
  description: string;
  categoryId: string | null;
  priority: Priority;
  teamId: string | null;
  assignee: PersonRef | null;
}

const EMPTY: Values = {
  title: "",
  description: "",
  categoryId: null,
  priority: "MEDIUM",
  teamId: null,
  assignee: null,
};

function toBody(values: Values, staff: boolean): NewTicket {
  return {
    title: values.title.trim(),
    priority: values.priority,
    ...(isBlankHtml(values.description) ? {} : { description: values.description }),
    ...(values.categoryId ? { categoryId: values.categoryId } : {}),
    ...(staff && values.teamId ? { teamId: values.teamId } : {}),
    ...(staff && values.assignee ? { assigneeId: values.assignee.id } : {}),
  };
}

export function NewTicketPage({ type }: { type: ItemType }) {
  useDocumentTitle("New ticket · Seaversity");
  const user = useCurrentUser();
  const staff = isStaff(user);
  const navigate = useNavigate();
  const categories = useCategories();
  const teams = useTeams();
  const { mutate, isPending, error } = useCreateTicket(type);
  const form = useForm<Values>({
    initialValues: { ...EMPTY, ...draft.read<Partial<Values>>(DRAFT) },
    onValuesChange: (values) => draft.write(DRAFT, values),
    validate: {
      title: titleProblem,
      categoryId: (categoryId, { teamId }) =>
        categoryId || (staff && teamId) ? null : "Choose what it is about",
    },
  });
  const { values } = form;
  const category = useCategory(values.categoryId);
  const other = error ? fieldErrors(error, FIELDS) : null;

  const submit = form.onSubmit((submitted) => {
    if (isPending) return;
    mutate(toBody(submitted, staff), {
      onSuccess: (ticket) => {
        draft.clear(DRAFT);
        notifications.show({
          color: "teal",
          icon: <CircleCheck size={18} />,
          title: `${ticket.number} raised`,
          message: "You will see every answer here, as it comes.",
        });
        void navigate({
          to: "/tickets/$ticketRef",
          params: { ticketRef: ticket.number },
          replace: true,
        });
      },
      onError: (failure) => {
        const { assigneeId, ...fields } = fieldErrors(failure, FIELDS).fields;
        form.setErrors({ ...fields, ...(assigneeId ? { assignee: assigneeId } : {}) });
      },
    });
  });

  const discard = () => {
    form.setValues(EMPTY);
    form.clearErrors();
    draft.clear(DRAFT);
    void navigate({ to: "/tickets" });
  };

  return (
    <div className={classes.page}>
      <Title order={1} size="h2">
        New ticket
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        Tell us what happened; the right team gets it at once.
      </Text>
      <form
        noValidate
        onSubmit={submit}
        className={`sv-card ${classes.form}`}
        aria-label="New ticket"
      >
        <Stack gap="md">
          {error && (!other || Object.keys(other.fields).length === 0 || other.other.length > 0) ? (
            <Alert color="red" variant="light" icon={<CircleAlert size={18} />} role="alert">
              Not sent, and what you typed is kept. {errorMessage(error)}
            </Alert>
          ) : null}
          <TextInput
            label="Title"
            placeholder="For example: I cannot open the course “Marine Biology 101”"
            required
            withAsterisk
            data-autofocus
            autoFocus
            {...form.getInputProps("title")}
          />
          <Input.Wrapper
            label="Description"
            labelElement="div"
            description="What did you do, what did you expect, and what happened instead?"
            error={form.errors.description}
          >
            <div className={classes.editor}>
              <LazyRichTextEditor
                label="Description"
                value={values.description}
                onChange={(description) => form.setFieldValue("description", description)}
                onSubmit={() => submit()}
                error={form.errors.description ? String(form.errors.description) : undefined}
                minHeight={160}
              />
            </div>
          </Input.Wrapper>
          <div className={classes.fields}>
            <Select
              label="Category"
              placeholder={categories.isPending ? "Loading…" : "What is it about?"}
              data={(categories.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              description={category?.description ?? undefined}
              inputWrapperOrder={["label", "input", "description", "error"]}
              searchable
              clearable={staff}
              clearButtonProps={{ "aria-label": "No category" }}
              allowDeselect={false}
              withAsterisk={!(staff && values.teamId)}
              nothingFoundMessage="No such category"
              {...form.getInputProps("categoryId")}
              error={
                form.errors.categoryId ??
                (categories.isError ? "The categories could not be loaded" : undefined)
              }
            />
            <Select
              label="Priority"
              data={PRIORITIES.filter((each) => staff || each !== "CRITICAL").map((value) => ({
                value,
                label: PRIORITY_LABEL[value],
              }))}
              allowDeselect={false}
              {...form.getInputProps("priority")}
            />
            {staff ? (
              <>
                <Select
                  label="Team"
                  placeholder="The category's team"
                  data={(teams.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                  clearable
                  clearButtonProps={{ "aria-label": "No team" }}
                  {...form.getInputProps("teamId")}
                />
                <AssigneeSelect
                  teamId={values.teamId ?? category?.teamId ?? null}
                  value={values.assignee}
                  onChange={(assignee) => form.setFieldValue("assignee", assignee)}
                  error={form.errors.assignee ? String(form.errors.assignee) : undefined}
                />
              </>
            ) : null}
          </div>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={discard} disabled={isPending}>
              Discard
            </Button>
            <Button type="submit" loading={isPending}>
              Raise ticket
            </Button>
          </Group>
        </Stack>
      </form>
    </div>
  );
}
