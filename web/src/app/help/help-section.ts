import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** A chapter of the help page. */
export interface HelpSection {
  /** Its place in the address. */
  id: string;
  title: string;
  Icon: LucideIcon;
  content: ReactNode;
}
