import { Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { CircleCheck } from "lucide-react";
import { useRef, useState } from "react";
import {
  categoryProblems,
  knownParts,
  newCategory,
  newCategoryValues,
} from "@/features/categories/category-edit";
import { CategoryForm } from "@/features/categories/category-form";
import { withKeys } from "@/features/categories/field-list";
import { useCreateCategory } from "@/features/categories/use-change-category";
import { fieldErrors } from "@/shared/api/field-errors";
import { isAdmin, leadsTeam } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { BackLink } from "@/shared/ui/back-link";
import { FormError } from "@/shared/ui/form-error";
import { LeaveGuard } from "@/shared/ui/leave-guard";

export function NewCategoryPage({ teamId }: { teamId?: string }) {
  useDocumentTitle("New category · Seaversity");
  const user = useCurrentUser();
  const navigate = useNavigate();
  const [start] = useState(() =>
    newCategoryValues(isAdmin(user) || leadsTeam(user, teamId) ? (teamId ?? null) : null),
  );
  const [values, setValues] = useState(start);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const isDone = useRef(false);
  const { mutate, isPending, error } = useCreateCategory();
  const toList = () => void navigate({ to: "/admin/categories" });

  const submit = () => {
    const problems = categoryProblems(values, !isAdmin(user));
    setErrors(problems);
    if (Object.keys(problems).length > 0) return;
    mutate(newCategory({ ...values, fields: withKeys(values.fields, []) }), {
      onSuccess: ({ name }) => {
        isDone.current = true;
        notifications.show({
          color: "teal",
          icon: <CircleCheck size={18} />,
          message: `${name} can be chosen for new tickets.`,
        });
        toList();
      },
      onError: (failure) => setErrors(fieldErrors(failure, knownParts(values.fields)).fields),
    });
  };

  return (
    <>
      <BackLink to="/admin/categories">Back to the list</BackLink>
      <Title order={1} size="h2" mb="md">
        New category
      </Title>
      <CategoryForm
        label="New category"
        values={values}
        known={[]}
        errors={errors}
        notice={<FormError error={error} fields={knownParts(values.fields)} />}
        submit="Make the category"
        isPending={isPending}
        onChange={(change) => {
          setValues((before) => ({ ...before, ...change(before) }));
          setErrors({});
        }}
        onSubmit={submit}
        onCancel={toList}
      />
      <LeaveGuard isNeeded={() => values !== start && !isDone.current} />
    </>
  );
}
