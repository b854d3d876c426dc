// Open one page of an e-book at several widths and print where the cells of its rows stand, as JSON.
//   node rows.mjs MODULES BROWSER URL PICTURES WIDTH...
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, executablePath, url, pictures, ...widths] = process.argv.slice(2);
const entry = join(modules, "puppeteer-core/lib/esm/puppeteer/puppeteer-core.js");
const { default: puppeteer } = await import(pathToFileURL(entry).href);
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox"] });
const seen = {};
try {
  for (const width of widths.map(Number)) {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 760 });
    await page.goto(url, { waitUntil: "networkidle0" });
    await page.screenshot({ path: join(pictures, `${width}.png`), fullPage: true });
    seen[width] = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      face: [...document.fonts].filter((face) => face.status === "loaded").map((face) => face.family),
      rows: [...document.querySelectorAll("div.row")].map((row) =>
        [...row.querySelectorAll(":scope > .cell:not(.empty)")].map((cell) => {
          const box = cell.getBoundingClientRect();
          const words = cell.querySelector("p").getBoundingClientRect();
          return { left: box.left, right: box.right, top: box.top, bottom: box.bottom, words: words.top };
        })
      ),
      callers: [...document.querySelectorAll("a.caller")].map((caller) => {
        const word = caller.closest(".bound").firstChild;
        const range = document.createRange();
        range.selectNodeContents(word);
        const before = [...range.getClientRects()].at(-1);
        return { bottom: before.bottom, top: before.top, middle: (caller.getBoundingClientRect().top + caller.getBoundingClientRect().bottom) / 2 };
      }),
    }));
    await page.close();
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen));
