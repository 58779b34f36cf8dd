import { Text, Title } from "@mantine/core";
import { useState } from "react";
import type { CategoryValues } from "@/features/categories/category-edit";
import classes from "@/features/categories/category-preview.module.css";
import { hasOptions, tidyField } from "@/features/categories/field-list";
import type { FieldValues } from "@/shared/api/types";
import { CategoryMark } from "@/shared/ui/category-mark";
import { CustomFieldInput } from "@/shared/ui/custom-field-input";

/** The part of the form for a new ticket that this category makes, to be tried out. */
export function CategoryPreview({ values }: { values: CategoryValues }) {
  const [answers, setAnswers] = useState<FieldValues>({});
  const { name, description, icon, color, fields } = values;
  return (
    <aside className={`sv-card ${classes.preview}`} aria-labelledby="preview">
      <Title order={2} size="h5" id="preview">
        As requesters see it
      </Title>
      <Text size="xs" c="dimmed" mb="md">
        Try it: nothing is sent.
      </Text>
      <div className={classes.head}>
        <CategoryMark category={{ icon, color }} size={38} />
        <div className={classes.words}>
          <span className={classes.name}>{name.trim() || "Name"}</span>
          <span className={classes.about}>{description.trim()}</span>
        </div>
      </div>
      {fields.length === 0 ? (
        <Text size="sm" c="dimmed">
          It asks for a title and a description.
        </Text>
      ) : (
        <div className={classes.fields}>
          {fields.map((field) => {
            // A kind that has changed makes another input, which begins empty.
            const place = `${field.key} ${field.kind}`;
            const shown = tidyField({ ...field, label: field.label.trim() || "New field" });
            const options = hasOptions(field.kind) ? [...new Set(shown.options)] : undefined;
            return (
              <CustomFieldInput
                key={place}
                field={{ ...shown, options }}
                value={answers[place]}
                onChange={(value) => {
                  const { [place]: _before, ...rest } = answers;
                  setAnswers(value === undefined ? rest : { ...rest, [place]: value });
                }}
              />
            );
          })}
        </div>
      )}
    </aside>
  );
}
