import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { Search } from "lucide-react";
import { useState } from "react";

const PAUSE_MS = 250;

interface NameFilterProps {
  name: string;
  onChange: (name: string) => void;
}

/** What words of a name, or an e-mail, begin with; asked for once the typing pauses. */
export function NameFilter({ name, onChange }: NameFilterProps) {
  const [typed, setTyped] = useState(name);
  const [asked, setAsked] = useState(name);
  const [known, setKnown] = useState(name);
  const ask = useDebouncedCallback((value: string) => {
    setAsked(value);
    onChange(value);
  }, PAUSE_MS);

  // The address was changed by other means, such as the way back.
  if (name !== known) {
    setKnown(name);
    if (name !== asked) {
      setAsked(name);
      setTyped(name);
    }
  }

  const type = (value: string) => {
    setTyped(value);
    ask(value.trim());
  };
  return (
    <TextInput
      type="search"
      aria-label="Name or e-mail"
      aria-keyshortcuts="/"
      placeholder="Name or e-mail…"
      leftSection={<Search size={16} />}
      maxLength={120}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      rightSection={
        typed ? <CloseButton size="sm" aria-label="Anybody" onClick={() => type("")} /> : null
      }
    />
  );
}
