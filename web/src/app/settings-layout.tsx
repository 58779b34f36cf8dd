import { Outlet } from "@tanstack/react-router";
import { settingsPages } from "@/app/pages";
import classes from "@/app/settings-layout.module.css";
import { SubNavigation } from "@/app/sub-navigation";
import { useCurrentUser } from "@/shared/session/use-current-user";

export function SettingsLayout() {
  return (
    <div className={classes.area}>
      <SubNavigation label="Settings" pages={settingsPages(useCurrentUser())} />
      <Outlet />
    </div>
  );
}
