import { Outlet } from "@tanstack/react-router";
import { SETTINGS_PAGES } from "@/app/pages";
import classes from "@/app/settings-layout.module.css";
import { SubNavigation } from "@/app/sub-navigation";

export function SettingsLayout() {
  return (
    <div className={classes.area}>
      <SubNavigation label="Settings" pages={SETTINGS_PAGES} />
      <Outlet />
    </div>
  );
}
