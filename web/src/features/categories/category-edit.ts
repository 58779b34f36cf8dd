import {
  fieldProblems,
  fieldsInWords,
  isSameList,
  mergeFields,
  tidyField,
} from "@/features/categories/field-list";
import type {
  Category,
  CategoryPatch,
  CustomField,
  NewCategory,
  Priority,
  Team,
} from "@/shared/api/types";
import { CATEGORY_ICONS } from "@/shared/lib/category-icons";
import { colorName } from "@/shared/lib/colors";
import { PRIORITY_LABEL } from "@/shared/lib/labels";
import type { MeanwhileChange } from "@/shared/ui/meanwhile-notice";

export interface CategoryValues {
  name: string;
  description: string;
  icon: string | null;
  color: string | null;
  teamId: string | null;
  defaultPriority: Priority | null;
  fields: CustomField[];
}

/** A category while it is edited: what was typed, and the category that it was typed over. */
export interface CategoryEdit {
  over: Category;
  typed: CategoryValues;
}

export function newCategoryValues(teamId: string | null): CategoryValues {
  return {
    name: "",
    description: "",
    icon: null,
    color: null,
    teamId,
    defaultPriority: null,
    fields: [],
  };
}

export function categoryValues(category: Category): CategoryValues {
  const { name, description, icon, color, teamId, defaultPriority, fields } = category;
  return {
    name,
    description: description ?? "",
    icon: icon ?? null,
    color: color ?? null,
    teamId: teamId ?? null,
    defaultPriority: defaultPriority ?? null,
    fields,
  };
}

/** The parts that were changed, as they are to be. */
export function categoryPatch({ over, typed }: CategoryEdit): CategoryPatch {
  const before = categoryValues(over);
  const patch: CategoryPatch = {};
  const [name, description] = [typed.name.trim(), typed.description.trim()];
  if (name !== before.name) patch.name = name;
  if (description !== before.description) patch.description = description || null;
  if (typed.icon !== before.icon) patch.icon = typed.icon;
  if (typed.color !== before.color) patch.color = typed.color;
  if (typed.teamId !== before.teamId) patch.teamId = typed.teamId;
  if (typed.defaultPriority !== before.defaultPriority) {
    patch.defaultPriority = typed.defaultPriority;
  }
  if (!isSameList(typed.fields, before.fields)) patch.fields = typed.fields.map(tidyField);
  return patch;
}

export function newCategory(values: CategoryValues): NewCategory {
  const { icon, color, teamId, defaultPriority, fields } = values;
  return {
    name: values.name.trim(),
    ...(values.description.trim() ? { description: values.description.trim() } : {}),
    ...(icon ? { icon } : {}),
    ...(color ? { color } : {}),
    ...(teamId ? { teamId } : {}),
    ...(defaultPriority ? { defaultPriority } : {}),
    ...(fields.length > 0 ? { fields: fields.map(tidyField) } : {}),
  };
}

/** The edit over the category as it is now: what was typed stays, and what was not touched becomes theirs. */
export function rebaseCategoryEdit({ over, typed }: CategoryEdit, now: Category): CategoryEdit {
  const patch = categoryPatch({ over, typed });
  const theirs = categoryValues(now);
  const isMine = (part: keyof CategoryPatch) => part in patch;
  return {
    over: now,
    typed: {
      name: isMine("name") ? typed.name : theirs.name,
      description: isMine("description") ? typed.description : theirs.description,
      icon: isMine("icon") ? typed.icon : theirs.icon,
      color: isMine("color") ? typed.color : theirs.color,
      teamId: isMine("teamId") ? typed.teamId : theirs.teamId,
      defaultPriority: isMine("defaultPriority") ? typed.defaultPriority : theirs.defaultPriority,
      fields: mergeFields(over.fields, typed.fields, theirs.fields),
    },
  };
}

/** What others have changed since the category was looked at. */
export function categoryChanges(
  before: Category,
  now: Category,
  teams: readonly Team[],
): MeanwhileChange[] {
  const inWords = (category: Category): [label: string, text: string][] => {
    const { icon, teamId, defaultPriority } = category;
    const team = teams.find(({ id }) => id === teamId)?.name ?? "another team";
    return [
      ["Name", category.name],
      ["Description", category.description || "none"],
      ["Icon", icon ? (CATEGORY_ICONS[icon]?.label ?? icon) : "none"],
      ["Colour", colorName(category.color)],
      ["Team", teamId ? team : "none"],
      ["Priority", PRIORITY_LABEL[defaultPriority ?? "MEDIUM"]],
      ["Fields", fieldsInWords(category.fields)],
    ];
  };
  const after = inWords(now);
  return inWords(before)
    .map(([label, text], at) => ({ label, before: text, now: after[at]?.[1] ?? "" }))
    .filter((change) => change.before !== change.now);
}

/** What is wrong before anybody is asked, by the API's names. */
export function categoryProblems(
  { name, teamId, fields }: CategoryValues,
  isTeamNeeded: boolean,
): Record<string, string> {
  return {
    ...(name.trim() ? {} : { name: "Enter the name" }),
    ...(isTeamNeeded && !teamId ? { teamId: "Choose one of your teams" } : {}),
    ...fieldProblems(fields),
  };
}

/** What the form shows, as the API names it. */
export function knownParts(fields: readonly CustomField[]): string[] {
  return [
    "name",
    "description",
    "icon",
    "color",
    "teamId",
    "defaultPriority",
    ...fields.flatMap((_, at) =>
      ["key", "label", "kind", "help", "options"].map((part) => `fields[${at}].${part}`),
    ),
  ];
}
