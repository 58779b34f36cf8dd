import type { components } from "@/api/schema";

type Schemas = components["schemas"];

export type Activity = Schemas["Activity"];
export type Category = Schemas["Category"];
export type Comment = Schemas["Comment"];
export type NewTicket = Schemas["NewWorkItem"];
export type NewUser = Schemas["NewUser"];
export type Notification = Schemas["Notification"];
export type PersonRef = Schemas["PersonRef"];
export type Priority = Schemas["Priority"];
export type Problem = Schemas["Problem"];
export type ProposedSecret = Schemas["ProposedSecret"];
export type RecoveryCodes = Schemas["RecoveryCodes"];
export type Role = Schemas["Role"];
export type Session = Schemas["Session"];
export type SignIn = Schemas["SignIn"];
export type Status = Schemas["Status"];
export type Team = Schemas["Team"];
export type Ticket = Schemas["WorkItem"];
export type TicketDetails = Schemas["TicketDetails"];
export type TicketPatch = Schemas["WorkItemPatch"];
export type TicketSummary = Schemas["WorkItemSummary"];
export type TwoFactor = Schemas["TwoFactor"];
export type User = Schemas["User"];
export type UserPatch = Schemas["UserPatch"];

/** One page of a list; `nextCursor` is empty after the last. */
export interface Page<T> {
  items: T[];
  nextCursor?: string | null;
}
