import type { AccountField, AccountValues } from "@/features/people/account-edit";

/** What is wrong with an account's fields before anybody is asked. */
export function accountProblems({
  email,
  name,
}: AccountValues): Partial<Record<AccountField, string>> {
  return {
    ...(name.trim() ? {} : { name: "Enter the name" }),
    ...(/^\S+@\S+$/.test(email.trim()) ? {} : { email: "Enter an e-mail address" }),
  };
}
