import { OFFICE_STATUS } from "../office-error.ts";
import type { OfficeRoute } from "./office-route.ts";

const STYLE =
  "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}pre{background:#f4f4f4;padding:.75rem;overflow:auto}" +
  "h2{font-size:1.05rem;margin-top:2rem}code{font-size:.95em}table{border-collapse:collapse}td,th{padding:.2rem .8rem .2rem 0;text-align:left;vertical-align:top}";

/** The API's document as a page that needs no script: what `/openapi.json` says, for people. */
export function officeDocs(name: string, routes: readonly OfficeRoute[]): string {
  const title = `Back office of ${escaped(name)}`;
  const problems = Object.entries(OFFICE_STATUS).map(
    ([code, [number, status, meaning]]) =>
      `<tr><td>${status}</td><td><code>${code}</code></td><td>${number}</td><td>${escaped(meaning)}</td></tr>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body>
<h1>${title}</h1>
<p>Each request carries <code>Authorization: Bearer TOKEN</code>, the token of an app. Amounts are strings of minor units. The same as a document for machines: <a href="/openapi.json">/openapi.json</a>.</p>
${routes.map(routeSection).join("\n")}
<h2>Refusals</h2><table><tr><th>status</th><th>code</th><th>number</th><th>meaning</th></tr>${problems.join("")}</table>
</body></html>
`;
}

function routeSection({ method, path, operation, summary, query, body, isOnce, status, answer, schemas }: OfficeRoute): string {
  const shape = (schema: unknown): string => `<pre>${escaped(JSON.stringify(schema, null, 2))}</pre>`;
  return [
    `<section id="${operation}"><h2><code>${method} ${escaped(path)}</code></h2><p>${escaped(summary)}.${
      isOnce === undefined ? "" : " Needs an <code>Idempotency-Key</code>: the same request again gets the same answer and does nothing."
    }</p>`,
    query === undefined ? "" : `<p>Query</p>${shape(query)}`,
    body === undefined ? "" : `<p>Body</p>${shape(body)}`,
    `<p>${status}: ${escaped(answer)}</p>`,
    ...Object.entries(schemas).map(([mediaType, schema]) => `<p><code>${mediaType}</code></p>${shape(schema)}`),
    "</section>",
  ].join("");
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
