import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  Menu,
  Notification,
} from "@mantine/core";

// Shade 5 is the brand's blue, for accents. Text and filled buttons use shade 6: the brand's blue on
// white is 3.0:1, and 4.5:1 is needed.
const sea: MantineColorsTuple = [
  "#e6f7ff",
  "#cdebff",
  "#9bd6ff",
  "#66c2ff",
  "#3db1ff",
  "#0099ff",
  "#0067b3",
  "#005a9e",
  "#004c86",
  "#003a66",
];

// Mantine's own greys are too light for text: shade 6 is "dimmed", shade 5 a placeholder.
const gray: MantineColorsTuple = [
  "#f9fafb",
  "#f3f4f6",
  "#e5e7eb",
  "#d1d5db",
  "#a9b1bd",
  "#6b7280",
  "#566070",
  "#4a5568",
  "#2d3748",
  "#111827",
];

// Text, dimmed, placeholder, borders, hover, surface, page, deeper.
const dark: MantineColorsTuple = [
  "#f3f5f8",
  "#d8dee6",
  "#b3bdca",
  "#9aa6b5",
  "#46536a",
  "#374151",
  "#28334a",
  "#1b2536",
  "#141c2a",
  "#0e141f",
];

export const theme = createTheme({
  primaryColor: "sea",
  primaryShade: 6,
  colors: { sea, gray, dark },
  black: "#1a2433",
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  headings: { fontWeight: "650" },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  focusRing: "auto",
  components: {
    // Mantine would first focus an element of its own, which a menu may not hold; so it is the first item.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Notification: Notification.extend({
      defaultProps: { closeButtonProps: { "aria-label": "Dismiss" } },
    }),
  },
});

/** Where Mantine's own choice is too pale to read, or too dark to see. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { "--mantine-color-error": "#b42318" },
  dark: {
    "--mantine-color-error": "#ff9c94",
    "--mantine-color-sea-light": "rgb(51 173 255 / 16%)",
    "--mantine-color-sea-light-hover": "rgb(51 173 255 / 24%)",
    "--mantine-color-sea-light-color": "#8fd0ff",
  },
});
