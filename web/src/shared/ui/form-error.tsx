import { Alert } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import { errorMessage } from "@/shared/api/error-message";
import { fieldErrors } from "@/shared/api/field-errors";

interface FormErrorProps {
  error: unknown;
  /** The fields that the form shows: what is said about them stands there. */
  fields?: readonly string[];
}

/** Why a form was refused, where that cannot be said at its fields. */
export function FormError({ error, fields: known = [] }: FormErrorProps) {
  if (!error) return null;
  const { fields, other } = fieldErrors(error, known);
  if (Object.keys(fields).length > 0 && other.length === 0) return null;
  return (
    <Alert color="red" variant="light" icon={<CircleAlert size={18} />} role="alert">
      {errorMessage(error)}
    </Alert>
  );
}
