import { Button, CloseButton, Menu, Popover, Stack, TagsInput, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { ChevronDown, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { AssigneeSelect } from "@/features/tickets/assignee-select";
import classes from "@/features/tickets/bulk-bar.module.css";
import { BulkResults } from "@/features/tickets/bulk-results";
import { doneOf, type Run } from "@/features/tickets/bulk-run";
import { undoSteps } from "@/features/tickets/bulk-undo";
import { whyNone } from "@/features/tickets/status-flow";
import { useBulkChange } from "@/features/tickets/use-bulk-change";
import { useKnownTags } from "@/features/tickets/use-known-tags";
import { useRestoreTicket } from "@/features/tickets/use-remove-ticket";
import type { BulkFields, ItemType, PersonRef, TicketSummary } from "@/shared/api/types";
import { countOf } from "@/shared/lib/item-words";
import { PRIORITIES, PRIORITY_LABEL, STATUS_LABEL, STATUSES } from "@/shared/lib/labels";
import { normalTag, TAG_RULE } from "@/shared/lib/tag";
import { useCategories } from "@/shared/reference/use-categories";
import { useTeams } from "@/shared/reference/use-teams";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { showFailure } from "@/shared/ui/failure-toast";
import { showUndo } from "@/shared/ui/undo-toast";

interface BulkBarProps {
  type: ItemType;
  selected: TicketSummary[];
  /** These alone stay selected. */
  onKeep: (ids: string[]) => void;
}

/** What is left to be told of a change of many, where some could not be changed. */
interface Report {
  tickets: TicketSummary[];
  run: Run;
}

export default function BulkBar({ type, selected, onKeep }: BulkBarProps) {
  const user = useCurrentUser();
  const { mutate, isPending } = useBulkChange(type);
  const { mutateAsync: restore } = useRestoreTicket();
  const teams = useTeams();
  const categories = useCategories();
  const [report, setReport] = useState<Report | null>(null);

  /** Says what is left to be said of a change that did not come about as a whole. */
  const tell = (tickets: TicketSummary[], run: Run, nothing: string) => {
    const { outcomes, error, unknown } = run;
    if (error && outcomes.items.length === 0 && unknown.length === 0) showFailure(nothing, error);
    else if (error || outcomes.failed > 0) setReport({ tickets, run });
  };

  const undo = (done: TicketSummary[], change: BulkFields) => {
    if (change.delete) {
      return async () => {
        const results = await Promise.allSettled(done.map((ticket) => restore(ticket)));
        const failed = results.find((result) => result.status === "rejected");
        if (failed) showFailure("Not everything was restored", failed.reason);
      };
    }
    const steps = undoSteps(done, change);
    return (
      steps && (() => mutate(steps, { onSuccess: (run) => tell(done, run, "Nothing was undone") }))
    );
  };

  const apply = (change: BulkFields) => {
    const tickets = selected;
    mutate([{ ids: tickets.map(({ id }) => id), change }], {
      onSuccess: (run) => {
        const done = doneOf(tickets, run);
        const onUndo = done.length > 0 ? undo(done, change) : null;
        const title = `${countOf(done.length, type)} ${change.delete ? "deleted" : "changed"}`;
        if (onUndo) showUndo({ title, onUndo });
        else if (done.length > 0) notifications.show({ color: "teal", title, message: "" });
        tell(tickets, run, "Nothing was changed");
        onKeep(tickets.filter((ticket) => !done.includes(ticket)).map(({ id }) => id));
      },
    });
  };

  return (
    <>
      {selected.length > 0 ? (
        <div className={classes.bar} role="toolbar" aria-label="Change what is selected">
          <span className={classes.count} role="status">
            {selected.length} selected
          </span>
          <CloseButton
            aria-label="Select nothing"
            className={classes.none}
            onClick={() => onKeep([])}
          />
          <Choice
            label="Status"
            isDisabled={isPending}
            options={STATUSES.map((value) => ({
              value,
              label: STATUS_LABEL[value],
              refusal: whyNone(selected, value, user.id),
            }))}
            onChoose={(status) => apply({ status: status as (typeof STATUSES)[number] })}
          />
          <Choice
            label="Priority"
            isDisabled={isPending}
            options={PRIORITIES.map((value) => ({ value, label: PRIORITY_LABEL[value] }))}
            onChoose={(priority) => apply({ priority: priority as (typeof PRIORITIES)[number] })}
          />
          <AssigneeChoice
            isDisabled={isPending}
            onChoose={(person) => apply({ assigneeId: person?.id ?? null })}
          />
          <Choice
            label="Team"
            isDisabled={isPending}
            options={(teams.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChoose={(teamId) => apply({ teamId })}
          />
          <Choice
            label="Category"
            isDisabled={isPending}
            options={(categories.data ?? [])
              .filter(({ isDeleted }) => !isDeleted)
              .map(({ id, name }) => ({ value: id, label: name }))}
            onChoose={(categoryId) => apply({ categoryId })}
          />
          <TagsChoice isDisabled={isPending} onChoose={apply} />
          {user.role === "ADMIN" ? (
            <Button
              variant="default"
              size="xs"
              c="var(--sv-danger-text)"
              leftSection={<Trash2 size={14} />}
              disabled={isPending}
              onClick={() => apply({ delete: true })}
            >
              Delete
            </Button>
          ) : null}
        </div>
      ) : null}
      {report ? (
        <BulkResults
          type={type}
          tickets={report.tickets}
          run={report.run}
          onClose={() => setReport(null)}
        />
      ) : null}
    </>
  );
}

function Trigger({
  label,
  ...props
}: {
  label: ReactNode;
  disabled: boolean;
  onClick?: () => void;
}) {
  return (
    <Button variant="default" size="xs" rightSection={<ChevronDown size={14} />} {...props}>
      {label}
    </Button>
  );
}

interface ChoiceProps {
  label: string;
  /** Why one cannot be chosen is said in its place. */
  options: { value: string; label: string; refusal?: string | null }[];
  onChoose: (value: string) => void;
  isDisabled: boolean;
}

function Choice({ label, options, onChoose, isDisabled }: ChoiceProps) {
  return (
    <Menu position="top" shadow="md" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          rightSection={<ChevronDown size={14} />}
          disabled={isDisabled}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
        {options.map((option) => (
          <Menu.Item
            key={option.value}
            disabled={Boolean(option.refusal)}
            onClick={() => onChoose(option.value)}
          >
            {option.label}
            {option.refusal ? <span className={classes.refusal}>{option.refusal}</span> : null}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface AssigneeChoiceProps {
  onChoose: (person: PersonRef | null) => void;
  isDisabled: boolean;
}

function AssigneeChoice({ onChoose, isDisabled }: AssigneeChoiceProps) {
  const user = useCurrentUser();
  const [isOpen, setOpen] = useState(false);
  const choose = (person: PersonRef | null) => {
    setOpen(false);
    onChoose(person);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top" shadow="md" width={260} trapFocus>
      <Popover.Target>
        <Trigger label="Assignee" disabled={isDisabled} onClick={() => setOpen(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown aria-label="Assignee">
        <Stack gap="xs">
          <AssigneeSelect
            teamId={null}
            value={null}
            onChange={choose}
            comboboxProps={{ withinPortal: false, position: "top" }}
          />
          <Button
            variant="default"
            size="xs"
            onClick={() => choose({ id: user.id, name: user.name })}
          >
            Assign to me
          </Button>
          <Button variant="default" size="xs" onClick={() => choose(null)}>
            Nobody
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

interface TagsChoiceProps {
  onChoose: (change: BulkFields) => void;
  isDisabled: boolean;
}

function TagsChoice({ onChoose, isDisabled }: TagsChoiceProps) {
  const known = useKnownTags();
  const [isOpen, setOpen] = useState(false);
  const [tags, setTags] = useState<string[]>([]);
  const [problem, setProblem] = useState<string | null>(null);

  const change = (typed: string[]) => {
    const normal = typed.map(normalTag);
    setProblem(normal.includes(null) ? TAG_RULE : null);
    setTags([...new Set(normal.filter((tag) => tag !== null))]);
  };
  const choose = (wanted: BulkFields) => {
    if (tags.length === 0) {
      setProblem("Name a tag first");
      return;
    }
    setOpen(false);
    setTags([]);
    onChoose(wanted);
  };

  return (
    <Popover opened={isOpen} onChange={setOpen} position="top" shadow="md" width={280} trapFocus>
      <Popover.Target>
        <Trigger label="Tags" disabled={isDisabled} onClick={() => setOpen(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown aria-label="Tags">
        <Stack gap="xs">
          <TagsInput
            label="Tags"
            data-autofocus
            placeholder={tags.length === 0 ? "Type and press Enter" : undefined}
            data={known}
            value={tags}
            onChange={change}
            splitChars={[","]}
            maxTags={20}
            error={problem}
            comboboxProps={{ withinPortal: false, position: "top" }}
          />
          <Button size="xs" onClick={() => choose({ addTags: tags })}>
            Add to all
          </Button>
          <Button size="xs" variant="default" onClick={() => choose({ removeTags: tags })}>
            Take off all
          </Button>
          <Text size="xs" c="dimmed">
            Other tags stay as they are.
          </Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
