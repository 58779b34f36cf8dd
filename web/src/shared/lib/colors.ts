/** Colours that can be told apart beside each other, and seen in both themes. */
export const COLORS: readonly { value: string; name: string }[] = [
  { value: "#2563eb", name: "Blue" },
  { value: "#0369a1", name: "Sky" },
  { value: "#0f766e", name: "Teal" },
  { value: "#15803d", name: "Green" },
  { value: "#a16207", name: "Gold" },
  { value: "#b45309", name: "Amber" },
  { value: "#c2410c", name: "Orange" },
  { value: "#b91c1c", name: "Red" },
  { value: "#be185d", name: "Pink" },
  { value: "#a21caf", name: "Magenta" },
  { value: "#7c3aed", name: "Violet" },
  { value: "#4f46e5", name: "Indigo" },
];

/** What people read for a colour. */
export function colorName(value: string | null | undefined): string {
  if (!value) return "none";
  return COLORS.find((each) => each.value === value.toLowerCase())?.name.toLowerCase() ?? value;
}
