import { ActionIcon, Button, Select, TextInput } from "@mantine/core";
import { X } from "lucide-react";
import { type FormEvent, useState } from "react";
import classes from "@/features/tickets/links-section.module.css";
import { PanelSection } from "@/features/tickets/panel-section";
import { useLinks } from "@/features/tickets/use-links";
import { useTicket } from "@/features/tickets/use-ticket";
import { hasStatus } from "@/shared/api/api-error";
import { errorMessage } from "@/shared/api/error-message";
import { fieldErrors } from "@/shared/api/field-errors";
import type { ItemLink as Linked, LinkKind, Ticket } from "@/shared/api/types";
import { typedNumber } from "@/shared/lib/item-words";
import { STATUS_LABEL } from "@/shared/lib/labels";
import { FREE_LINK_KINDS, LINK_LABEL } from "@/shared/lib/link-words";
import { ItemLink } from "@/shared/ui/item-link";

interface LinksSectionProps {
  ticketRef: string;
  ticket: Ticket;
}

export function LinksSection({ ticketRef, ticket }: LinksSectionProps) {
  const { unlink } = useLinks(ticketRef);
  const [isAdding, setAdding] = useState(false);
  const { links, canEdit } = ticket;
  if (links.length === 0 && !canEdit) return null;

  return (
    <PanelSection
      title="Links"
      count={links.length}
      action={
        canEdit && !isAdding ? (
          <Button variant="subtle" size="compact-xs" onClick={() => setAdding(true)}>
            Add a link
          </Button>
        ) : null
      }
    >
      {links.length > 0 ? (
        <ul className={classes.list} aria-label="Links">
          {links.map((link) => (
            <LinkLine
              key={`${link.kind} ${link.item.id}`}
              link={link}
              onRemove={
                canEdit && FREE_LINK_KINDS.includes(link.kind)
                  ? () => unlink(ticket, link.item.id)
                  : undefined
              }
            />
          ))}
        </ul>
      ) : null}
      {isAdding && canEdit ? (
        <LinkForm ticketRef={ticketRef} ticket={ticket} onClose={() => setAdding(false)} />
      ) : null}
    </PanelSection>
  );
}

interface LinkLineProps {
  link: Linked;
  onRemove?: () => void;
}

/** The other's title and state are read here: a link knows no more than the number. */
function LinkLine({ link: { kind, item }, onRemove }: LinkLineProps) {
  const { data, error } = useTicket(item.type, item.number);
  const other = data?.ticket;
  const isGone = hasStatus(error, 404) || Boolean(other?.deletedAt);
  const state = isGone
    ? hasStatus(error, 404)
      ? "deleted, or not for you to see"
      : "deleted"
    : other?.mergedInto
      ? `merged into ${other.mergedInto.number}`
      : other && STATUS_LABEL[other.status];

  return (
    <li className={`${classes.link} ${isGone ? classes.gone : ""}`}>
      <div className={classes.body}>
        <span className={classes.kind}>{LINK_LABEL[kind]}</span>
        <ItemLink item={item} className={classes.target}>
          <span className={classes.number}>{item.number}</span>
          {other ? ` ${other.title}` : null}
        </ItemLink>
        {state ? <span className={classes.state}>{state}</span> : null}
      </div>
      {onRemove ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={`Remove the link to ${item.number}`}
          onClick={onRemove}
        >
          <X size={14} />
        </ActionIcon>
      ) : null}
    </li>
  );
}

function LinkForm({ ticketRef, ticket, onClose }: LinksSectionProps & { onClose: () => void }) {
  const { link, isPending } = useLinks(ticketRef);
  const [kind, setKind] = useState<LinkKind>("RELATES_TO");
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const item = typedNumber(typed, ticket.type);
    if (!item) {
      setProblem("Type a number such as T-42 or TASK-7");
      return;
    }
    link(
      ticket,
      { kind, item },
      {
        onSaved: onClose,
        onRefused: (error) =>
          setProblem(fieldErrors(error, ["item"]).fields.item ?? errorMessage(error)),
      },
    );
  };

  return (
    <form
      className={classes.form}
      aria-label="Add a link"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
      }}
    >
      <Select
        size="xs"
        aria-label="How it stands to the other"
        data={FREE_LINK_KINDS.map((value) => ({ value, label: LINK_LABEL[value] }))}
        value={kind}
        onChange={(value) => value && setKind(value as LinkKind)}
        allowDeselect={false}
        checkIconPosition="right"
      />
      <div className={classes.line}>
        <TextInput
          size="xs"
          flex={1}
          autoFocus
          aria-label="Number of the other"
          placeholder="T-42 or TASK-7"
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setProblem(null);
          }}
          error={problem}
        />
        <Button type="submit" size="xs" loading={isPending}>
          Link
        </Button>
        <ActionIcon variant="default" size={30} aria-label="Cancel the link" onClick={onClose}>
          <X size={15} />
        </ActionIcon>
      </div>
    </form>
  );
}
