import { Button, Collapse, Group, Text, Title, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { ChevronDown } from "lucide-react";
import { type ReactNode, type Ref, useImperativeHandle, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Checklist, checklistProgress } from "@/features/tickets/checklist";
import { CustomFieldsSection } from "@/features/tickets/custom-fields-section";
import { EditableDetails } from "@/features/tickets/editable-details";
import { LinksSection } from "@/features/tickets/links-section";
import { ITEM_KEYS } from "@/features/tickets/open-item";
import { PanelSection } from "@/features/tickets/panel-section";
import { TagList } from "@/features/tickets/tag-list";
import classes from "@/features/tickets/ticket-details-panel.module.css";
import { useFieldChange } from "@/features/tickets/use-field-change";
import { useIsNarrow } from "@/features/tickets/use-is-wide";
import { useUpdateTicket } from "@/features/tickets/use-update-ticket";
import { WatchersSection } from "@/features/tickets/watchers-section";
import type { PersonRef, Ticket } from "@/shared/api/types";
import { useCategory } from "@/shared/reference/use-categories";
import { useTeam } from "@/shared/reference/use-teams";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { Assignee } from "@/shared/ui/assignee";
import { DueMark } from "@/shared/ui/due-mark";
import { Person } from "@/shared/ui/person";
import { PriorityMark } from "@/shared/ui/priority-mark";
import { RelativeTime } from "@/shared/ui/relative-time";
import { StatusBadge } from "@/shared/ui/status-badge";
import { TeamMark } from "@/shared/ui/team-mark";

interface PanelProps {
  ticketRef: string;
  ticket: Ticket;
}

interface DetailsPanelProps extends PanelProps {
  /** Whether the ticket stands beside a list, and has less room. */
  isBeside: boolean;
  ref?: Ref<DetailsPanelHandle>;
}

export interface DetailsPanelHandle {
  /** Shows the statuses to choose from, where there are any. */
  openStatus: () => void;
}

export function TicketDetailsPanel({ ticketRef, ticket, isBeside, ref }: DetailsPanelProps) {
  const isNarrow = useIsNarrow(isBeside);
  const [isOpen, { toggle, open }] = useDisclosure(false);
  const [isInstant, setInstant] = useState(false);
  const panel = useRef<HTMLElement>(null);
  useImperativeHandle(ref, () => ({
    openStatus: () => {
      flushSync(() => {
        // What unfolds slowly cannot have the keyboard at once.
        if (!isOpen) setInstant(true);
        open();
      });
      const field = panel.current?.querySelector<HTMLElement>(
        `[aria-keyshortcuts="${ITEM_KEYS.status}"]`,
      );
      field?.focus();
      field?.click();
    },
  }));
  return (
    <aside
      ref={panel}
      className={`sv-card ${classes.panel}`}
      data-narrow={isNarrow || undefined}
      aria-label="Details"
    >
      {isNarrow ? (
        // The conversation is what a phone shows first; the details unfold.
        <UnstyledButton className={classes.toggle} aria-expanded={isOpen} onClick={toggle}>
          <Title order={2} size="h5">
            Details
          </Title>
          <PriorityMark priority={ticket.priority} />
          <span className={classes.who}>
            <Assignee person={ticket.assignee} none="Unassigned" isShort />
          </span>
          <ChevronDown size={18} className={classes.chevron} aria-hidden="true" />
        </UnstyledButton>
      ) : (
        <Title order={2} size="h5" mb="sm">
          Details
        </Title>
      )}
      <Collapse
        expanded={isOpen || !isNarrow}
        keepMounted={false}
        transitionDuration={isInstant ? 0 : undefined}
      >
        <div className={classes.body}>
          {ticket.canEdit ? (
            <EditableDetails ticketRef={ticketRef} ticket={ticket} isBeside={isBeside} />
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
              <Creator person={ticket.creator} />
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

/** The staff have a page of each person. */
function Creator({ person }: { person: PersonRef }) {
  const name = <Person person={person} none="–" />;
  if (!isStaff(useCurrentUser())) return name;
  return (
    <Link to="/people/$personId" params={{ personId: person.id }} className={classes.person}>
      {name}
    </Link>
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

function ChecklistSection({ ticketRef, ticket }: PanelProps) {
  const { change } = useFieldChange(ticketRef);
  const { update } = useUpdateTicket(ticketRef);
  return (
    <PanelSection title="Checklist" count={checklistProgress(ticket.checklist)}>
      <Checklist
        entries={ticket.checklist}
        // What is ticked is unticked where it stands; what is taken off is gone.
        onChange={(checklist) =>
          checklist.length < ticket.checklist.length
            ? change(ticket, { checklist })
            : update(ticket, { checklist })
        }
        isReadOnly={!ticket.canEdit}
      />
    </PanelSection>
  );
}

function ReadOnlyDetails({ ticketRef, ticket }: PanelProps) {
  const { change, isPending } = useFieldChange(ticketRef);
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
          <Assignee person={ticket.assignee} none="Not yet assigned" />
        </Fact>
        <Fact name="Team">
          <TeamMark team={team} none="–" />
        </Fact>
        <Fact name="Category">{category?.name ?? "–"}</Fact>
        {ticket.dueDate ? (
          <Fact name="Due">
            <DueMark item={ticket} none={<RelativeTime instant={ticket.dueDate} />} />
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
              onClick={() => change(ticket, { status: "CLOSED" })}
            >
              Close
            </Button>
          ) : null}
          {canReopen ? (
            <Button
              variant="light"
              disabled={isPending}
              onClick={() => change(ticket, { status: "IN_PROGRESS" })}
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
