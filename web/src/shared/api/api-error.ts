import type { Problem } from "@/shared/api/types";

/**
 * A request that did not succeed. `status` is 0 when no answer came at all, so that "offline" is
 * told apart from a refusal.
 */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem | null;
  readonly retryAfterSeconds: number | null;

  constructor(status: number, problem: Problem | null, retryAfterSeconds: number | null = null) {
    super(problem?.detail ?? problem?.title ?? `The server answered ${status}`);
    this.name = "ApiError";
    this.status = status;
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get isOffline(): boolean {
    return this.status === 0;
  }
}

export function isApiError(error: unknown): error is ApiError {
  return error instanceof ApiError;
}

export function hasStatus(error: unknown, status: number): boolean {
  return isApiError(error) && error.status === status;
}

/** What stands now, where a change came too late; the server sends it in the shape in which it is read. */
export function overtaking<Read>(error: unknown): Read | null {
  if (!hasStatus(error, 412) || !isApiError(error)) return null;
  return (error.problem?.current as Read | undefined) ?? null;
}
