/** A moment in milliseconds since 1970, as the chosen language writes it, to the second. */
export function formatMoment(timeMs: number | bigint | string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium" }).format(new Date(Number(timeMs)));
}

/** A day in days since 1970, as the chosen language writes it. */
export function formatDay(days: number | bigint, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(Number(days) * 86_400_000));
}
