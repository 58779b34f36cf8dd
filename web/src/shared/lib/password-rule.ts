/** A rule of the server about a new password, as a sentence: "Is too easy to guess" has no subject. */
export function passwordRule(rule: string): string {
  return `This password ${rule.charAt(0).toLowerCase()}${rule.slice(1)}`;
}
