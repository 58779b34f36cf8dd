interface MacroVariable {
  name: string;
  label: string;
  /** What a preview without a ticket puts in its place. */
  sample: string;
}

/** What may stand in double braces; mirrors `Variable` of the server. */
export const MACRO_VARIABLES: readonly MacroVariable[] = [
  { name: "requester.firstName", label: "Requester’s first name", sample: "Jonas" },
  { name: "requester.name", label: "Requester’s name", sample: "Jonas Weber" },
  { name: "agent.firstName", label: "Your first name", sample: "Ana" },
  { name: "agent.name", label: "Your name", sample: "Ana Silva" },
  { name: "assignee.name", label: "Assignee’s name", sample: "Ana Silva" },
  { name: "ticket.number", label: "Number", sample: "T-0042" },
  { name: "ticket.title", label: "Title", sample: "The course does not open" },
  { name: "ticket.status", label: "Status", sample: "in progress" },
  { name: "ticket.priority", label: "Priority", sample: "high" },
];

/** The words with samples in the place of the variables; what means nothing stays, to be seen. */
export function withSamples(html: string): string {
  return html.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (whole, name: string) => {
    return MACRO_VARIABLES.find((variable) => variable.name === name)?.sample ?? whole;
  });
}

/** The names in double braces that mean nothing. */
export function unknownVariables(html: string): string[] {
  const names = [...html.matchAll(/\{\{(.*?)\}\}/gs)].map(([, name = ""]) => name.trim());
  return names.filter((name) => !MACRO_VARIABLES.some((variable) => variable.name === name));
}
