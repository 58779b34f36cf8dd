import createClient from "openapi-fetch";
import type { paths } from "@/api/schema";
import { ApiError } from "@/shared/api/api-error";
import { toApiError } from "@/shared/api/to-api-error";
import { refreshSession } from "@/shared/session/refresh-session";
import { sessionStore } from "@/shared/session/session-store";

async function send(request: Request, token: string | null): Promise<Response> {
  if (token) request.headers.set("Authorization", `Bearer ${token}`);
  try {
    return await fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(0, null);
  }
}

/** Adds the access token, and on a 401 gets a new one and asks once more. */
export async function authorisedFetch(request: Request): Promise<Response> {
  const token = sessionStore.token();
  const response = await send(request.clone(), token);
  if (response.status !== 401 || !token) return response;
  const fresh = await refreshSession(token);
  return fresh ? send(request, fresh) : response;
}

export const api = createClient<paths>({
  baseUrl: window.location.origin,
  fetch: authorisedFetch,
  querySerializer: { array: { style: "form", explode: false } },
});

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a good answer; an `ApiError` for any other. */
export async function unwrap<T>(request: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await request;
  if (!response.ok) throw toApiError(response, error);
  return data as T;
}
