/** What is wrong with an e-mail address, as far as a browser can tell; null when nothing is. */
export function emailProblem(value: string): string | null {
  return /^\S+@\S+$/.test(value.trim()) ? null : "Enter your e-mail address";
}
