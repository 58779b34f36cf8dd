import { ApiError } from "@/shared/api/api-error";
import type { Problem } from "@/shared/api/types";

function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "title" in body && "status" in body;
}

/** Seconds from a `Retry-After` header, which is either a number or a date. */
export function retryAfterSeconds(value: string | null, now = Date.now()): number | null {
  if (!value) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds));
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000));
}

/** `body` is what openapi-fetch made of a failed answer: an object, or text if it was no JSON. */
export function toApiError(response: Response, body: unknown): ApiError {
  return new ApiError(
    response.status,
    isProblem(body) ? body : null,
    retryAfterSeconds(response.headers.get("Retry-After")),
  );
}
