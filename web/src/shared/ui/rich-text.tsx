import { use } from "react";
import { PictureContext, withPictures } from "@/shared/files/pictures";
import classes from "@/shared/ui/rich-text.module.css";

/**
 * The one place where HTML from the server is put on the page. The server sanitises it when it is
 * written; nothing else may be given to this component.
 */
export function RichText({ html }: { html: string }) {
  const shown = withPictures(html, use(PictureContext));
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by the server, shown here only.
  return <div className={classes.text} dir="auto" dangerouslySetInnerHTML={{ __html: shown }} />;
}
