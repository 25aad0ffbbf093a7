// The three pictures of the README: `npm run screenshots`, after `dotnet build service`. The samples of the start page, as wide as the pane of Excel.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("..", import.meta.url));
const images = join(root, "docs/images");
const data = mkdtempSync(join(tmpdir(), "lc-screenshots-"));
mkdirSync(images, { recursive: true });

const service = spawn("dotnet", [join(root, "service/bin/Debug/net10.0/LearningCity.Docs.dll"), "--urls", "http://127.0.0.1:0"], {
  env: { ...process.env, OfficeJs__Source: "self", Data__Folder: data },
  stdio: ["ignore", "ignore", "pipe"],
});
const address = await new Promise((resolve, reject) => {
  let said = "";
  service.stderr.on("data", chunk => {
    said += String(chunk);
    const found = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(said);
    if (found) resolve(found[0]);
  });
  service.once("exit", code => reject(new Error(`The service ended with ${code}: ${said}`)));
});

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  const page = await browser.newPage({ locale: "vi-VN", viewport: { width: 350, height: 640 }, deviceScaleFactor: 2, colorScheme: "light" });
  await page.goto(address);
  await page.getByRole("tab", { name: "Kiểm tra" }).waitFor();
  await page.locator("input[type=file]").first().setInputFiles(join(root, "templates/samples/phu-luc-iiib.mistakes.xlsx"));
  await page.getByText("Đã kiểm tra lúc").waitFor();
  await page.getByRole("heading", { name: "Kết quả kiểm tra" }).scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 330);
  await picture("kiem-tra");
  for (const [tab, name] of [["Đánh giá", "danh-gia"], ["Tạo văn bản", "tao-van-ban"]]) {
    await page.getByRole("tab", { name: tab }).click();
    await page.evaluate(() => scrollTo(0, 0));
    await picture(name);
  }

  async function picture(name) {
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(1000);
    await page.screenshot({ path: join(images, `${name}.png`) });
  }
} finally {
  await browser.close();
  service.removeAllListeners("exit");
  service.kill();
  rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
