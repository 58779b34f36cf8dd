import { environment, type Role } from "./environment.ts";

/** What a test needs to be there already: made over HTTP, as the app would. */
export class Api {
  private constructor(private readonly token: string) {}

  static async of(role: Role): Promise<Api> {
    const answer = await fetch(`${environment.baseUrl}/api/auth/login`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ email: environment.emails[role], password: environment.password }),
    });
    const { accessToken } = (await answer.json()) as { accessToken: string };
    return new Api(accessToken);
  }

  async get<T>(path: string): Promise<T> {
    return this.send("GET", path);
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    return this.send("POST", path, body);
  }

  /** Changes what is at this version, where it has versions. */
  async patch<T>(path: string, body: unknown, version?: number): Promise<T> {
    const headers: Record<string, string> =
      version === undefined ? {} : { "If-Match": `"${version}"` };
    return this.send("PATCH", path, body, headers);
  }

  /** Raises a ticket in the category of this name; answers its number. */
  async ticket(title: string, category = "Course access"): Promise<string> {
    const { items } = await this.get<{ items: { id: string; name: string }[] }>(
      "/api/categories?limit=100",
    );
    const categoryId = items.find(({ name }) => name === category)?.id;
    const { number } = await this.post<{ number: string }>("/api/tickets", { title, categoryId });
    return number;
  }

  private async send<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<T> {
    const answer = await fetch(environment.baseUrl + path, {
      method,
      headers: {
        Authorization: `Bearer ${this.token}`,
        "Content-Type": "application/json",
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  }
}
