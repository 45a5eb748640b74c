/** A day as a language writes it; `ms` are milliseconds since 1970. */
export function dayText(ms: string | bigint | number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(Number(ms));
}

/** A day and its time as a language writes them; `ms` are milliseconds since 1970. */
export function momentText(ms: string | bigint | number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(Number(ms));
}
