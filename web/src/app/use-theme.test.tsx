// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ThemeToggle } from "@/app/theme-toggle";
import { useTheme } from "@/app/use-theme";
import type { Theme } from "@/shared/api/types";
import { renderInApp } from "@/test/render-in-app";

const MANTINE = "mantine-color-scheme-value";

beforeEach(() => localStorage.clear());
afterEach(cleanup);

function Part() {
  useTheme();
  return <ThemeToggle />;
}

/** Holds the settings, and can be unreachable. */
function server(theme: Theme, version: number) {
  const present = { theme, version, isDown: false };
  const sent: (string | null)[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    if (present.isDown && request.method === "PATCH") throw new TypeError("no network");
    if (request.method === "PATCH") {
      sent.push(request.headers.get("If-Match"));
      const body = (await request.json()) as { theme: Theme };
      if (request.headers.get("If-Match") !== `"${present.version}"`) {
        const problem = { type: "/problems/stale", title: "Stale", status: 412, detail: "stale" };
        return Response.json({ ...problem, code: "stale", current: present }, { status: 412 });
      }
      Object.assign(present, body, { version: present.version + 1 });
    }
    return Response.json(present);
  });
  return { present, sent };
}

async function choose(label: string) {
  fireEvent.click(await screen.findByRole("button", { name: "Colour scheme" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: label }, { timeout: 4_000 }));
}

const shown = () => document.documentElement.getAttribute("data-mantine-color-scheme");

test("what was chosen in another browser is put on here", async () => {
  server("DARK", 4);
  await renderInApp(Part);
  await vi.waitFor(() => expect(shown()).toBe("dark"));
  expect(localStorage.getItem(MANTINE), "it is there before the next paint").toBe("dark");
});

test("where nothing was ever chosen, this browser's choice stays", async () => {
  server("SYSTEM", 0);
  localStorage.setItem(MANTINE, "dark");
  const { client } = await renderInApp(Part);
  await vi.waitFor(() => expect(client.getQueryData(["user-settings"])).toBeTruthy());
  expect(localStorage.getItem(MANTINE)).toBe("dark");
});

test("a choice is saved, upon what was changed elsewhere meanwhile", async () => {
  const { present, sent } = server("SYSTEM", 4);
  const { client } = await renderInApp(Part);
  await vi.waitFor(() => expect(client.getQueryData(["user-settings"])).toBeTruthy());
  present.version = 7;
  await choose("Light");
  expect(shown()).toBe("light");
  await vi.waitFor(() => expect(present.theme).toBe("LIGHT"));
  expect(sent).toEqual(['"4"', '"7"']);
});

test("a choice that could not be saved stays here, and is saved the next time", async () => {
  const { present } = server("LIGHT", 4);
  present.isDown = true;
  await renderInApp(Part);
  await choose("Dark");
  expect(shown()).toBe("dark");
  cleanup();
  present.isDown = false;
  await renderInApp(Part);
  await vi.waitFor(() => expect(present.theme).toBe("DARK"));
  expect(shown()).toBe("dark");
});
