// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { PeopleFilter } from "@/features/people/people-filter";
import { PeopleList } from "@/features/people/people-list";
import { aUser } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

afterEach(cleanup);

const onFilter = vi.fn<(filter: PeopleFilter) => void>();

/** Shows the list; answers the addresses that people were asked for at. */
async function list(filter: PeopleFilter, people: () => Response) {
  onFilter.mockClear();
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    if (pathname !== "/api/users") return Response.json({ items: [], nextCursor: null });
    asked.push(search);
    return people();
  });
  await renderInApp(() => <PeopleList filter={filter} onFilter={onFilter} />);
  await screen.findByLabelText("Name or e-mail");
  return asked;
}

const page = (...numbers: number[]) =>
  Response.json({ items: numbers.map((number) => aUser(number)), nextCursor: null });

test("the filter goes to the server, and a person's name leads to the person", async () => {
  const asked = await list({ name: "An", role: "AGENT", status: "deactivated" }, () => page(7));
  const link = await screen.findByRole("link", { name: "Person 7" });
  expect(link.getAttribute("href")).toBe(`/people/${aUser(7).id}`);
  expect(asked).toEqual(["?search=An&role=AGENT&isActive=false&limit=30"]);
});

test("what is typed is asked for once the typing pauses", async () => {
  await list({ role: "AGENT" }, () => page(7));
  const field = screen.getByLabelText("Name or e-mail");
  fireEvent.change(field, { target: { value: "A" } });
  fireEvent.change(field, { target: { value: "Am " } });
  expect(onFilter).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(onFilter).toHaveBeenCalled());
  expect(onFilter.mock.calls).toEqual([[{ role: "AGENT", name: "Am" }]]);
});

test("where nobody matches, everybody can be shown", async () => {
  await list({ name: "Zz" }, () => page());
  fireEvent.click(await screen.findByRole("button", { name: "Show everybody" }));
  expect(onFilter).toHaveBeenCalledWith({});
});

test("what could not be loaded is tried again", async () => {
  let isUp = false;
  const asked = await list({}, () => (isUp ? page(7) : Response.json({}, { status: 500 })));
  await screen.findByText("The people could not be loaded");
  isUp = true;
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("link", { name: "Person 7" })).toBeTruthy();
  expect(asked).toHaveLength(2);
});
