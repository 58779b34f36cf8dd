import { useMutation, useQueryClient } from "@tanstack/react-query";
import { putComment, removeComment } from "@/features/tickets/ticket-cache";
import { ticketKey } from "@/features/tickets/use-ticket";
import { api, unwrap } from "@/shared/api/client";
import type { Comment, TicketDetails } from "@/shared/api/types";

function useShown(ref: string) {
  const client = useQueryClient();
  return (workItemId: string, change: (details: TicketDetails) => TicketDetails) => {
    client.setQueryData<TicketDetails>(ticketKey(ref), (details) => details && change(details));
    void client.invalidateQueries({ queryKey: ["activity", workItemId] });
  };
}

export function useEditComment(ref: string, { id }: Comment) {
  const show = useShown(ref);
  return useMutation({
    mutationFn: (content: string): Promise<Comment> =>
      unwrap(api.PATCH("/api/comments/{id}", { params: { path: { id } }, body: { content } })),
    onSuccess: (comment) => show(comment.workItemId, (details) => putComment(details, comment)),
  });
}

export function useDeleteComment(ref: string) {
  const show = useShown(ref);
  return useMutation({
    mutationFn: ({ id }: Comment) =>
      unwrap(api.DELETE("/api/comments/{id}", { params: { path: { id } } })),
    onSuccess: (_answer, { id, workItemId }) =>
      show(workItemId, (details) => removeComment(details, id)),
  });
}
