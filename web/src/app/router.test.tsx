// @vitest-environment happy-dom
import { QueryClient } from "@tanstack/react-query";
import { beforeEach, expect, test } from "vitest";
import { createAppRouter } from "@/app/router";
import { aUser } from "@/test/builders";
import { signIn } from "@/test/render-in-app";

beforeEach(() => signIn(aUser(1)));

test.each([
  ["/tickets/430", "/tickets/T-0430"],
  ["/tickets/0430", "/tickets/T-0430"],
  ["/tickets/t-430", "/tickets/T-0430"],
  ["/tickets/T-0430", "/tickets/T-0430"],
  ["/tickets/TASK-0001", "/tasks/TASK-0001"],
  ["/tickets/tkt_1", "/tickets/tkt_1"],
  ["/tasks/1", "/tasks/TASK-0001"],
  ["/tasks/T-0430", "/tickets/T-0430"],
  ["/tasks/T-430?tab=activity", "/tickets/T-0430?tab=activity"],
])("%s leads to %s", async (asked, address) => {
  window.history.replaceState(null, "", asked);
  const router = createAppRouter(new QueryClient());
  await router.load();
  expect(router.state.location.href).toBe(address);
});
