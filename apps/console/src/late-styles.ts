import type { Plugin } from "vite";

const ROOT = '<div id="root">';
const STYLES = /\s*<link rel="stylesheet"[^>]*>/g;

/**
 * Puts the page's stylesheets behind its first shapes, which have their own in the page: a browser paints what stands before a
 * stylesheet while that is under way, and runs the page's code only after it. They are asked for at once all the same. They stand before
 * the root, because what the component library sets there has to win.
 */
export function lateStyles(): Plugin {
  return {
    name: "late-styles",
    transformIndexHtml: {
      order: "post",
      handler(html) {
        const styles = [...html.matchAll(STYLES)].map(([link]) => link.trim());
        const early = styles.map((link) => link.replace('rel="stylesheet"', 'rel="preload" as="style"'));
        return html
          .replace(STYLES, "")
          .replace("</title>", `</title>\n    ${early.join("\n    ")}`)
          .replace(ROOT, `${styles.join("\n    ")}\n    ${ROOT}`);
      },
    },
  };
}
