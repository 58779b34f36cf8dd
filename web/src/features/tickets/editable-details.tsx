import { Button, Select, Stack } from "@mantine/core";
import { UserRoundCheck } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { AssigneeSelect } from "@/features/tickets/assignee-select";
import { DeactivatedNotice } from "@/features/tickets/deactivated-notice";
import { EstimateField } from "@/features/tickets/estimate-field";
import { type FieldChange, losesSight } from "@/features/tickets/field-change";
import { ITEM_KEYS } from "@/features/tickets/open-item";
import { TagsField } from "@/features/tickets/tags-field";
import { useFieldChange } from "@/features/tickets/use-field-change";
import type { PersonRef, Priority, Status, Ticket } from "@/shared/api/types";
import { PRIORITIES, PRIORITY_LABEL, STATUS_LABEL } from "@/shared/lib/labels";
import { useCategories } from "@/shared/reference/use-categories";
import { useTeams } from "@/shared/reference/use-teams";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { DueMark } from "@/shared/ui/due-mark";
import { LazyDateTimeField } from "@/shared/ui/lazy-date-time-field";

const GiveAwayDialog = lazy(() => import("@/features/tickets/give-away-dialog"));

interface EditableDetailsProps {
  ticketRef: string;
  ticket: Ticket;
  /** Whether the ticket stands beside a list. */
  isBeside: boolean;
}

/** A change that is asked about first, because the ticket is out of sight after it. */
interface Giving {
  change: FieldChange;
  to: string | null;
}

/** What whoever handles a ticket changes beside its conversation. */
export function EditableDetails({ ticketRef, ticket, isBeside }: EditableDetailsProps) {
  const user = useCurrentUser();
  const field = useFieldChange(ticketRef);
  const [giving, setGiving] = useState<Giving | null>(null);
  const teams = useTeams();
  const categories = useCategories();
  const statuses: Status[] = [
    ticket.status,
    ...ticket.allowedStatuses.filter((status) => status !== ticket.status),
  ];

  const teamName = (id: string) => teams.data?.find((team) => team.id === id)?.name;
  const categoryName = (id: string) =>
    categories.data?.find((category) => category.id === id)?.name;
  const change = (to: FieldChange) =>
    field.change(ticket, to, { team: teamName, category: categoryName });
  const move = (teamId: string | null) => {
    if (!losesSight(user, ticket, { teamId })) change({ teamId });
    else setGiving({ change: { teamId }, to: teamId ? (teamName(teamId) ?? null) : null });
  };
  const assign = (assignee: PersonRef | null) => {
    if (!losesSight(user, ticket, { assignee })) change({ assignee });
    else setGiving({ change: { assignee }, to: assignee?.name ?? null });
  };

  return (
    <Stack gap="sm">
      <Select
        label="Status"
        aria-keyshortcuts={ITEM_KEYS.status}
        data={statuses.map((value) => ({ value, label: STATUS_LABEL[value] }))}
        value={ticket.status}
        onChange={(value) => value && change({ status: value as Status })}
        allowDeselect={false}
        checkIconPosition="right"
        disabled={statuses.length === 1}
      />
      <Select
        label="Priority"
        data={PRIORITIES.map((value) => ({ value, label: PRIORITY_LABEL[value] }))}
        value={ticket.priority}
        onChange={(value) => value && change({ priority: value as Priority })}
        allowDeselect={false}
        checkIconPosition="right"
      />
      <div>
        <AssigneeSelect
          teamId={ticket.teamId ?? null}
          value={ticket.assignee ?? null}
          onChange={assign}
          isDisabled={!ticket.canAssign}
        />
        <DeactivatedNotice person={ticket.assignee ?? null} isNarrow />
        {ticket.canAssign && ticket.assignee?.id !== user.id ? (
          <Button
            variant="subtle"
            size="compact-sm"
            mt={4}
            leftSection={<UserRoundCheck size={15} />}
            onClick={() => assign({ id: user.id, name: user.name })}
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
        onChange={move}
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
        onChange={(categoryId) => change({ categoryId })}
        allowDeselect={false}
        clearable
        clearButtonProps={{ "aria-label": "No category" }}
        checkIconPosition="right"
      />
      <LazyDateTimeField
        label="Due"
        placeholder="No date"
        value={ticket.dueDate ?? null}
        onChange={(dueDate) => change({ dueDate })}
        description={ticket.dueDate ? <DueMark item={ticket} /> : undefined}
      />
      <EstimateField
        value={ticket.estimatedHours ?? null}
        onChange={(estimatedHours) => change({ estimatedHours })}
      />
      <TagsField value={ticket.tags} onChange={(tags) => change({ tags })} />
      {giving ? (
        <Suspense>
          <GiveAwayDialog
            ticketRef={ticketRef}
            ticket={ticket}
            change={giving.change}
            to={giving.to}
            isBeside={isBeside}
            onClose={() => setGiving(null)}
          />
        </Suspense>
      ) : null}
    </Stack>
  );
}
