import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import type { PersonRef } from "@/shared/api/types";
import { ROLE_LABEL } from "@/shared/lib/labels";
import { STAFF } from "@/shared/reference/people-of-roles";
import { usePeopleSearch } from "@/shared/reference/use-people-search";

interface PersonSearchProps {
  label: string;
  placeholder: string;
  onChoose: (person: PersonRef) => void;
  /** Those that are not offered. */
  without?: readonly string[];
  /** Whether only those who handle work are offered. */
  isStaffOnly?: boolean;
  size?: "xs" | "sm";
  autoFocus?: boolean;
}

const TYPING_MS = 200;

/** Finds people by how the words of their name begin, or by their e-mail, and says who was chosen. */
export function PersonSearch({
  label,
  placeholder,
  onChoose,
  without = [],
  isStaffOnly = false,
  size = "xs",
  autoFocus = false,
}: PersonSearchProps) {
  const [text, setText] = useState("");
  const [isWanted, setWanted] = useState(false);
  const [name] = useDebouncedValue(text.trim(), TYPING_MS);
  const found = usePeopleSearch(name, isStaffOnly ? STAFF : null, isWanted);
  const people = (found.data ?? []).filter(({ id }) => !without.includes(id));

  return (
    <Select
      size={size}
      autoFocus={autoFocus}
      aria-label={label}
      placeholder={placeholder}
      data={people.map((person) => ({
        value: person.id,
        label: `${person.name} (${ROLE_LABEL[person.role].toLowerCase()})`,
      }))}
      // The server has searched.
      filter={({ options }) => options}
      searchable
      searchValue={text}
      onSearchChange={setText}
      value={null}
      onChange={(id) => {
        const person = people.find((each) => each.id === id);
        if (person) onChoose({ id: person.id, name: person.name });
        setText("");
      }}
      onFocus={() => setWanted(true)}
      nothingFoundMessage={
        found.isError
          ? "The people could not be loaded"
          : found.isFetching
            ? "Searching…"
            : "Nobody is found"
      }
    />
  );
}
