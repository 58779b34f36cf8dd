import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { CircleAlert, CircleCheck } from "lucide-react";
import { BulkFailures } from "@/features/tickets/bulk-failures";
import { doneOf } from "@/features/tickets/bulk-run";
import { countKinds, type ReassignRun } from "@/features/tickets/reassign";
import { errorMessage } from "@/shared/api/error-message";
import type { PersonRef } from "@/shared/api/types";
import { openWorkWords } from "@/shared/lib/open-work-words";
import type { OpenWork } from "@/shared/reference/use-open-work";

/** Where it went: to a colleague, to nobody, or back. */
export type Target = { to: PersonRef | null } | "back";

interface ReassignReportProps {
  person: PersonRef;
  isDeactivated: boolean;
  run: ReassignRun;
  target: Target;
  /** What the person has open still; unknown while it is counted. */
  rest?: OpenWork;
  onUndo: () => void;
  /** Gives what was given to somebody else. */
  onCorrect: () => void;
  /** Goes on with what is left. */
  onRest: () => void;
  onClose: () => void;
}

function where(target: Target, person: PersonRef, count: number): string {
  if (target === "back") return `with ${person.name} again`;
  if (target.to) return `with ${target.to.name} now`;
  return count === 1 ? "in the queue of its team now" : "in the queues of their teams now";
}

/** What became of a run: what was given, what was refused and why, and what can be done next. */
export function ReassignReport(props: ReassignReportProps) {
  const { person, isDeactivated, run, target, rest, onUndo, onCorrect, onRest, onClose } = props;
  const done = doneOf(run.items, run);
  const moved = openWorkWords(countKinds(done));
  const refused = openWorkWords(
    countKinds(run.items.filter((item) => run.outcomes.items.some(isRefusalOf(item.id)))),
  );
  const unknown = openWorkWords(countKinds(run.items.filter(({ id }) => run.unknown.includes(id))));
  const left = rest && openWorkWords(rest);
  const isGiven = target !== "back" && done.length > 0;
  return (
    <Stack gap="md">
      <Alert
        color={moved ? "teal" : "gray"}
        variant="light"
        icon={moved ? <CircleCheck size={18} /> : <CircleAlert size={18} />}
        role="status"
      >
        {moved ? (
          <span dir="auto">
            {moved} {done.length === 1 ? "is" : "are"} {where(target, person, done.length)}.
          </span>
        ) : unknown ? (
          "Nothing is known to be changed."
        ) : (
          "Nothing was changed."
        )}
        {run.isStopped ? " It was stopped: what comes after is as it was." : ""}
      </Alert>
      {run.error ? (
        <Alert
          color="red"
          variant="light"
          icon={<CircleAlert size={18} />}
          role="alert"
          title={
            run.untried.length > 0 || !unknown ? "The rest was not tried" : "No good answer came"
          }
        >
          {errorMessage(run.error)}
          {unknown ? ` Whether ${unknown} went there too is not known.` : ""}
        </Alert>
      ) : null}
      {refused ? (
        <div>
          <Text size="sm" mb={6}>
            {refused} could not be changed, and {run.outcomes.failed === 1 ? "is" : "are"} as
            before:
          </Text>
          <BulkFailures tickets={run.items} outcomes={run.outcomes} />
        </div>
      ) : null}
      {left ? (
        <Text size="sm">
          {person.name} has {left} open now.
        </Text>
      ) : null}
      {isGiven && isDeactivated ? (
        <Text size="sm" c="dimmed">
          Nothing can be given back to {person.name}, who is deactivated. Was it the wrong choice?
          Give it to somebody else.
        </Text>
      ) : null}
      <Group justify="flex-end" gap="sm">
        {isGiven && isDeactivated ? (
          <Button variant="default" onClick={onCorrect}>
            Give it to somebody else
          </Button>
        ) : isGiven ? (
          <Button variant="default" onClick={onUndo}>
            Undo
          </Button>
        ) : null}
        {left ? (
          <Button variant="default" onClick={onRest}>
            Reassign what is left
          </Button>
        ) : null}
        <Button onClick={onClose} data-autofocus>
          Done
        </Button>
      </Group>
    </Stack>
  );
}

function isRefusalOf(id: string) {
  return (outcome: ReassignRun["outcomes"]["items"][number]) =>
    outcome.id === id && outcome.problem;
}
