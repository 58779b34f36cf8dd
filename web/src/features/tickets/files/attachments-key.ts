export function attachmentsKey(ticketId: string) {
  return ["attachments", ticketId] as const;
}
