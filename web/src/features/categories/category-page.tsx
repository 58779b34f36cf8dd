import { Button, Group, Skeleton, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { Link, useNavigate } from "@tanstack/react-router";
import { CircleCheck, SearchX, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import {
  type CategoryEdit,
  categoryChanges,
  categoryPatch,
  categoryProblems,
  categoryValues,
  knownParts,
  rebaseCategoryEdit,
} from "@/features/categories/category-edit";
import { CategoryForm } from "@/features/categories/category-form";
import { DeleteCategoryDialog } from "@/features/categories/delete-category-dialog";
import { withKeys } from "@/features/categories/field-list";
import { useCategoryDetails } from "@/features/categories/use-category-details";
import { useChangeCategory } from "@/features/categories/use-change-category";
import { hasStatus, overtaking } from "@/shared/api/api-error";
import { fieldErrors } from "@/shared/api/field-errors";
import type { Category } from "@/shared/api/types";
import { useTeams } from "@/shared/reference/use-teams";
import { isAdmin, leadsTeam } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { BackLink } from "@/shared/ui/back-link";
import { ErrorState } from "@/shared/ui/error-state";
import { FormError } from "@/shared/ui/form-error";
import { LeaveGuard } from "@/shared/ui/leave-guard";
import { MeanwhileNotice } from "@/shared/ui/meanwhile-notice";
import { MessageState } from "@/shared/ui/message-state";

/** Where a category is changed. */
export function CategoryPage({ categoryId }: { categoryId: string }) {
  const user = useCurrentUser();
  const query = useCategoryDetails(categoryId);
  const category = query.data;
  const isGone =
    hasStatus(query.error, 404) ||
    hasStatus(query.error, 400) ||
    category?.isDeleted ||
    (category && !leadsTeam(user, category.teamId));
  useDocumentTitle(
    `${isGone ? "Category not found" : (category?.name ?? "Category")} · Seaversity`,
  );

  if (query.isPending) {
    return (
      <>
        <span className="sv-visually-hidden" role="status">
          Loading the category
        </span>
        <Skeleton height={26} width={240} mb={20} />
        <Skeleton height={360} radius={12} maw={740} />
      </>
    );
  }
  if (isGone) {
    return (
      <MessageState
        isPage
        icon={<SearchX size={26} />}
        title="Category not found"
        action={
          <Button renderRoot={(props) => <Link to="/admin/categories" {...props} />}>
            Go to the categories
          </Button>
        }
      >
        There is no such category, it was deleted, or it is another team’s.
      </MessageState>
    );
  }
  if (!category) {
    return (
      <ErrorState
        isPage
        error={query.error}
        title="The category could not be loaded"
        onRetry={() => void query.refetch()}
      />
    );
  }
  return <CategoryEditor category={category} />;
}

interface Editing {
  edit: CategoryEdit;
  /** The category as it was when somebody else changed it. */
  before: Category | null;
  errors: Record<string, string>;
}

function CategoryEditor({ category }: { category: Category }) {
  const user = useCurrentUser();
  const teams = useTeams();
  const navigate = useNavigate();
  const [{ edit, before, errors }, setState] = useState<Editing>(() => ({
    edit: { over: category, typed: categoryValues(category) },
    before: null,
    errors: {},
  }));
  const [isDeleting, setDeleting] = useState(false);
  const isDone = useRef(false);
  const { mutate, isPending, error } = useChangeCategory();
  const { over, typed } = edit;
  const keyed = { over, typed: { ...typed, fields: withKeys(typed.fields, over.fields) } };
  const patch = categoryPatch(keyed);
  const isUntouched = Object.keys(patch).length === 0;
  const toList = () => void navigate({ to: "/admin/categories" });

  const submit = () => {
    const problems = categoryProblems(typed, !isAdmin(user));
    if (Object.keys(problems).length > 0) return setState({ edit, before, errors: problems });
    if (isUntouched) return toList();
    mutate(
      { id: category.id, version: over.version, patch },
      {
        onSuccess: ({ name }) => {
          isDone.current = true;
          notifications.show({
            color: "teal",
            icon: <CircleCheck size={18} />,
            message: `${name}: saved.`,
          });
          toList();
        },
        onError: (failure) => {
          const now = overtaking<Category>(failure);
          if (now) {
            setState({ edit: rebaseCategoryEdit(edit, now), before: over, errors: {} });
            window.scrollTo({ top: 0 });
          } else {
            const { fields } = fieldErrors(failure, knownParts(typed.fields));
            setState({ edit, before, errors: fields });
          }
        },
      },
    );
  };

  return (
    <>
      <BackLink to="/admin/categories">Back to the list</BackLink>
      <Group justify="space-between" gap="sm" mb="md" maw={1100}>
        <Title order={1} size="h2">
          {over.name}
        </Title>
        <Button
          variant="default"
          size="xs"
          leftSection={<Trash2 size={14} aria-hidden="true" />}
          onClick={() => setDeleting(true)}
        >
          Delete
        </Button>
      </Group>
      <CategoryForm
        label={`Edit ${over.name}`}
        values={typed}
        known={over.fields}
        errors={errors}
        notice={
          <>
            {before ? (
              <MeanwhileNotice
                title="Somebody changed this category meanwhile"
                changes={categoryChanges(before, over, teams.data ?? [])}
                advice="Nothing was overwritten, and what you typed is kept beside it. Save puts yours over it."
              />
            ) : null}
            <FormError error={overtaking(error) ? null : error} fields={knownParts(typed.fields)} />
          </>
        }
        submit="Save"
        isPending={isPending}
        onChange={(change) =>
          setState((state) => ({
            ...state,
            edit: {
              ...state.edit,
              typed: { ...state.edit.typed, ...change(state.edit.typed) },
            },
            errors: {},
          }))
        }
        onSubmit={submit}
        onCancel={toList}
      />
      {isDeleting ? (
        <DeleteCategoryDialog
          category={over}
          onDeleted={() => {
            isDone.current = true;
            toList();
          }}
          onClose={() => setDeleting(false)}
        />
      ) : null}
      <LeaveGuard isNeeded={() => !isUntouched && !isDone.current} />
    </>
  );
}
