// Puts the built script and styles into the page, with a policy that lets this script alone run and nothing be fetched.
import { createHash } from "node:crypto";
import type { Plugin } from "vite";

// What the page may do: run its own script, known by its digest, and style itself. No address to load from or send to.
const policy = (script: string) =>
  [
    "default-src 'none'",
    `script-src 'sha256-${createHash("sha256").update(script, "utf8").digest("base64")}'`,
    "style-src 'unsafe-inline'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

export function onePage(): Plugin {
  return {
    name: "one-page",
    enforce: "post",
    apply: "build",
    generateBundle(_, bundle) {
      const page = bundle["index.html"];
      if (page?.type !== "asset") throw new Error("there is no index.html to put things into");
      let script = "";
      let styles = "";
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type === "chunk") script += file.code;
        else if (name.endsWith(".css")) styles += String(file.source);
        if (name !== "index.html") delete bundle[name];
      }
      // "</script" within a string of the script would end it.
      script = script.replaceAll("</script", "<\\/script");
      page.source = String(page.source)
        .replace(/\s*<script type="module"[^>]*><\/script>/, "")
        .replace(/\s*<link rel="stylesheet"[^>]*>/, "")
        .replace("<!-- policy -->", () => `<meta http-equiv="Content-Security-Policy" content="${policy(script)}">`)
        .replace("</head>", () => `<style>${styles}</style>\n</head>`)
        .replace("</body>", () => `<script type="module">${script}</script>\n</body>`);
    },
  };
}
