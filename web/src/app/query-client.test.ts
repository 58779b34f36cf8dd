// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { createQueryClient } from "@/app/query-client";
import { ApiError } from "@/shared/api/api-error";

/** How often it is asked where each answer is this one. */
async function asked(status: number): Promise<number> {
  let times = 0;
  await createQueryClient()
    .fetchQuery({
      queryKey: ["any"],
      queryFn: () => {
        times += 1;
        throw new ApiError(status, null);
      },
      retry: createQueryClient().getDefaultOptions().queries?.retry,
      retryDelay: 0,
    })
    .catch(() => undefined);
  return times;
}

test("what is refused is not asked for again; what failed is, twice", async () => {
  expect(await asked(404)).toBe(1);
  expect(await asked(403)).toBe(1);
  expect(await asked(500)).toBe(3);
});
