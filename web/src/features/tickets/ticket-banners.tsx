import { Button } from "@mantine/core";
import { GitMerge, type LucideIcon, Reply, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import classes from "@/features/tickets/ticket-banners.module.css";
import { useRestoreTicket } from "@/features/tickets/use-remove-ticket";
import type { Ticket } from "@/shared/api/types";
import { ITEM_WORDS } from "@/shared/lib/item-words";
import { showFailure } from "@/shared/ui/failure-toast";
import { ItemLink } from "@/shared/ui/item-link";
import { RelativeTime } from "@/shared/ui/relative-time";

interface TicketBannersProps {
  ticket: Ticket;
  onFollowUp: () => void;
}

/** Why a ticket is as it is, where it is out of the usual. */
export function TicketBanners({ ticket, onFollowUp }: TicketBannersProps) {
  const { one } = ITEM_WORDS[ticket.type];
  const { mutate: restore, isPending } = useRestoreTicket();

  if (ticket.deletedAt) {
    return (
      <Banner
        tone="deleted"
        Icon={Trash2}
        action={
          ticket.canDelete ? (
            <Button
              size="xs"
              variant="default"
              loading={isPending}
              onClick={() =>
                restore(ticket, { onError: (error) => showFailure("Not restored", error) })
              }
            >
              Restore
            </Button>
          ) : null
        }
      >
        This {one} was deleted <RelativeTime instant={ticket.deletedAt} />. It can be restored for
        thirty days.
      </Banner>
    );
  }
  if (ticket.mergedInto) {
    return (
      <Banner tone="merged" Icon={GitMerge}>
        Merged into <ItemLink item={ticket.mergedInto} />. The conversation goes on there.
      </Banner>
    );
  }
  if (ticket.canFollowUp) {
    return (
      <Banner
        tone="closed"
        Icon={Reply}
        action={
          <Button size="xs" variant="default" onClick={onFollowUp}>
            Take it up again
          </Button>
        }
      >
        This {one} is closed. Is it the matter again? A new one is linked to it.
      </Banner>
    );
  }
  return null;
}

interface BannerProps {
  tone: "deleted" | "merged" | "closed";
  Icon: LucideIcon;
  action?: ReactNode;
  children: ReactNode;
}

function Banner({ tone, Icon, action, children }: BannerProps) {
  return (
    <div className={classes.banner} data-tone={tone} role="note">
      <Icon size={17} className={classes.icon} aria-hidden="true" />
      <span className={classes.text}>{children}</span>
      {action}
    </div>
  );
}
