// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { allPages } from "@/shared/reference/all-pages";
import { peopleOfRoles, STAFF } from "@/shared/reference/people-of-roles";
import { staffQuery } from "@/shared/reference/use-staff";
import { aUser } from "@/test/builders";

/** Two agents on two pages, and one of every other role; answers what was asked for. */
function server() {
  const asked: URLSearchParams[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const query = new URL(request.url).searchParams;
    asked.push(query);
    const role = query.get("role");
    if (role === "AGENT" && !query.get("cursor")) {
      return Response.json({ items: [aUser(1, { name: "Zoe" })], nextCursor: "more" });
    }
    return Response.json({ items: [aUser(asked.length, { name: `A ${role}` })] });
  });
  return asked;
}

const { signal } = new AbortController();

test("staff are read role by role, the active ones alone, and never all people", async () => {
  const asked = server();
  const people = await peopleOfRoles(STAFF, { isActive: true, signal });
  expect(people.map(({ name }) => name)).toEqual(["A ADMIN", "A AGENT", "A MANAGER", "Zoe"]);
  expect(asked.map((query) => query.get("role")).sort()).toEqual([
    "ADMIN",
    "AGENT",
    "AGENT",
    "MANAGER",
  ]);
  expect(asked.every((query) => query.get("isActive") === "true")).toBe(true);
});

test("whoever can be given a ticket of no team is of the staff", async () => {
  const asked = server();
  const { queryFn } = staffQuery(null);
  await (queryFn as (context: { signal: AbortSignal }) => Promise<unknown>)({ signal });
  expect(asked.every((query) => STAFF.some((role) => role === query.get("role")))).toBe(true);
});

test("a list without an end ends", async () => {
  let pages = 0;
  const items = await allPages(async () => {
    pages += 1;
    return { items: [pages], nextCursor: "more" };
  }, 3);
  expect(items).toEqual([1, 2, 3]);
});
