import { CloseButton, Group, Input, Text } from "@mantine/core";
import { useState } from "react";
import classes from "@/features/tickets/requester-field.module.css";
import type { PersonRef } from "@/shared/api/types";
import { OnlineAvatar } from "@/shared/ui/online-avatar";
import { PersonSearch } from "@/shared/ui/person-search";

interface RequesterFieldProps {
  /** Null for whoever fills in the form. */
  value: PersonRef | null;
  onChange: (person: PersonRef | null) => void;
  error?: string;
}

/** In whose name a ticket is raised: of somebody who called, or came by. */
export function RequesterField({ value, onChange, error }: RequesterFieldProps) {
  // What takes the place of the other takes the keyboard too.
  const [isUsed, setUsed] = useState(false);
  const choose = (person: PersonRef | null) => {
    setUsed(true);
    onChange(person);
  };
  return (
    <Input.Wrapper
      label="Raised for"
      labelElement="div"
      description={value ? "They follow it as their own ticket, and get its mails." : undefined}
      inputWrapperOrder={["label", "input", "description", "error"]}
      error={error}
    >
      {value ? (
        <Group gap="xs" wrap="nowrap" className={classes.chosen}>
          <OnlineAvatar person={value} size={22} />
          <Text size="sm" truncate flex={1}>
            {value.name}
          </Text>
          <CloseButton
            size="sm"
            data-invalid={error ? true : undefined}
            aria-label={`Raise it for yourself, not for ${value.name}`}
            autoFocus={isUsed}
            onClick={() => choose(null)}
          />
        </Group>
      ) : (
        <PersonSearch
          label="Raised for"
          placeholder="Yourself, or type a name"
          size="sm"
          autoFocus={isUsed}
          onChoose={choose}
        />
      )}
    </Input.Wrapper>
  );
}
