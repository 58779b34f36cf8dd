import { Node } from "@tiptap/core";
import { type PictureSource, pictureAddress } from "@/shared/files/pictures";

/** A picture of an attachment: kept by its id, and shown from wherever that is at the time. */
export const Picture = Node.create<{ sourceOf: PictureSource }>({
  name: "picture",
  group: "inline",
  inline: true,
  atom: true,
  draggable: true,
  addOptions: () => ({ sourceOf: () => null }),
  addAttributes: () => ({ src: { default: "" }, alt: { default: "" } }),
  parseHTML: () => [{ tag: 'img[src^="attachment:"]' }],
  renderHTML: ({ HTMLAttributes }) => ["img", HTMLAttributes],
  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement("img");
      dom.alt = node.attrs.alt;
      dom.style.maxWidth = "100%";
      const address = pictureAddress(node.attrs.src, this.options.sourceOf);
      if (address) dom.src = address;
      return { dom };
    };
  },
});
