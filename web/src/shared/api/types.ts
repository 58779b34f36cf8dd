import type { components, operations } from "@/api/schema";

type Schemas = components["schemas"];

/** Actions of one kind, by which feeds are sifted. */
export type ActionGroup = NonNullable<
  NonNullable<operations["list_activity"]["parameters"]["query"]>["group"]
>;
export type Activity = Schemas["Activity"];
export type AddedComment = Schemas["AddedComment"];
export type Attachment = Schemas["Attachment"];
export type Category = Schemas["Category"];
export type CategoryPatch = Schemas["CategoryPatch"];
export type Channels = Schemas["Channels"];
export type Comment = Schemas["Comment"];
export type FieldKind = Schemas["FieldKind"];
export type CustomField = Schemas["CustomField"];
export type BulkFields = Schemas["BulkFields"];
export type ChecklistEntry = Schemas["ChecklistEntry"];
export type FeedEntry = Schemas["FeedEntry"];
export type ItemLink = Schemas["Link"];
export type ItemName = Schemas["ItemName"];
export type ItemType = Schemas["WorkItemType"];
export type LinkKind = Schemas["LinkKind"];
export type ItemCount = Schemas["ItemCount"];
export type Macro = Schemas["Macro"];
export type MacroActions = Schemas["MacroActions"];
export type MacroOutcome = Omit<Schemas["MacroOutcome"], "item"> & { item: Ticket };
export type MacroPatch = Schemas["MacroPatch"];
export type MacroPreview = Schemas["MacroPreview"];
export type NewMacro = Schemas["NewMacro"];
export type NewTicket = Omit<Schemas["NewWorkItem"], "customFields"> & {
  customFields?: FieldValues;
};
export type NewCategory = Schemas["NewCategory"];
export type NewTeam = Schemas["NewTeam"];
export type NewView = Schemas["NewView"];
export type NewUser = Schemas["NewUser"];
export type Outcomes = Schemas["Outcomes"];
export type Notification = Schemas["Notification"];
export type NotificationType = Schemas["NotificationType"];
export type PersonRef = Schemas["PersonRef"];
export type Priority = Schemas["Priority"];
export type Problem = Schemas["Problem"];
export type ProposedSecret = Schemas["ProposedSecret"];
export type PushSubscription = Schemas["PushSubscription"];
export type PushSubscriptions = Schemas["PushSubscriptions"];
export type RecoveryCodes = Schemas["RecoveryCodes"];
export type Role = Schemas["Role"];
export type SavedView = Schemas["SavedView"];
export type Session = Schemas["Session"];
export type Sharing = Schemas["Sharing"];
export type SignIn = Schemas["SignIn"];
export type Sort = Schemas["Sort"];
export type SortOrder = Schemas["SortOrder"];
export type Status = Schemas["Status"];
export type SystemSettings = Schemas["SystemSettings"];
export type SystemSettingsPatch = Schemas["SystemSettingsPatch"];
export type Team = Schemas["Team"];
export type TeamPatch = Schemas["TeamPatch"];
export type TeamStatistics = Schemas["TeamStatistics"];
/** What somebody answered to a field that a category asks for; its kind says which of these it is. */
export type FieldValue = string | number | boolean | string[];
export type FieldValues = Record<string, FieldValue>;

/** A ticket or a task. */
export type Ticket = Omit<Schemas["WorkItem"], "customFields"> & { customFields: FieldValues };
export interface TicketDetails {
  ticket: Ticket;
  comments: Page<Comment>;
  /** Whether the reader hears no more of it. */
  isMuted: boolean;
}
export type TicketPatch = Omit<Schemas["WorkItemPatch"], "customFields"> & {
  customFields?: FieldValues;
};
export type TicketSummary = Schemas["WorkItemSummary"];
export type Theme = Schemas["Theme"];
export type TwoFactor = Schemas["TwoFactor"];
export type UnreadCount = Schemas["UnreadCount"];
export type Upload = Schemas["Upload"];
export type User = Schemas["User"];
export type UserPatch = Schemas["UserPatch"];
export type UserSettings = Omit<Schemas["UserSettings"], "notifications"> & {
  notifications: Record<NotificationType, Channels>;
};
export type UserSettingsPatch = Omit<Schemas["UserSettingsPatch"], "notifications"> & {
  notifications?: Partial<Record<NotificationType, Partial<Channels>>>;
};
export type Weekday = Schemas["Weekday"];
export type ViewFilter = Schemas["ViewFilter"];
export type ViewPatch = Schemas["ViewPatch"];
export type WorkFigures = Schemas["WorkFigures"];

/** One page of a list; `nextCursor` is empty after the last. */
export interface Page<T> {
  items: T[];
  nextCursor?: string | null;
}
