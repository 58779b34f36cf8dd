import { Anchor, Select, type SelectProps, Text } from "@mantine/core";
import { useMemo } from "react";
import { browserTimeZone, timeZones } from "@/shared/lib/time-zones";

interface TimeZoneSelectProps extends Omit<SelectProps, "value" | "onChange" | "data"> {
  value: string | null;
  onChange: (zone: string | null) => void;
}

/** All time zones, to be found by a part of the name; the browser's is a click away. */
export function TimeZoneSelect({ value, onChange, ...rest }: TimeZoneSelectProps) {
  const zones = useMemo(
    () => timeZones(value).map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
    [value],
  );
  const own = browserTimeZone();
  return (
    <div>
      <Select
        searchable
        limit={60}
        nothingFoundMessage="No time zone has this name"
        data={zones}
        value={value}
        onChange={onChange}
        {...rest}
      />
      {own && own !== value ? (
        <Text size="sm" mt={6}>
          <Anchor component="button" type="button" inherit onClick={() => onChange(own)}>
            Use {own.replaceAll("_", " ")}
          </Anchor>
          , as this browser does
        </Text>
      ) : null}
    </div>
  );
}
