import { Checkbox } from "@mantine/core";
import { CHANNELS, type Channel, isFixed, TYPES } from "@/features/notifications/preferences";
import classes from "@/features/notifications/preferences-page.module.css";
import type { NotificationType, UserSettings } from "@/shared/api/types";

interface ChannelTableProps {
  settings: UserSettings;
  onChange: (type: NotificationType, channel: Channel, isOn: boolean) => void;
}

/** Each type by the ways in which it is told; on a phone each type is a card. */
export function ChannelTable({ settings, onChange }: ChannelTableProps) {
  return (
    <table className={classes.table} aria-labelledby="channels">
      <thead>
        <tr>
          <th scope="col">What</th>
          {CHANNELS.map(({ channel, label }) => (
            <th key={channel} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {TYPES.map(({ type, label, about }) => (
          <tr key={type} data-type={type}>
            <th scope="row">
              <span className={classes.type}>{label}</span>
              <span className={classes.about}>{about}</span>
            </th>
            {CHANNELS.map((each) => (
              <td key={each.channel}>
                <Checkbox
                  classNames={{ label: classes.channel }}
                  label={
                    <>
                      <span className="sv-visually-hidden">{label}: </span>
                      {each.label}
                    </>
                  }
                  checked={settings.notifications[type][each.channel]}
                  disabled={isFixed(settings, type, each.channel)}
                  onChange={(event) => onChange(type, each.channel, event.currentTarget.checked)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
