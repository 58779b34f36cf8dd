import { Skeleton } from "@mantine/core";
import { lazy, Suspense } from "react";
import type { DateTimeFieldProps } from "@/shared/ui/date-time-field";

const Field = lazy(() => import("@/shared/ui/date-time-field"));

export function LazyDateTimeField(props: DateTimeFieldProps) {
  return (
    <Suspense fallback={<Skeleton height={60} radius={8} />}>
      <Field {...props} />
    </Suspense>
  );
}
