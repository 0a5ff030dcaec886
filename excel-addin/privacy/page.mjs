// Writes privacy.html, its style and the words of all licences into the folder of the built pages.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { licenceProblems, noticesOf } from "./packages.mjs";
import { said, words } from "./words.mjs";

const PAGE = "privacy.html";
const NOTICES = "notices.txt";
const POLICY = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";
const icon = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%230f548c'/%3E%3Cpath d='M4 12V9m4 3V6m4 6V3' stroke='%23fff' stroke-width='2'/%3E%3C/svg%3E";

const html = (text) => String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
const list = (items) => `<ul>\n${items.map((item) => `<li>${item}</li>`).join("\n")}\n</ul>`;
const code = (text) => `<code>${html(text)}</code>`;

function table(caption, heads, packages) {
  const cells = (tag, row) => row.map((cell) => `<${tag}>${html(cell)}</${tag}>`).join("");
  const rows = packages.map(({ name, version, licence }) => `<tr>${cells("td", [name, version, licence])}</tr>`);
  return `<table>
<caption>${html(caption)}</caption>
<thead><tr>${heads.map((head) => `<th scope="col">${html(head)}</th>`).join("")}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>`;
}

function section(says, facts, { ours, grid }) {
  const [readTitle, reads] = says.read;
  const [staysTitle, stays] = says.stays;
  const [sentTitle, sent] = says.sent;
  return `<section lang="${says.lang}" id="${says.lang}">
<h1>${html(says.title)}</h1>
<p>${html(says.intro)}</p>
<h2>${html(readTitle)}</h2>
${list(reads.map(html))}
<h2>${html(staysTitle)}</h2>
${list(stays.map(html))}
<h2>${html(sentTitle)}</h2>
<p>${html(sent)}</p>
<p>${html(says.server)}</p>
<p>${html(facts.officeJs === null ? says.officeOwn : says.office(facts.officeJs))}</p>
<p>${html(says.google(facts.logging))}</p>
<h2>${html(says.permissions)}</h2>
<h3>${html(says.excel(facts.excelApi))}</h3>
${list([`${code(facts.permission)}: ${html(said(says.permission, facts.permission, "the permission"))}`])}
<h3>${html(says.googleSheets)}</h3>
${list(facts.scopes.map((scope) => `${code(scope)}: ${html(said(says.scope, scope, "the scope"))}`))}
<p>${html(says.page)}</p>
<h2>${html(says.stored)}</h2>
${list([
    ...facts.browserKeys.map((key) => `${code(key)}: ${html(said(says.browserKey, key, "what browsers keep as"))}`),
    ...facts.googleKeys.map((key) => `${code(key)}: ${html(said(says.googleKey, key, "what Google keeps as"))}`),
    html(says.gridStore),
  ])}
<p>${html(says.clear)}</p>
<h2>${html(says.works)}</h2>
<p>${html(says.worksIntro(new Set([...ours, ...grid].map(({ folder }) => folder)).size))} ${html(says.own)} <a href="${NOTICES}">${html(says.notices)}</a></p>
${table(says.ours, says.heads, ours)}
${table(says.grid, says.heads, grid)}
</section>`;
}

/** The page as text; throws in words where something that was found is not named. */
export function privacyHtml(facts, packages, style) {
  if (facts.unclear.length > 0) {
    throw new Error(`What is kept cannot be told from ${facts.unclear.join(", ")}: the privacy page has to name it.`);
  }
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="${style}">
<title>Scorebook: ${html(words.vi.title)} · ${html(words.en.title)}</title>
</head>
<body>
<nav><a href="#vi" lang="vi">Tiếng Việt</a> <a href="#en" lang="en">English</a> <a href="./" lang="vi">${html(words.vi.back)}</a> <a href="./" lang="en">${html(words.en.back)}</a></nav>
<main>
${section(words.vi, facts, packages)}
${section(words.en, facts, packages)}
</main>
</body>
</html>
`;
}

/** Writes the page and what it links to; the names of the files. Throws where something may not ship. */
export function writePrivacy(folder, facts, packages, licence) {
  const all = [...new Map([...packages.ours, ...packages.grid].map((of) => [of.folder, of])).values()];
  const problems = licenceProblems(all);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const css = readFileSync(fileURLToPath(new URL("./privacy.css", import.meta.url)), "utf8");
  const style = `privacy.${createHash("sha256").update(css).digest("hex").slice(0, 8)}.css`;
  writeFileSync(join(folder, style), css);
  writeFileSync(join(folder, NOTICES), noticesOf(all, licence));
  writeFileSync(join(folder, PAGE), privacyHtml(facts, packages, style));
  return [PAGE, NOTICES, style];
}
