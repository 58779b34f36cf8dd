/** "Good morning, Maya", by the reader's clock. */
export function greeting(name: string, now: Date): string {
  const hour = now.getHours();
  const time = hour < 5 || hour >= 18 ? "evening" : hour < 12 ? "morning" : "afternoon";
  return `Good ${time}, ${name.trim().split(/\s+/)[0]}`;
}
