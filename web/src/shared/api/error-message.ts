import { isApiError } from "@/shared/api/api-error";

/** What a person is told about a failed request. */
export function errorMessage(error: unknown): string {
  if (!isApiError(error)) return "Something unexpected happened. Please try again.";
  if (error.isOffline) return "No connection to Seaversity. Check your network and try again.";
  if (error.status === 429) {
    return `Too many attempts. Please try again ${retryTime(error.retryAfterSeconds)}.`;
  }
  if (error.status >= 500) return "Seaversity could not do that just now. Please try again.";
  const rule = error.problem?.errors?.map(({ field, rule }) => `${field} ${rule}`).join("; ");
  const text = rule || error.problem?.detail || error.message;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function retryTime(seconds: number | null): string {
  if (seconds === null) return "in a few minutes";
  if (seconds < 60) return `in ${Math.max(1, seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "in a minute" : `in ${minutes} minutes`;
}
