import { Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import type { PeopleFilter } from "@/features/people/people-filter";
import { PeopleList } from "@/features/people/people-list";

export function PeoplePage({ filter }: { filter: PeopleFilter }) {
  useDocumentTitle("People · Seaversity");
  const navigate = useNavigate();
  return (
    <>
      <Title order={1} size="h2">
        People
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        Everybody who has an account
      </Text>
      <PeopleList
        filter={filter}
        onFilter={(search) => void navigate({ to: "/people", search, replace: true })}
      />
    </>
  );
}
