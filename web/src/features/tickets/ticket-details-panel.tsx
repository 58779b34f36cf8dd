import { Button, Collapse, Group, Select, Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { ChevronDown, UserRoundCheck } from "lucide-react";
import type { ReactNode } from "react";
import { AssigneeSelect } from "@/features/tickets/assignee-select";
import { Checklist, checklistProgress } from "@/features/tickets/checklist";
import { CustomFieldsSection } from "@/features/tickets/custom-fields-section";
import { EstimateField } from "@/features/tickets/estimate-field";
import { LinksSection } from "@/features/tickets/links-section";
import { PanelSection } from "@/features/tickets/panel-section";
import { TagList } from "@/features/tickets/tag-list";
import { TagsField } from "@/features/tickets/tags-field";
import classes from "@/features/tickets/ticket-details-panel.module.css";
import { useAssignTicket } from "@/features/tickets/use-assign-ticket";
import { useUpdateTicket } from "@/features/tickets/use-update-ticket";
import { WatchersSection } from "@/features/tickets/watchers-section";
import type { Priority, Status, Ticket } from "@/shared/api/types";
import { PRIORITIES, PRIORITY_LABEL, STATUS_LABEL } from "@/shared/lib/labels";
import { useCategories, useCategory } from "@/shared/reference/use-categories";
import { useTeam, useTeams } from "@/shared/reference/use-teams";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { DueMark } from "@/shared/ui/due-mark";
import { LazyDateTimeField } from "@/shared/ui/lazy-date-time-field";
import { Person } from "@/shared/ui/person";
import { PriorityMark } from "@/shared/ui/priority-mark";
import { RelativeTime } from "@/shared/ui/relative-time";
import { StatusBadge } from "@/shared/ui/status-badge";
import { TeamMark } from "@/shared/ui/team-mark";

interface PanelProps {
  ticketRef: string;
  ticket: Ticket;
}

export function TicketDetailsPanel({ ticketRef, ticket }: PanelProps) {
  const isNarrow = useMediaQuery("(max-width: 62em)", false, { getInitialValueInEffect: false });
  const [isOpen, { toggle }] = useDisclosure(false);
  return (
    <aside className={`sv-card ${classes.panel}`} aria-label="Details">
      {isNarrow ? (
        // The conversation is what a phone shows first; the details unfold.
        <UnstyledButton className={classes.toggle} aria-expanded={isOpen} onClick={toggle}>
          <Title order={2} size="h5">
            Details
          </Title>
          <PriorityMark priority={ticket.priority} />
          <span className={classes.who}>
            <Person person={ticket.assignee} none="Unassigned" />
          </span>
          <ChevronDown size={18} className={classes.chevron} aria-hidden="true" />
        </UnstyledButton>
      ) : (
        <Title order={2} size="h5" mb="sm">
          Details
        </Title>
      )}
      <Collapse expanded={isOpen || !isNarrow} keepMounted={false}>
        <div className={classes.body}>
          {ticket.canEdit ? (
            <EditableDetails ticketRef={ticketRef} ticket={ticket} />
          ) : (
            <ReadOnlyDetails ticketRef={ticketRef} ticket={ticket} />
          )}
          <CustomFieldsSection ticketRef={ticketRef} ticket={ticket} />
          {ticket.canEdit || ticket.checklist.length > 0 ? (
            <ChecklistSection ticketRef={ticketRef} ticket={ticket} />
          ) : null}
          <LinksSection ticketRef={ticketRef} ticket={ticket} />
          {ticket.canComment || ticket.watchers.length > 0 ? (
            <WatchersSection ticketRef={ticketRef} ticket={ticket} />
          ) : null}
          <dl className={classes.facts}>
            <Fact name={ticket.type === "TASK" ? "Made by" : "Requester"}>
              <Person person={ticket.creator} none="–" />
            </Fact>
            <Fact name="Created">
              <RelativeTime instant={ticket.createdAt} />
            </Fact>
            <Fact name="Updated">
              <RelativeTime instant={ticket.updatedAt} />
            </Fact>
            {ticket.completedAt ? (
              <Fact name="Completed">
                <RelativeTime instant={ticket.completedAt} />
              </Fact>
            ) : null}
          </dl>
        </div>
      </Collapse>
    </aside>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function EditableDetails({ ticketRef, ticket }: PanelProps) {
  const user = useCurrentUser();
  const { update } = useUpdateTicket(ticketRef);
  const { assign } = useAssignTicket(ticketRef);
  const teams = useTeams();
  const categories = useCategories();
  const statuses: Status[] = [
    ticket.status,
    ...ticket.allowedStatuses.filter((status) => status !== ticket.status),
  ];

  return (
    <Stack gap="sm">
      <Select
        label="Status"
        data={statuses.map((value) => ({ value, label: STATUS_LABEL[value] }))}
        value={ticket.status}
        onChange={(value) => value && update(ticket, { status: value as Status })}
        allowDeselect={false}
        checkIconPosition="right"
        disabled={statuses.length === 1}
      />
      <Select
        label="Priority"
        data={PRIORITIES.map((value) => ({ value, label: PRIORITY_LABEL[value] }))}
        value={ticket.priority}
        onChange={(value) => value && update(ticket, { priority: value as Priority })}
        allowDeselect={false}
        checkIconPosition="right"
      />
      <div>
        <AssigneeSelect
          teamId={ticket.teamId ?? null}
          value={ticket.assignee ?? null}
          onChange={(assignee) => assign(ticket, assignee)}
          isDisabled={!ticket.canAssign}
        />
        {ticket.canAssign && ticket.assignee?.id !== user.id ? (
          <Button
            variant="subtle"
            size="compact-sm"
            mt={4}
            leftSection={<UserRoundCheck size={15} />}
            onClick={() => assign(ticket, { id: user.id, name: user.name })}
          >
            Assign to me
          </Button>
        ) : null}
      </div>
      <Select
        label="Team"
        data={(teams.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={teams.data ? (ticket.teamId ?? null) : null}
        placeholder={teams.isPending ? "Loading…" : "No team"}
        onChange={(teamId) => update(ticket, { teamId })}
        allowDeselect={false}
        clearable={user.role === "ADMIN"}
        clearButtonProps={{ "aria-label": "No team" }}
        checkIconPosition="right"
      />
      <Select
        label="Category"
        data={(categories.data ?? [])
          .filter(({ id, isDeleted }) => !isDeleted || id === ticket.categoryId)
          .map(({ id, name }) => ({ value: id, label: name }))}
        value={categories.data ? (ticket.categoryId ?? null) : null}
        placeholder={categories.isPending ? "Loading…" : "No category"}
        onChange={(categoryId) => update(ticket, { categoryId })}
        allowDeselect={false}
        clearable
        clearButtonProps={{ "aria-label": "No category" }}
        checkIconPosition="right"
      />
      <LazyDateTimeField
        label="Due"
        placeholder="No date"
        value={ticket.dueDate ?? null}
        onChange={(dueDate) => update(ticket, { dueDate })}
        description={
          ticket.dueDate ? <DueMark dueDate={ticket.dueDate} status={ticket.status} /> : undefined
        }
      />
      <EstimateField
        value={ticket.estimatedHours ?? null}
        onChange={(estimatedHours) => update(ticket, { estimatedHours })}
      />
      <TagsField value={ticket.tags} onChange={(tags) => update(ticket, { tags })} />
    </Stack>
  );
}

function ChecklistSection({ ticketRef, ticket }: PanelProps) {
  const { update } = useUpdateTicket(ticketRef);
  return (
    <PanelSection title="Checklist" count={checklistProgress(ticket.checklist)}>
      <Checklist
        entries={ticket.checklist}
        onChange={(checklist) => update(ticket, { checklist })}
        isReadOnly={!ticket.canEdit}
      />
    </PanelSection>
  );
}

function ReadOnlyDetails({ ticketRef, ticket }: PanelProps) {
  const { update, isPending } = useUpdateTicket(ticketRef);
  const team = useTeam(ticket.teamId);
  const category = useCategory(ticket.categoryId);
  const canClose = ticket.allowedStatuses.includes("CLOSED");
  const canReopen = ticket.allowedStatuses.includes("IN_PROGRESS");
  return (
    <>
      <dl className={classes.facts} data-first>
        <Fact name="Status">
          <StatusBadge status={ticket.status} />
        </Fact>
        <Fact name="Priority">
          <PriorityMark priority={ticket.priority} />
        </Fact>
        <Fact name="Assignee">
          <Person person={ticket.assignee} none="Not yet assigned" />
        </Fact>
        <Fact name="Team">
          <TeamMark team={team} none="–" />
        </Fact>
        <Fact name="Category">{category?.name ?? "–"}</Fact>
        {ticket.dueDate ? (
          <Fact name="Due">
            <DueMark dueDate={ticket.dueDate} status={ticket.status} />
          </Fact>
        ) : null}
        {ticket.tags.length > 0 ? (
          <Fact name="Tags">
            <TagList tags={ticket.tags} />
          </Fact>
        ) : null}
      </dl>
      {canClose || canReopen ? (
        <Group gap="xs" mt="sm" grow>
          {canClose ? (
            <Button
              variant="default"
              disabled={isPending}
              onClick={() => update(ticket, { status: "CLOSED" })}
            >
              Close
            </Button>
          ) : null}
          {canReopen ? (
            <Button
              variant="light"
              disabled={isPending}
              onClick={() => update(ticket, { status: "IN_PROGRESS" })}
            >
              Reopen
            </Button>
          ) : null}
        </Group>
      ) : null}
      {ticket.status === "RESOLVED" ? (
        <Text size="xs" c="dimmed" mt="xs">
          Solved? Then close it. A reply opens it again.
        </Text>
      ) : null}
    </>
  );
}
