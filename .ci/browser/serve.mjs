// Serves a folder on loopback below a base path, as inside a portal.
import { createServer } from "node:http";
import { readFileSync, statSync } from "node:fs";
import { join, extname, sep } from "node:path";

const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml",
  ".json": "application/json", ".csv": "text/csv", ".png": "image/png", ".woff2": "font/woff2", ".txt": "text/plain" };

// serve returns the address of the folder, with a slash at its end, and a
// function that ends the service.
export async function serve(root, base = "/") {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    try {
      if (!path.startsWith(base) || path.includes("..")) throw new Error("outside");
      let file = join(root, path.slice(base.length).split("/").join(sep));
      if (statSync(file).isDirectory()) file = join(file, "index.html");
      response.writeHead(200, { "Content-Type": types[extname(file)] ?? "application/octet-stream" });
      response.end(readFileSync(file));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { address: `http://127.0.0.1:${server.address().port}${base}`, close: () => server.close() };
}
