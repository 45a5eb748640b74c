import type { EconomyDiary } from "./economy-diary.ts";
import type { EconomyDraw } from "./economy-draw.ts";

/** How long an economy runs. */
export const DAYS = 300;
const MONTH = 30;
const NEW_YEAR = 45;

const names = (kind: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${kind}-${index}`);

/** Who lives in an economy. `shop…` are registered merchants, among them most employers; `firm…` are employers that are not. */
export const PEOPLE = names("person", 240);
export const SHOPS = names("shop", 30);
const EMPLOYERS = [...names("shop-works", 14), ...names("firm", 2)];
const LANDLORDS = names("landlord", 6);

/** Wages, rents, shopping, gifts, loans between friends, housekeeping money: what most payments are. */
export function liveOrdinarily(diary: EconomyDiary, draw: EconomyDraw): void {
  for (const person of PEOPLE) {
    const friends = draw.some(
      PEOPLE.filter((other) => other !== person),
      5,
    );
    earn(person, diary, draw, friends);
    spend(person, diary, draw, friends);
    giveAtNewYear(person, diary, draw);
  }
}

function earn(person: string, diary: EconomyDiary, draw: EconomyDraw, friends: readonly string[]): void {
  if (draw.permille(150)) return;
  const employer = draw.one(EMPLOYERS);
  const wage = draw.yuan(4_000, 30_000);
  const payday = draw.whole(1, 28);
  const landlord = draw.permille(450) ? draw.one(LANDLORDS) : undefined;
  const housekeeper = draw.permille(150) ? draw.one(friends) : undefined;
  for (let month = 0; month < DAYS / MONTH; month++) {
    const day = month * MONTH + payday + draw.whole(0, 400) / 1_000;
    diary.pay(employer, person, wage, day);
    if (landlord !== undefined) diary.pay(person, landlord, Math.round(wage / 4), month * MONTH + draw.whole(0, 3_000) / 1_000);
    if (housekeeper !== undefined) diary.pay(person, housekeeper, (wage * draw.whole(600, 950)) / 1_000, day + draw.whole(1, 20) / 24);
  }
}

function spend(person: string, diary: EconomyDiary, draw: EconomyDraw, friends: readonly string[]): void {
  const start = draw.whole(0, 9);
  for (let day = start; day < DAYS; day++) {
    const at = () => day + draw.whole(300, 980) / 1_000;
    if (draw.permille(350)) diary.pay(person, draw.one(SHOPS), draw.yuan(8, 400), at());
    if (draw.permille(5)) diary.pay(person, draw.one(SHOPS), draw.yuan(1_000, 9_000), at());
    if (draw.permille(50)) diary.pay(person, draw.one(friends), draw.yuan(20, 1_500), at());
    if (draw.permille(2)) lend(person, draw.one(friends), day, diary, draw);
  }
}

/** A loan between friends, mostly paid back, sometimes in parts. */
function lend(person: string, friend: string, day: number, diary: EconomyDiary, draw: EconomyDraw): void {
  const yuan = draw.yuan(3_000, 40_000);
  diary.pay(person, friend, yuan, day + 0.5);
  if (!draw.permille(800)) return;
  const parts = draw.whole(1, 3);
  for (let part = 1; part <= parts; part++) diary.pay(friend, person, yuan / parts, day + part * draw.whole(3, 40));
}

function giveAtNewYear(person: string, diary: EconomyDiary, draw: EconomyDraw): void {
  if (!draw.permille(600)) return;
  const isGenerous = draw.permille(20);
  const relatives = draw.some(
    PEOPLE.filter((other) => other !== person),
    isGenerous ? draw.whole(9, 14) : draw.whole(3, 10),
  );
  for (const relative of relatives) {
    const yuan = isGenerous ? draw.yuan(1_000, 4_000) : draw.yuan(100, 1_000);
    diary.pay(person, relative, yuan, NEW_YEAR + draw.whole(0, 2_000) / 1_000);
  }
}
