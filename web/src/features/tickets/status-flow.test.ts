import { expect, test } from "vitest";
import { whyNone } from "@/features/tickets/status-flow";
import type { Status } from "@/shared/api/types";
import { STATUSES } from "@/shared/lib/labels";
import { aTicket } from "@/test/builders";

const SOMEBODY = "usr_1";
const items = (...statuses: Status[]) => statuses.map((status, at) => aTicket(at + 1, { status }));
const offered = (...statuses: Status[]) =>
  STATUSES.filter((next) => whyNone(items(...statuses), next, SOMEBODY) === null);

test("each status leads on to those that the server lets follow it", () => {
  expect(Object.fromEntries(STATUSES.map((status) => [status, offered(status)]))).toEqual({
    OPEN: ["IN_PROGRESS", "CANCELLED"],
    IN_PROGRESS: ["ON_HOLD", "RESOLVED", "CANCELLED"],
    ON_HOLD: ["IN_PROGRESS", "RESOLVED", "CANCELLED"],
    RESOLVED: ["IN_PROGRESS", "CLOSED"],
    CLOSED: ["IN_PROGRESS"],
    CANCELLED: [],
  });
});

test("what one of many may become is offered", () => {
  expect(offered("OPEN", "RESOLVED")).toEqual(["IN_PROGRESS", "CLOSED", "CANCELLED"]);
});

test("whoever raised a ticket may close it at once", () => {
  const own = aTicket(1, { creator: { id: SOMEBODY, name: "Me" } });
  expect(whyNone([own], "CLOSED", SOMEBODY)).toBeNull();
  expect(whyNone([own], "CLOSED", "usr_2")).toBe("Only from resolved");
});

test("it is said why a status is not offered", () => {
  expect(whyNone(items("OPEN"), "ON_HOLD", SOMEBODY)).toBe("Only from in progress");
  expect(whyNone(items("OPEN"), "RESOLVED", SOMEBODY)).toBe("Only from in progress or on hold");
  expect(whyNone(items("CLOSED"), "CANCELLED", SOMEBODY)).toBe(
    "Only from open, in progress or on hold",
  );
  expect(whyNone(items("CLOSED"), "OPEN", SOMEBODY)).toBe("Only new ones are open");
  expect(whyNone(items("OPEN", "OPEN"), "OPEN", SOMEBODY)).toBe("Already open");
});
