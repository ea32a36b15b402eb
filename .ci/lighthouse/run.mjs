// Measures one page of each kind with Lighthouse: accessibility and best
// practice must be 1.00; performance is printed.
//
//   node run.mjs PUBLIC ADDRESS…
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { spawn } from "node:child_process";
import lighthouse from "lighthouse";
import { serve } from "../browser/serve.mjs";

const [root, ...addresses] = process.argv.slice(2);
const site = await serve(root);
const profile = mkdtempSync(join(tmpdir(), "lighthouse-"));
const port = 9222 + (process.pid % 1000);
const chromium = spawn("/usr/bin/chromium", ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", `--user-data-dir=${profile}`,
  `--remote-debugging-port=${port}`, "about:blank"], { stdio: "ignore" });
for (let i = 0; i < 100; i++) {
  if (await fetch(`http://127.0.0.1:${port}/json/version`).then(() => true, () => false)) break;
  await new Promise((done) => setTimeout(done, 100));
}

let passed = 0, failed = 0;
for (const address of addresses) {
  const result = await lighthouse(site.address + address,
    { port, onlyCategories: ["accessibility", "best-practices", "performance"], logLevel: "error" });
  const score = (id) => result.lhr.categories[id].score;
  const bad = ["accessibility", "best-practices"].filter((id) => score(id) !== 1);
  const why = Object.values(result.lhr.audits).filter((a) => a.score !== null && a.score < 1 && bad.some((id) =>
    result.lhr.categories[id].auditRefs.some((r) => r.id === a.id && r.weight > 0))).map((a) => a.id);
  console.log(`/${address}: accessibility ${score("accessibility")}, best practice ${score("best-practices")}, performance ${score("performance")} ${why.join(" ")}`);
  bad.length === 0 ? passed++ : failed++;
}
await new Promise((done) => { chromium.on("exit", done); chromium.kill(); });
site.close();
rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
console.log(`lighthouse: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
