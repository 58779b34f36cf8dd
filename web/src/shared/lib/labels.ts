import type { Priority, Role, Status } from "@/shared/api/types";

export const STATUS_LABEL: Record<Status, string> = {
  OPEN: "Open",
  IN_PROGRESS: "In progress",
  ON_HOLD: "On hold",
  RESOLVED: "Resolved",
  CLOSED: "Closed",
  CANCELLED: "Cancelled",
};

export const STATUSES = Object.keys(STATUS_LABEL) as Status[];
export const ACTIVE_STATUSES: readonly Status[] = ["OPEN", "IN_PROGRESS", "ON_HOLD"];

export const PRIORITY_LABEL: Record<Priority, string> = {
  LOW: "Low",
  MEDIUM: "Medium",
  HIGH: "High",
  CRITICAL: "Critical",
};

export const PRIORITIES = Object.keys(PRIORITY_LABEL) as Priority[];

export const ROLE_LABEL: Record<Role, string> = {
  ADMIN: "Admin",
  MANAGER: "Manager",
  AGENT: "Agent",
  USER: "Requester",
};

export const ROLES = Object.keys(ROLE_LABEL) as Role[];
