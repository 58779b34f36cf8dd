import { Mention } from "@tiptap/extension-mention";

/** How the server keeps who is mentioned: `<span data-type="mention" data-id="usr_…">@Name</span>`. */
export const MentionNode = Mention.extend({
  addAttributes() {
    return {
      id: {
        default: null,
        parseHTML: (element) => element.getAttribute("data-id"),
        renderHTML: ({ id }) => ({ "data-id": id }),
      },
      label: {
        default: "",
        parseHTML: (element) => element.textContent?.replace(/^@/, "") ?? "",
        rendered: false,
      },
    };
  },
  renderHTML({ node, HTMLAttributes }) {
    return ["span", { "data-type": "mention", ...HTMLAttributes }, `@${node.attrs.label}`];
  },
});
