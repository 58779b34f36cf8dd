import type { components } from "@/api/schema";

type Schemas = components["schemas"];

export type Activity = Schemas["Activity"];
export type Category = Schemas["Category"];
export type Comment = Schemas["Comment"];
export type CustomField = Schemas["CustomField"];
export type BulkFields = Schemas["BulkFields"];
export type ChecklistEntry = Schemas["ChecklistEntry"];
export type ItemLink = Schemas["Link"];
export type ItemName = Schemas["ItemName"];
export type ItemType = Schemas["WorkItemType"];
export type LinkKind = Schemas["LinkKind"];
export type NewTicket = Omit<Schemas["NewWorkItem"], "customFields"> & {
  customFields?: FieldValues;
};
export type NewUser = Schemas["NewUser"];
export type Outcomes = Schemas["Outcomes"];
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
/** What somebody answered to a field that a category asks for; its kind says which of these it is. */
export type FieldValue = string | number | boolean | string[];
export type FieldValues = Record<string, FieldValue>;

/** A ticket or a task. */
export type Ticket = Omit<Schemas["WorkItem"], "customFields"> & { customFields: FieldValues };
export interface TicketDetails {
  ticket: Ticket;
  comments: Page<Comment>;
}
export type TicketPatch = Omit<Schemas["WorkItemPatch"], "customFields"> & {
  customFields?: FieldValues;
};
export type TicketSummary = Schemas["WorkItemSummary"];
export type TwoFactor = Schemas["TwoFactor"];
export type User = Schemas["User"];
export type UserPatch = Schemas["UserPatch"];

/** One page of a list; `nextCursor` is empty after the last. */
export interface Page<T> {
  items: T[];
  nextCursor?: string | null;
}
