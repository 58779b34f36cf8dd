import { ActionIcon, CloseButton, Group, Kbd, Tooltip } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { Maximize2, PanelRight } from "lucide-react";
import { useEffect, useRef } from "react";
import classes from "@/features/tickets/split-view.module.css";
import { searchOf, type TicketFilter } from "@/features/tickets/ticket-filter";
import { TicketPage } from "@/features/tickets/ticket-page";
import { ITEM_WORDS, itemTarget, listTarget } from "@/shared/lib/item-words";
import { MessageState } from "@/shared/ui/message-state";

interface SplitPaneProps {
  filter: TicketFilter;
  /** The saved view that the list began with. */
  saved?: string;
  open?: string;
}

/** The ticket beside the list. */
export default function SplitPane({ filter, saved, open }: SplitPaneProps) {
  const { type } = filter;
  const { one, One } = ITEM_WORDS[type];
  const navigate = useNavigate();
  const pane = useRef<HTMLElement>(null);

  // The next ticket begins at its beginning, however far down the last one was read.
  useEffect(() => {
    if (open && pane.current && pane.current.getBoundingClientRect().top < 0) {
      pane.current.scrollIntoView({ block: "start" });
    }
  }, [open]);

  const close = () =>
    void navigate({ ...listTarget(type), search: { ...searchOf(filter), saved } });

  return (
    <section ref={pane} className={classes.pane} aria-label={One}>
      {open ? (
        <TicketPage
          key={open}
          type={type}
          ticketRef={open}
          bar={
            <Group gap={4} justify="flex-end" className={classes.bar}>
              <Tooltip label={`Open the ${one} alone`} openDelay={400}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`Open the ${one} alone`}
                  renderRoot={(props) => (
                    <Link {...itemTarget({ number: open, type })} {...props} />
                  )}
                >
                  <Maximize2 size={16} />
                </ActionIcon>
              </Tooltip>
              <CloseButton aria-label={`Close the ${one}`} onClick={close} />
            </Group>
          }
        />
      ) : (
        <div className="sv-card">
          <MessageState icon={<PanelRight size={26} />} title={`Choose a ${one}`}>
            It is shown here, and the list stays. <Kbd>j</Kbd> and <Kbd>k</Kbd>, or the arrow keys,
            go from one to the next.
          </MessageState>
        </div>
      )}
    </section>
  );
}
