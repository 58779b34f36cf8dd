import { useMediaQuery } from "@mantine/hooks";

/** Room for a table. */
export function useIsWide() {
  return useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });
}

/** No room for a ticket's details beside its conversation; less so where it stands beside a list. */
export function useIsNarrow(isBeside: boolean) {
  return useMediaQuery(isBeside ? "(max-width: 87em)" : "(max-width: 62em)", false, {
    getInitialValueInEffect: false,
  });
}

/** Room for a ticket beside the list. */
export function useIsVeryWide() {
  return useMediaQuery("(min-width: 75em)", true, { getInitialValueInEffect: false });
}
