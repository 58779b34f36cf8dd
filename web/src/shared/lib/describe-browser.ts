const BROWSERS: [RegExp, string][] = [
  [/\bEdgA?\/|\bEdgiOS\//, "Edge"],
  [/\bOPR\/|\bOpera\b/, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bVivaldi\//, "Vivaldi"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/Chrome\/|\bChromium\/|\bCriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const SYSTEMS: [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMacintosh\b|\bMac OS X\b/, "Mac"],
  [/\bLinux\b|\bX11\b/, "Linux"],
];

export interface BrowserDescription {
  /** "Firefox on Windows" */
  name: string;
  isMobile: boolean;
}

function find(table: [RegExp, string][], text: string): string | undefined {
  return table.find(([pattern]) => pattern.test(text))?.[1];
}

/** What a browser calls itself, in simple words; the order of the tables matters, since most claim to be others too. */
export function describeBrowser(userAgent?: string | null): BrowserDescription {
  const text = userAgent?.trim() ?? "";
  const browser = find(BROWSERS, text);
  const system = find(SYSTEMS, text);
  const isMobile = /\b(iPhone|iPad|Android|Mobile)\b/.test(text);
  if (browser && system) return { name: `${browser} on ${system}`, isMobile };
  const known = browser ?? system;
  if (known) return { name: known, isMobile };
  // A program says its name first: "curl/8.5.0".
  const program = /^[\w.-]+/.exec(text)?.[0];
  return { name: program ?? "An unknown browser", isMobile };
}
