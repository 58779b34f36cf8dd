import { Button, Checkbox, Group, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { AssigneeSelect } from "@/features/tickets/assignee-select";
import { KINDS } from "@/features/tickets/reassign";
import type { ItemType, PersonRef } from "@/shared/api/types";
import { countWords, hasSome } from "@/shared/lib/open-work-words";
import type { OpenWork } from "@/shared/reference/use-open-work";

interface ReassignFormProps {
  person: PersonRef;
  work: OpenWork;
  /** The items are chosen already; who gets them is all that is asked. */
  isFixed: boolean;
  onSubmit: (kinds: ItemType[], to: PersonRef | null) => void;
  onCancel: () => void;
}

type Whom = "person" | "nobody";

/** Asks what of a person's open work is given to whom. */
export function ReassignForm({ person, work, isFixed, onSubmit, onCancel }: ReassignFormProps) {
  const there = KINDS.filter((kind) => hasSome(work[kind]));
  const [kinds, setKinds] = useState<string[]>([...there]);
  const [whom, setWhom] = useState<Whom>("person");
  const [colleague, setColleague] = useState<PersonRef | null>(null);
  const [isTried, setTried] = useState(false);
  const chosen = there.filter((kind) => kinds.includes(kind));
  const kindProblem = chosen.length === 0 ? "Choose tickets, tasks or both" : undefined;
  const whomProblem = whom === "person" ? colleagueProblem(colleague, person) : undefined;

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!kindProblem && !whomProblem) onSubmit(chosen, whom === "person" ? colleague : null);
      }}
    >
      <Stack gap="md">
        <Checkbox.Group
          label={isFixed ? "What was given away just now" : "What is given away"}
          value={kinds}
          onChange={setKinds}
          error={isTried ? kindProblem : undefined}
        >
          <Stack gap="xs" my={6}>
            {there.map((kind) => (
              <Checkbox key={kind} value={kind} label={countWords(work[kind], kind)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Radio.Group label="To whom" value={whom} onChange={(value) => setWhom(value as Whom)}>
          <Stack gap="xs" mt={6}>
            <Radio value="person" label="A colleague" />
            {whom === "person" ? (
              <AssigneeSelect
                teamId={null}
                label="Colleague"
                placeholder="Choose a colleague"
                clearLabel="Nobody chosen"
                value={colleague}
                onChange={setColleague}
                error={isTried ? whomProblem : undefined}
              />
            ) : null}
            <Radio value="nobody" label="Nobody: it goes back to the queues of its teams" />
          </Stack>
        </Radio.Group>
        <Text size="sm" c="dimmed">
          Finished work stays with {person.name}, and so does what you may not see.
        </Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit">Reassign</Button>
        </Group>
      </Stack>
    </form>
  );
}

function colleagueProblem(colleague: PersonRef | null, person: PersonRef): string | undefined {
  if (!colleague) return "Choose a colleague";
  return colleague.id === person.id ? `${person.name} has it already` : undefined;
}
