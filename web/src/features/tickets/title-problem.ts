const MAX_TITLE = 200;

/** What is wrong with a title, as a form says it; null when nothing is. */
export function titleProblem(title: string): string | null {
  if (!title.trim()) return "Say in a few words what is wrong";
  return title.trim().length > MAX_TITLE ? `At most ${MAX_TITLE} characters` : null;
}
