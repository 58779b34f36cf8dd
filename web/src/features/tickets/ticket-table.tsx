import { Checkbox, UnstyledButton } from "@mantine/core";
import { ArrowDown, ArrowUp, ArrowUpDown, MessageSquare } from "lucide-react";
import type { ReactNode } from "react";
import { type Column, columnLabel } from "@/features/tickets/columns";
import { useIsFresh } from "@/features/tickets/fresh-tickets";
import { SelectBox } from "@/features/tickets/select-box";
import {
  nextSorting,
  orderOf,
  type Sorting,
  sortHint,
  sortOfColumn,
} from "@/features/tickets/sorting";
import { columnWidth } from "@/features/tickets/table-room";
import { TagList } from "@/features/tickets/tag-list";
import classes from "@/features/tickets/ticket-table.module.css";
import type { Selection } from "@/features/tickets/use-selection";
import type { ItemType, TicketSummary } from "@/shared/api/types";
import { useCategory } from "@/shared/reference/use-categories";
import { useTeam } from "@/shared/reference/use-teams";
import { Assignee } from "@/shared/ui/assignee";
import { DueMark } from "@/shared/ui/due-mark";
import { ItemLink } from "@/shared/ui/item-link";
import { Person } from "@/shared/ui/person";
import { PriorityMark } from "@/shared/ui/priority-mark";
import { RelativeTime } from "@/shared/ui/relative-time";
import { StatusBadge } from "@/shared/ui/status-badge";
import { TeamMark } from "@/shared/ui/team-mark";

interface TicketTableProps {
  type: ItemType;
  tickets: TicketSummary[];
  columns: readonly Column[];
  /** How wide the table is, in pixels. */
  width: number;
  /** What is ticked; without it nothing can be. */
  selection?: Selection;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
}

export function TicketTable({
  type,
  tickets,
  columns,
  width,
  selection,
  sorting,
  onSort,
}: TicketTableProps) {
  return (
    <table className={classes.table}>
      <colgroup>
        {selection ? <col className={classes.selectColumn} /> : null}
        <col className={classes.numberColumn} />
        <col />
        {columns.map((column) => (
          <col key={column} style={{ width: columnWidth(column, columns, width) }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {selection ? (
            <th scope="col">
              <Checkbox
                size="xs"
                aria-label="Select everything that is loaded"
                checked={selection.isAll}
                indeterminate={selection.ids.length > 0 && !selection.isAll}
                onChange={selection.toggleAll}
              />
            </th>
          ) : null}
          <th scope="col">Number</th>
          <th scope="col">Title</th>
          {columns.map((column) => (
            <ColumnHead
              key={column}
              column={column}
              label={columnLabel(column, type)}
              sorting={sorting}
              onSort={onSort}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {tickets.map((ticket) => (
          <TicketRow key={ticket.id} ticket={ticket} columns={columns} selection={selection} />
        ))}
      </tbody>
    </table>
  );
}

interface ColumnHeadProps {
  column: Column;
  label: string;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
}

const ARIA_SORT = { asc: "ascending", desc: "descending" } as const;

function ColumnHead({ column, label, sorting, onSort }: ColumnHeadProps) {
  const sort = sortOfColumn(column);
  if (!sort) {
    return <th scope="col">{label}</th>;
  }
  const order = sorting.sort === sort ? orderOf(sorting) : null;
  const Arrow = order === null ? ArrowUpDown : order === "asc" ? ArrowUp : ArrowDown;
  return (
    <th scope="col" aria-sort={order ? ARIA_SORT[order] : "none"}>
      <UnstyledButton
        className={classes.sort}
        data-sorted={order !== null || undefined}
        title={sortHint(sorting, sort)}
        onClick={() => onSort(nextSorting(sorting, sort))}
      >
        {label}
        <Arrow size={13} className={classes.arrow} aria-hidden="true" />
      </UnstyledButton>
    </th>
  );
}

interface TicketRowProps {
  ticket: TicketSummary;
  columns: readonly Column[];
  selection?: Selection;
}

function TicketRow({ ticket, columns, selection }: TicketRowProps) {
  const isFresh = useIsFresh(ticket.id);
  const team = useTeam(ticket.teamId);
  const category = useCategory(ticket.categoryId);
  const isSelected = selection?.has(ticket.id);
  const cells: Record<Column, () => ReactNode> = {
    status: () => <StatusBadge status={ticket.status} />,
    priority: () => <PriorityMark priority={ticket.priority} />,
    requester: () => <Person person={ticket.creator} none="" />,
    assignee: () => <Assignee person={ticket.assignee} none="Unassigned" isShort />,
    team: () => <TeamMark team={team} none="–" />,
    category: () => category?.name ?? "–",
    due: () => <DueMark item={ticket} none="–" />,
    tags: () => (ticket.tags.length > 0 ? <TagList tags={ticket.tags} isOneLine /> : "–"),
    created: () => <RelativeTime instant={ticket.createdAt} />,
    updated: () => <RelativeTime instant={ticket.updatedAt} />,
  };
  return (
    <tr
      className={classes.row}
      data-fresh={isFresh || undefined}
      data-selected={isSelected || undefined}
      data-ticket={ticket.number}
    >
      {selection ? (
        <td className={classes.select}>
          <SelectBox ticket={ticket} selection={selection} />
        </td>
      ) : null}
      <td className={classes.number}>{ticket.number}</td>
      <td>
        <div className={classes.titleCell}>
          <ItemLink item={ticket} className={classes.title} title={ticket.title}>
            {ticket.title}
          </ItemLink>
          {ticket.commentCount > 0 ? (
            <span className={classes.comments}>
              <MessageSquare size={13} aria-hidden="true" />
              {ticket.commentCount}
              <span className="sv-visually-hidden">
                {ticket.commentCount === 1 ? "comment" : "comments"}
              </span>
            </span>
          ) : null}
        </div>
      </td>
      {columns.map((column) => (
        <td key={column} className={classes[column]}>
          {cells[column]()}
        </td>
      ))}
    </tr>
  );
}
