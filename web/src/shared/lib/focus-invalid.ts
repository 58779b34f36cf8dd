import { flushSync } from "react-dom";

/** Takes the keyboard to the first field of a form that is wrong, once the form shows what is. */
export function focusInvalid(form: HTMLElement | null, show: () => void = () => undefined) {
  flushSync(show);
  const wrong = form?.querySelectorAll<HTMLElement>('[aria-invalid="true"], [data-invalid]') ?? [];
  for (const field of wrong) {
    field.focus();
    // What only frames a field is marked like it, and does not take the keyboard.
    if (document.activeElement === field) return;
  }
}
