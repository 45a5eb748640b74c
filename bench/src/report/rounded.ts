/** The same with every number rounded to what a measurement can say: four digits below a hundred, whole numbers from a hundred on. */
export function rounded<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, each: unknown) => (typeof each === "number" ? roundNumber(each) : each)) as T;
}

function roundNumber(value: number): number {
  if (Math.abs(value) >= 100) return Math.round(value);
  return Number(value.toPrecision(4));
}
