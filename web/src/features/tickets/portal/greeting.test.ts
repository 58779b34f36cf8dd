import { expect, test } from "vitest";
import { greeting } from "@/features/tickets/portal/greeting";

test.each([
  [5, "Good morning, Maya"],
  [12, "Good afternoon, Maya"],
  [18, "Good evening, Maya"],
  [2, "Good evening, Maya"],
])("at %i o’clock one says %s", (hour, said) => {
  expect(greeting(" Maya Okafor", new Date(2026, 0, 5, hour))).toBe(said);
});
