import { ActionIcon, Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { Plus, Shapes, Trash2 } from "lucide-react";
import { useState } from "react";
import classes from "@/features/categories/admin-categories-page.module.css";
import { DeleteCategoryDialog } from "@/features/categories/delete-category-dialog";
import type { Category, Team } from "@/shared/api/types";
import { PRIORITY_LABEL } from "@/shared/lib/labels";
import { useCategories } from "@/shared/reference/use-categories";
import { useTeams } from "@/shared/reference/use-teams";
import { isAdmin, leadsTeam } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { CategoryMark } from "@/shared/ui/category-mark";
import { ErrorState } from "@/shared/ui/error-state";
import { MessageState } from "@/shared/ui/message-state";
import { TeamMark } from "@/shared/ui/team-mark";

const ROWS = ["a", "b", "c", "d", "e"];

interface TeamGroup {
  team: Team | null;
  categories: Category[];
}

function groups(categories: readonly Category[], teams: readonly Team[]): TeamGroup[] {
  const byName = (one: Category, other: Category) => one.name.localeCompare(other.name);
  const of = (id: string | null) =>
    categories.filter(({ teamId }) => (teamId ?? null) === id).sort(byName);
  const known = teams.map((team) => ({ team, categories: of(team.id) }));
  const loose = of(null);
  return loose.length > 0 ? [...known, { team: null, categories: loose }] : known;
}

/** The categories by team: for admins all, for managers those of their teams. */
export function AdminCategoriesPage() {
  useDocumentTitle("Categories · Seaversity");
  const user = useCurrentUser();
  const categories = useCategories();
  const teams = useTeams();
  const [deleting, setDeleting] = useState<Category | null>(null);
  const failed = [categories, teams].find(({ isError, data }) => isError && !data);
  const shown =
    categories.data && teams.data
      ? groups(categories.data, teams.data).filter(({ team }) => leadsTeam(user, team?.id))
      : null;
  const make = (
    <Button
      leftSection={<Plus size={17} />}
      renderRoot={(props) => <Link to="/admin/categories/new" {...props} />}
    >
      New category
    </Button>
  );
  return (
    <>
      <Group justify="space-between" align="flex-end" mb="md" gap="sm">
        <div>
          <Title order={1} size="h2">
            Categories
          </Title>
          <Text c="dimmed" size="sm">
            {isAdmin(user)
              ? "What tickets are about, and what each asks for"
              : "What tickets of your teams are about, and what each asks for"}
          </Text>
        </div>
        {make}
      </Group>
      {failed ? (
        <section className="sv-card">
          <ErrorState
            error={failed.error}
            title="The categories could not be loaded"
            onRetry={() => {
              void categories.refetch();
              void teams.refetch();
            }}
          />
        </section>
      ) : !shown ? (
        <Stack gap="sm" className={`sv-card ${classes.skeleton}`}>
          <span className="sv-visually-hidden" role="status">
            Loading categories
          </span>
          {ROWS.map((row) => (
            <Skeleton key={row} height={34} />
          ))}
        </Stack>
      ) : shown.length === 0 ? (
        <section className="sv-card">
          <MessageState icon={<Shapes size={26} />} title="No categories yet">
            {isAdmin(user)
              ? "Make a team first; categories tell which team a ticket goes to."
              : "You belong to no team yet, and categories are made by the managers of a team."}
          </MessageState>
        </section>
      ) : (
        shown.map((group) => (
          <TeamCategories key={group.team?.id ?? "none"} group={group} onDelete={setDeleting} />
        ))
      )}
      {deleting ? (
        <DeleteCategoryDialog category={deleting} onClose={() => setDeleting(null)} />
      ) : null}
    </>
  );
}

interface TeamCategoriesProps {
  group: TeamGroup;
  onDelete: (category: Category) => void;
}

function TeamCategories({ group: { team, categories }, onDelete }: TeamCategoriesProps) {
  const id = `categories-${team?.id ?? "none"}`;
  return (
    <section className={`sv-card ${classes.group}`} aria-labelledby={id}>
      <div className={classes.head}>
        <Title order={2} size="h5" id={id} className={classes.team}>
          <TeamMark team={team} none="Without a team" />
        </Title>
        {team ? (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<Plus size={14} aria-hidden="true" />}
            aria-label={`Add a category of ${team.name}`}
            renderRoot={(props) => (
              <Link to="/admin/categories/new" search={{ team: team.id }} {...props} />
            )}
          >
            Add
          </Button>
        ) : null}
      </div>
      {categories.length === 0 ? (
        <Text size="sm" c="dimmed" className={classes.none}>
          No categories: its tickets are given to it by hand.
        </Text>
      ) : (
        <ul className={classes.list}>
          {categories.map((category) => (
            <li key={category.id} className={classes.row} data-category={category.name}>
              <CategoryMark category={category} size={34} />
              <div className={classes.words}>
                <Link
                  to="/admin/categories/$categoryId"
                  params={{ categoryId: category.id }}
                  className={classes.name}
                >
                  {category.name}
                </Link>
                <span className={classes.about}>{category.description || "No description"}</span>
              </div>
              <span className={classes.facts}>{facts(category)}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                className={classes.delete}
                aria-label={`Delete ${category.name}`}
                onClick={() => onDelete(category)}
              >
                <Trash2 size={16} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function facts({ fields, defaultPriority }: Category): string {
  const count = fields.length === 1 ? "1 field" : `${fields.length} fields`;
  return [
    ...(fields.length > 0 ? [count] : []),
    ...(defaultPriority ? [`${PRIORITY_LABEL[defaultPriority]} priority`] : []),
  ].join(" · ");
}
