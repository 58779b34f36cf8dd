import { Alert, Button, Group, Input, Select, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDocumentTitle } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useRef, useState } from "react";
import { AssigneeSelect } from "@/features/tickets/assignee-select";
import { EstimateField } from "@/features/tickets/estimate-field";
import classes from "@/features/tickets/new-ticket-page.module.css";
import { RequesterField } from "@/features/tickets/requester-field";
import { TagsField } from "@/features/tickets/tags-field";
import { titleProblem } from "@/features/tickets/title-problem";
import { TitleSuggestions } from "@/features/tickets/title-suggestions";
import { useCreateTicket } from "@/features/tickets/use-create-ticket";
import { useOfferedPriorities } from "@/features/tickets/use-offered-priorities";
import { errorMessage } from "@/shared/api/error-message";
import { fieldErrors } from "@/shared/api/field-errors";
import type {
  CustomField,
  FieldValues,
  ItemType,
  NewTicket,
  PersonRef,
  Priority,
} from "@/shared/api/types";
import { AttachButton } from "@/shared/files/attach-button";
import { insertPicture } from "@/shared/files/insert-picture";
import { withoutPicture } from "@/shared/files/pictures";
import { beginUpload } from "@/shared/files/send-file";
import { takesFiles } from "@/shared/files/taken-files";
import { UploadList } from "@/shared/files/upload-list";
import { usePageFiles } from "@/shared/files/use-page-files";
import { filesProblem, useUploads } from "@/shared/files/use-uploads";
import { answersTo, missingAnswers } from "@/shared/lib/custom-fields";
import { draft } from "@/shared/lib/draft";
import { focusInvalid } from "@/shared/lib/focus-invalid";
import { isBlankHtml } from "@/shared/lib/is-blank-html";
import { ITEM_WORDS, itemTarget, listTarget } from "@/shared/lib/item-words";
import { PRIORITY_LABEL } from "@/shared/lib/labels";
import { useCategories, useCategory } from "@/shared/reference/use-categories";
import { useTeams } from "@/shared/reference/use-teams";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { CustomFieldInput } from "@/shared/ui/custom-field-input";
import { LazyDateTimeField } from "@/shared/ui/lazy-date-time-field";
import { LazyRichTextEditor } from "@/shared/ui/lazy-rich-text-editor";
import { RelativeTime } from "@/shared/ui/relative-time";
import type { RichTextEditorHandle } from "@/shared/ui/rich-text-editor";

const FIELDS = [
  "title",
  "description",
  "categoryId",
  "priority",
  "teamId",
  "assigneeId",
  "requesterId",
  "dueDate",
  "estimatedHours",
  "tags",
] as const;

interface Values {
  title: string;
  description: string;
  categoryId: string | null;
  /** Null leaves it to the category. */
  priority: Priority | null;
  teamId: string | null;
  assignee: PersonRef | null;
  /** Null for whoever raises it. */
  requester: PersonRef | null;
  dueDate: string | null;
  estimatedHours: number | null;
  tags: string[];
  customFields: FieldValues;
}

const EMPTY: Values = {
  title: "",
  description: "",
  categoryId: null,
  priority: null,
  teamId: null,
  assignee: null,
  requester: null,
  dueDate: null,
  estimatedHours: null,
  tags: [],
  customFields: {},
};

/** What was typed and not sent, with when; older ones do not say. */
interface Draft extends Partial<Values> {
  keptAt?: string;
}

/** A category alone is picked anew with a click, and is no draft to speak of. */
function saysSomething(values: Partial<Values>): boolean {
  return JSON.stringify({ ...EMPTY, ...values, categoryId: null }) !== JSON.stringify(EMPTY);
}

function toBody(values: Values, fields: CustomField[], staff: boolean): NewTicket {
  const answers = answersTo(fields, values.customFields);
  return {
    title: values.title.trim(),
    ...(values.priority ? { priority: values.priority } : {}),
    ...(isBlankHtml(values.description) ? {} : { description: values.description }),
    ...(values.categoryId ? { categoryId: values.categoryId } : {}),
    ...(Object.keys(answers).length > 0 ? { customFields: answers } : {}),
    ...(staff ? planOf(values) : {}),
  };
}

/** What staff alone say. */
function planOf(values: Values): Partial<NewTicket> {
  const { teamId, assignee, requester, dueDate, estimatedHours, tags } = values;
  return {
    ...(requester ? { requesterId: requester.id } : {}),
    ...(teamId ? { teamId } : {}),
    ...(assignee ? { assigneeId: assignee.id } : {}),
    ...(dueDate ? { dueDate } : {}),
    ...(estimatedHours !== null ? { estimatedHours } : {}),
    ...(tags.length > 0 ? { tags } : {}),
  };
}

function answerPath(key: string): string {
  return `customFields.${key}`;
}

function pathed(errors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([key, rule]) => [answerPath(key), rule]));
}

interface NewTicketPageProps {
  type: ItemType;
  /** What it is about, where that is known already. */
  categoryId?: string;
}

/** Raises a ticket, or makes a task. */
export function NewTicketPage({ type, categoryId }: NewTicketPageProps) {
  const isTask = type === "TASK";
  const words = ITEM_WORDS[type];
  const draftKey = `new-${words.one}`;
  useDocumentTitle(`New ${words.one} · Seaversity`);
  const user = useCurrentUser();
  const staff = isStaff(user);
  const navigate = useNavigate();
  const categories = useCategories();
  const teams = useTeams();
  const priorities = useOfferedPriorities();
  const { mutate, isPending, error } = useCreateTicket(type);
  const box = useRef<HTMLFormElement>(null);
  const [{ keptAt, ...kept }] = useState(() => draft.read<Draft>(draftKey) ?? {});
  const [isDraft, setIsDraft] = useState(() => saysSomething(kept));
  const form = useForm<Values>({
    initialValues: {
      ...EMPTY,
      ...kept,
      ...(categoryId ? { categoryId } : {}),
    },
    onValuesChange: (values) =>
      draft.write(draftKey, { ...values, keptAt: new Date().toISOString() }),
    validate: ({ title, categoryId, teamId, customFields }) => ({
      title: titleProblem(title),
      categoryId: categoryId || isTask || (staff && teamId) ? null : "Choose what it is about",
      ...pathed(missingAnswers(fields, customFields)),
    }),
  });
  const { values } = form;
  const editor = useRef<RichTextEditorHandle>(null);
  const uploads = useUploads({
    begin: beginUpload("ATTACHMENT"),
    keptAs: `${draftKey}:files`,
    onRemove: ({ key }) => form.setFieldValue("description", (html) => withoutPicture(html, key)),
  });
  const [unsent, setUnsent] = useState<string | null>(null);
  const addFiles = (files: File[]) => {
    setUnsent(null);
    uploads.add(files);
  };
  /** Pictures that are pasted or dropped stand in the text. */
  const takeFiles = (files: File[]) => {
    setUnsent(null);
    uploads.add(files, (upload, file) => insertPicture(editor.current, upload, file));
  };
  usePageFiles(true, addFiles);
  const category = useCategory(values.categoryId);
  const fields = category?.fields ?? [];
  const usual = category?.defaultPriority ?? "MEDIUM";
  const known = [...FIELDS, ...fields.map(({ key }) => answerPath(key))];
  const other = error ? fieldErrors(error, known) : null;
  const message = (name: string) => (form.errors[name] ? String(form.errors[name]) : undefined);

  const submit = form.onSubmit(
    (submitted) => {
      if (isPending) return;
      const problem = filesProblem(uploads);
      setUnsent(problem);
      if (problem) return;
      const body = toBody(submitted, fields, staff);
      const uploadKeys = uploads.keys;
      mutate(uploadKeys.length > 0 ? { ...body, uploadKeys } : body, {
        onSuccess: (ticket) => {
          draft.clear(draftKey);
          draft.clear(`${draftKey}:files`);
          notifications.show({
            color: "teal",
            icon: <CircleCheck size={18} />,
            title: `${ticket.number} ${isTask ? "made" : "raised"}`,
            message: isTask
              ? "It is in the team’s list of tasks."
              : submitted.requester
                ? `${submitted.requester.name} sees it among their own tickets.`
                : "You will see every answer here, as it comes.",
          });
          void navigate({ ...itemTarget(ticket), replace: true });
        },
        onError: (failure) => {
          const { assigneeId, requesterId, ...rest } = fieldErrors(failure, known).fields;
          focusInvalid(box.current, () =>
            form.setErrors({
              ...rest,
              ...(assigneeId ? { assignee: assigneeId } : {}),
              ...(requesterId ? { requester: requesterId } : {}),
            }),
          );
        },
      });
    },
    () => focusInvalid(box.current),
  );

  const clear = () => {
    form.setValues({ ...EMPTY, categoryId: categoryId ?? null });
    form.clearErrors();
    draft.clear(draftKey);
    for (const { id } of uploads.rows) uploads.remove(id);
    draft.clear(`${draftKey}:files`);
    setUnsent(null);
    setIsDraft(false);
  };
  const startAfresh = () => {
    clear();
    form.getInputNode("title")?.focus();
  };
  const discard = () => {
    clear();
    void navigate(listTarget(type));
  };

  return (
    <div className={classes.page}>
      <Title order={1} size="h2">
        New {words.one}
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        {isTask
          ? "The team’s own work, which requesters do not see."
          : "Tell us what happened; the right team gets it at once."}
      </Text>
      <form
        ref={box}
        noValidate
        onSubmit={submit}
        className={`sv-card ${classes.form}`}
        aria-label={`New ${words.one}`}
        {...takesFiles(takeFiles)}
      >
        <Stack gap="md">
          {error && (!other || Object.keys(other.fields).length === 0 || other.other.length > 0) ? (
            <Alert color="red" variant="light" icon={<CircleAlert size={18} />} role="alert">
              Not sent, and what you typed is kept. {errorMessage(error)}
            </Alert>
          ) : null}
          {isDraft ? (
            <Group gap="xs">
              <Text size="sm" c="dimmed">
                Your draft
                {keptAt ? (
                  <>
                    {" "}
                    from <RelativeTime instant={keptAt} hasTime />
                  </>
                ) : null}
              </Text>
              <Button size="compact-sm" variant="light" onClick={startAfresh} disabled={isPending}>
                Start afresh
              </Button>
            </Group>
          ) : null}
          {staff && !isTask ? (
            <RequesterField
              value={values.requester}
              onChange={(requester) => form.setFieldValue("requester", requester)}
              error={message("requester")}
            />
          ) : null}
          <TextInput
            label="Title"
            placeholder={
              isTask
                ? "For example: Move the exam server"
                : "For example: I cannot open the course “Marine Biology 101”"
            }
            required
            withAsterisk
            data-autofocus
            autoFocus
            {...form.getInputProps("title")}
          />
          {isTask ? null : (
            <TitleSuggestions
              title={values.title}
              categoryId={values.categoryId}
              onCategory={(id) => {
                form.setFieldValue("categoryId", id);
                form.clearFieldError("categoryId");
              }}
            />
          )}
          <Input.Wrapper
            label="Description"
            labelElement="div"
            description={
              isTask
                ? undefined
                : "What did you do, what did you expect, and what happened instead?"
            }
            error={form.errors.description}
          >
            <div className={classes.editor}>
              <LazyRichTextEditor
                ref={editor}
                label="Description"
                value={values.description}
                onChange={(description) => form.setFieldValue("description", description)}
                onSubmit={() => submit()}
                error={form.errors.description ? String(form.errors.description) : undefined}
                minHeight={160}
              />
            </div>
          </Input.Wrapper>
          <div>
            <Group gap="sm">
              <AttachButton onFiles={addFiles}>Attach files</AttachButton>
              <Text size="xs" c="dimmed" visibleFrom="xs">
                Or drop them here, or paste a picture.
              </Text>
            </Group>
            <UploadList uploads={uploads} />
            {unsent ? (
              <Text size="sm" mt={6} c="var(--sv-danger-text)" role="alert">
                {unsent}
              </Text>
            ) : null}
          </div>
          <div className={classes.fields}>
            <Select
              label="Category"
              placeholder={categories.isPending ? "Loading…" : "What is it about?"}
              data={(categories.data ?? [])
                .filter(({ isDeleted }) => !isDeleted)
                .map(({ id, name }) => ({ value: id, label: name }))}
              description={category?.description ?? undefined}
              inputWrapperOrder={["label", "input", "description", "error"]}
              searchable
              clearable={staff}
              clearButtonProps={{ "aria-label": "No category" }}
              allowDeselect={false}
              withAsterisk={!isTask && !(staff && values.teamId)}
              nothingFoundMessage="No such category"
              {...form.getInputProps("categoryId")}
              error={
                form.errors.categoryId ??
                (categories.isError ? "The categories could not be loaded" : undefined)
              }
            />
            <Select
              label="Priority"
              data={priorities.map((value) => ({
                value,
                label: PRIORITY_LABEL[value],
              }))}
              placeholder={`${PRIORITY_LABEL[usual]}, the usual`}
              clearable
              clearButtonProps={{ "aria-label": "The usual priority" }}
              checkIconPosition="right"
              {...form.getInputProps("priority")}
            />
            {staff ? (
              <>
                <Select
                  label="Team"
                  placeholder={isTask ? "The category’s team, or yours" : "The category’s team"}
                  data={(teams.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                  clearable
                  clearButtonProps={{ "aria-label": "No team" }}
                  {...form.getInputProps("teamId")}
                />
                <AssigneeSelect
                  teamId={values.teamId ?? category?.teamId ?? null}
                  value={values.assignee}
                  onChange={(assignee) => form.setFieldValue("assignee", assignee)}
                  error={message("assignee")}
                />
                <LazyDateTimeField
                  label="Due"
                  placeholder="No date"
                  value={values.dueDate}
                  onChange={(dueDate) => form.setFieldValue("dueDate", dueDate)}
                  error={message("dueDate")}
                />
                {isTask ? (
                  <EstimateField
                    value={values.estimatedHours}
                    onChange={(hours) => form.setFieldValue("estimatedHours", hours)}
                    error={message("estimatedHours")}
                  />
                ) : null}
                <TagsField
                  value={values.tags}
                  onChange={(tags) => form.setFieldValue("tags", tags)}
                  error={message("tags")}
                />
              </>
            ) : null}
          </div>
          {category && fields.length > 0 ? (
            <fieldset className={classes.asked}>
              <legend>{category.name}</legend>
              <div className={classes.fields}>
                {fields.map((field) => (
                  <CustomFieldInput
                    key={field.key}
                    field={field}
                    value={values.customFields[field.key]}
                    onChange={(value) => {
                      const { [field.key]: _before, ...rest } = values.customFields;
                      form.setFieldValue(
                        "customFields",
                        value === undefined ? rest : { ...rest, [field.key]: value },
                      );
                      form.clearFieldError(answerPath(field.key));
                    }}
                    error={message(answerPath(field.key))}
                  />
                ))}
              </div>
            </fieldset>
          ) : null}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={discard} disabled={isPending}>
              Discard
            </Button>
            <Button type="submit" loading={isPending}>
              {isTask ? "Make task" : "Raise ticket"}
            </Button>
          </Group>
        </Stack>
      </form>
    </div>
  );
}
