import { Button, Group, Loader, Progress, Stack, Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { doneOf } from "@/features/tickets/bulk-run";
import { backJobs, countKinds, giveJobs, type ReassignRun } from "@/features/tickets/reassign";
import classes from "@/features/tickets/reassign-dialog.module.css";
import { ReassignForm } from "@/features/tickets/reassign-form";
import { ReassignReport, type Target } from "@/features/tickets/reassign-report";
import { type Progress as HowFar, useReassign } from "@/features/tickets/use-reassign";
import type { ItemType, PersonRef, TicketSummary } from "@/shared/api/types";
import { hasOpenWork } from "@/shared/lib/open-work-words";
import { useIsDeactivated } from "@/shared/reference/use-deactivated";
import { useOpenWork } from "@/shared/reference/use-open-work";
import { Dialog } from "@/shared/ui/dialog";
import { ErrorState } from "@/shared/ui/error-state";
import { FormError } from "@/shared/ui/form-error";

interface ReassignDialogProps {
  person: PersonRef;
  onClose: () => void;
}

/** Gives all that a person has to do to somebody else, or back to the queues. */
export default function ReassignDialog({ person, onClose }: ReassignDialogProps) {
  const work = useOpenWork(person.id);
  const isDeactivated = useIsDeactivated(person.id);
  const { mutate, isPending, error, progress, stop } = useReassign();
  const [told, setTold] = useState<{ run: ReassignRun; target: Target } | null>(null);
  // What was given just now, and is to go to somebody else.
  const [again, setAgain] = useState<TicketSummary[] | null>(null);

  const give = (kinds: ItemType[], to: PersonRef | null) =>
    mutate(
      {
        what: again
          ? { items: again.filter(({ type }) => kinds.includes(type)) }
          : { personId: person.id, kinds },
        jobs: (items) => giveJobs(items, to?.id ?? null),
      },
      {
        onSuccess: (run) => {
          setAgain(null);
          setTold({ run, target: { to } });
        },
      },
    );
  const undo = (run: ReassignRun, to: PersonRef | null) =>
    mutate(
      { what: { items: doneOf(run.items, run) }, jobs: (items) => backJobs(items, to?.id ?? null) },
      { onSuccess: (back) => setTold({ run: back, target: "back" }) },
    );
  const shown = again ? countKinds(again) : work.data;

  // What had the keyboard is gone with the last step; the next one takes it.
  const step = useRef<HTMLDivElement>(null);
  const stage = isPending ? "working" : told ? "told" : "asking";
  useEffect(() => {
    if (stage && !step.current?.contains(document.activeElement)) step.current?.focus();
  }, [stage]);

  return (
    <Dialog
      title={`Reassign the open work of ${person.name}`}
      size="lg"
      onClose={onClose}
      isKept
      isLocked={isPending}
    >
      <div ref={step} tabIndex={-1} className={classes.step}>
        {isPending ? (
          <Working progress={progress} onStop={stop} />
        ) : told ? (
          <ReassignReport
            person={person}
            isDeactivated={isDeactivated}
            run={told.run}
            target={told.target}
            rest={work.isFetching ? undefined : work.data}
            onUndo={() => told.target !== "back" && undo(told.run, told.target.to)}
            onCorrect={() => {
              setAgain(doneOf(told.run.items, told.run));
              setTold(null);
            }}
            onRest={() => setTold(null)}
            onClose={onClose}
          />
        ) : !shown && work.isError ? (
          <ErrorState
            error={work.error}
            title="The work could not be counted"
            onRetry={() => void work.refetch()}
          />
        ) : !shown ? (
          <Text size="sm" role="status">
            <Loader size={13} mr={8} aria-hidden="true" />
            Counting what is open…
          </Text>
        ) : !hasOpenWork(shown) ? (
          <Nothing person={person} onClose={onClose} />
        ) : (
          <Stack gap="md">
            <FormError error={error} />
            <ReassignForm
              // What was chosen for other items is not chosen for these.
              key={again ? "again" : "all"}
              person={person}
              work={shown}
              isFixed={again !== null}
              onSubmit={give}
              onCancel={onClose}
            />
          </Stack>
        )}
      </div>
    </Dialog>
  );
}

function Nothing({ person, onClose }: ReassignDialogProps) {
  return (
    <Stack gap="md">
      <Text size="sm">{person.name} has no open work that you may see.</Text>
      <Group justify="flex-end">
        <Button onClick={onClose}>Close</Button>
      </Group>
    </Stack>
  );
}

/** How far it is; what was begun is finished before it stops. */
function Working({ progress, onStop }: { progress: HowFar | null; onStop: () => void }) {
  const { found, sent } = progress ?? { found: 0, sent: null };
  const text =
    sent === null ? `Looking for what is open… ${found} found` : `${sent} of ${found} done`;
  return (
    <Stack gap="sm">
      <Text size="sm" role="status">
        {text}
      </Text>
      <Progress
        value={sent === null ? 100 : (100 * sent) / Math.max(found, 1)}
        animated={sent === null}
        aria-label="How much is done"
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onStop}>
          Stop
        </Button>
      </Group>
    </Stack>
  );
}
