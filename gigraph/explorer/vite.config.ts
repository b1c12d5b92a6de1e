import { defineConfig } from "vite";
import { onePage } from "./one_page";

export default defineConfig({
  plugins: [onePage()],
  build: {
    target: "es2022",
    modulePreload: false,
    assetsInlineLimit: 100_000_000,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 4_000,
  },
});
