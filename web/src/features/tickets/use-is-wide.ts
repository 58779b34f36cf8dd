import { useMediaQuery } from "@mantine/hooks";

/** Room for a table. */
export function useIsWide() {
  return useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });
}

/** Room for a ticket beside the list. */
export function useIsVeryWide() {
  return useMediaQuery("(min-width: 75em)", true, { getInitialValueInEffect: false });
}
