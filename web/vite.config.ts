import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const backend = process.env.SEAVERSITY_ORIGIN ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  // `npm run dev` talks to a running stack (`cargo xtask up`).
  server: {
    proxy: {
      "/api": { target: backend, changeOrigin: true },
      "/avatars": { target: backend, changeOrigin: true },
      "/ws": { target: backend, ws: true, changeOrigin: true },
    },
  },
  build: { target: "es2022", sourcemap: false, manifest: true, assetsInlineLimit: 0 },
});
