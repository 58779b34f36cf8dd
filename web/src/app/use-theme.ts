import { type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { saveTheme, useUserSettings } from "@/features/notifications/use-user-settings";
import type { Theme } from "@/shared/api/types";
import { draft } from "@/shared/lib/draft";

const SCHEME_OF: Record<Theme, MantineColorScheme> = {
  SYSTEM: "auto",
  LIGHT: "light",
  DARK: "dark",
};

const THEME_OF: Record<MantineColorScheme, Theme> = {
  auto: "SYSTEM",
  light: "LIGHT",
  dark: "DARK",
};

/** What was chosen here and not yet told to the server. */
const UNSAVED = "theme";

function useSaveTheme() {
  const client = useQueryClient();
  return useMutation({
    // One after the other: the last choice is the one that stays.
    scope: { id: "theme" },
    mutationFn: (theme: Theme) => saveTheme(client, theme),
    // Where it fails, this browser has it all the same, and tells it when the app is loaded next.
    onSuccess: (_settings, theme) => {
      if (draft.read(UNSAVED) === theme) draft.clear(UNSAVED);
    },
  });
}

/** Chooses a colour scheme: at once here, and for the person's other browsers without waiting for it. */
export function useChooseColorScheme() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { mutate } = useSaveTheme();
  const choose = (scheme: MantineColorScheme) => {
    setColorScheme(scheme);
    draft.write(UNSAVED, THEME_OF[scheme]);
    mutate(THEME_OF[scheme]);
  };
  return { colorScheme, choose };
}

/** Puts on what the person has chosen, be it in another browser; mounted once, in the shell. */
export function useTheme() {
  const { setColorScheme } = useMantineColorScheme();
  const { mutate } = useSaveTheme();
  const { data: settings } = useUserSettings();
  // Until something is chosen, the browser's own choice stays.
  const theme = settings && (settings.version > 0 ? settings.theme : null);

  const putOn = useEffectEvent((chosen: Theme | null) => {
    const unsaved = draft.read<Theme>(UNSAVED);
    if (unsaved) mutate(unsaved);
    else if (chosen) setColorScheme(SCHEME_OF[chosen]);
  });
  useEffect(() => {
    if (theme !== undefined) putOn(theme);
  }, [theme]);
}
