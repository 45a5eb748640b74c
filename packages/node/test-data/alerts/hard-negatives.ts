import type { EconomyDiary } from "./economy-diary.ts";
import type { EconomyDraw } from "./economy-draw.ts";
import { DAYS, PEOPLE, SHOPS } from "./ordinary-life.ts";

const MONTH = 30;
const WEEK = 7;

/**
 * Honest people who do what a rule looks for, or nearly: payrolls, platforms, rents that are passed on, houses that are sold and
 * bought, weddings, journeys, saving clubs, debts among friends, cars at prices under a round sum, savings that wake.
 */
export function actLikeSuspects(diary: EconomyDiary, draw: EconomyDraw): void {
  for (let index = 0; index < 6; index++) {
    moveHouse(`mover-${index}`, diary, draw);
    marry(`couple-${index}`, diary, draw);
    travelTogether(`organiser-${index}`, diary, draw);
  }
  for (let index = 0; index < 3; index++) {
    settleDebts(diary, draw);
    wakeSavings(`savings-${index}`, diary, draw);
    freelance(`freelancer-${index}`, diary, draw);
  }
  for (let index = 0; index < 2; index++) {
    payStaff(`firm-payroll-${index}`, diary, draw);
    saveInClub(diary, draw);
    sellCars(`car-dealer-${index}`, diary, draw);
  }
  passRentsOn("letting-agent", diary, draw);
  payOutSellers("shop-market", diary, draw);
  payOutSellers("market", diary, draw);
}

/** An employer that nobody registered as a merchant. */
function payStaff(employer: string, diary: EconomyDiary, draw: EconomyDraw): void {
  const staff = draw.some(PEOPLE, draw.whole(12, 25)).map((person) => ({ person, wage: draw.yuan(4_000, 48_000) }));
  const payday = draw.whole(1, 28);
  for (let day = payday; day < DAYS; day += MONTH)
    for (const { person, wage } of staff) diary.pay(employer, person, wage, day + draw.whole(0, 99) / 1_000);
}

/** Buyers pay a platform, which pays its sellers each week; some sellers are new. */
function payOutSellers(market: string, diary: EconomyDiary, draw: EconomyDraw): void {
  const sellers = draw.some(PEOPLE, 12);
  for (let day = 0; day < DAYS; day++) {
    for (let sale = 0; sale < 4; sale++) diary.pay(draw.one(PEOPLE), market, draw.yuan(30, 2_000), day + draw.whole(0, 999) / 1_000);
    if (day % WEEK !== 0) continue;
    if (draw.permille(200)) sellers[draw.whole(0, sellers.length - 1)] = draw.one(PEOPLE);
    for (const seller of sellers) diary.pay(market, seller, draw.yuan(200, 4_000), day + draw.whole(0, 50) / 1_000);
  }
}

/** Tenants pay an agent at the beginning of a month, who pays three owners. */
function passRentsOn(agent: string, diary: EconomyDiary, draw: EconomyDraw): void {
  const rents = draw.some(PEOPLE, 14).map((tenant) => ({ tenant, yuan: draw.yuan(2_000, 9_000) }));
  const total = rents.reduce((sum, { yuan }) => sum + yuan, 0);
  for (let month = 0; month < DAYS / MONTH; month++) {
    for (const { tenant, yuan } of rents) diary.pay(tenant, agent, yuan, month * MONTH + draw.whole(0, 2_000) / 1_000);
    for (const owner of ["owner-0", "owner-1", "owner-2"]) diary.pay(agent, owner, Math.round(total * 0.31), month * MONTH + 2.5);
  }
}

/** Sells a home and buys another on the same day, then pays those who paint and carry. */
function moveHouse(mover: string, diary: EconomyDiary, draw: EconomyDraw): void {
  const day = draw.whole(20, DAYS - 20);
  const price = draw.yuan(600_000, 3_000_000);
  diary.pay("shop-works-0", mover, draw.yuan(5_000, 20_000), day - 15);
  diary.pay(draw.one(PEOPLE), mover, price, day + 0.4);
  diary.pay(mover, draw.one(PEOPLE), (price * draw.whole(700, 1_000)) / 1_000, day + 0.4 + draw.whole(1, 300) / 1_000);
  for (const helper of draw.some(PEOPLE, draw.whole(2, 6))) diary.pay(mover, helper, draw.yuan(500, 15_000), day + draw.whole(1, 12));
}

/** Guests give; the couple keeps it, pays the house that served, or gives most of it to the parents who paid. */
function marry(couple: string, diary: EconomyDiary, draw: EconomyDraw): void {
  const day = draw.whole(10, DAYS - 10);
  let total = 0;
  for (const guest of draw.some(PEOPLE, draw.whole(20, 45))) {
    const gift = draw.yuan(400, 2_000);
    total += gift;
    diary.pay(guest, couple, gift, day + draw.whole(0, 1_500) / 1_000);
  }
  const what = draw.whole(0, 9);
  if (what < 4) diary.pay(couple, draw.one(SHOPS), total * 0.8, day + 2);
  else if (what < 6) diary.pay(couple, draw.one(PEOPLE), total * 0.7, day + 2);
}

/** Friends pay one of them, who pays an agency, sometimes a private guide. */
function travelTogether(organiser: string, diary: EconomyDiary, draw: EconomyDraw): void {
  const day = draw.whole(10, DAYS - 10);
  const friends = draw.some(PEOPLE, draw.whole(6, 12));
  const share = draw.yuan(800, 5_000);
  for (const friend of friends) diary.pay(friend, organiser, share, day + draw.whole(0, 2_000) / 1_000);
  diary.pay(organiser, draw.permille(200) ? draw.one(PEOPLE) : draw.one(SHOPS), share * (friends.length + 1), day + 2.2);
}

/** Three to four friends who owe each other: a circle of debts is settled within days, for amounts that seldom agree. */
function settleDebts(diary: EconomyDiary, draw: EconomyDraw): void {
  const friends = draw.some(PEOPLE, draw.whole(3, 4));
  const day = draw.whole(10, DAYS - 10);
  friends.forEach((friend, index) => {
    const next = friends[(index + 1) % friends.length];
    if (next !== undefined) diary.pay(friend, next, draw.yuan(9_000, 25_000), day + index * (draw.whole(200, 1_800) / 1_000));
  });
}

/** Eight neighbours; each week one of them gets what the others pay in. */
function saveInClub(diary: EconomyDiary, draw: EconomyDraw): void {
  const members = draw.some(PEOPLE, 8);
  const yuan = draw.yuan(1_000, 12_000);
  const start = draw.whole(10, DAYS - 70);
  members.forEach((taker, week) => {
    for (const payer of members) if (payer !== taker) diary.pay(payer, taker, yuan, start + week * WEEK + draw.whole(0, 900) / 1_000);
  });
}

/** Prices end under round sums. */
function sellCars(dealer: string, diary: EconomyDiary, draw: EconomyDraw): void {
  for (let day = draw.whole(0, 9); day < DAYS; day += draw.whole(3, 16)) {
    diary.pay(draw.one(PEOPLE), dealer, draw.whole(25, 69) * 1_000 + 800, day + 0.5);
    if (draw.permille(700)) diary.pay(dealer, draw.one(PEOPLE), draw.whole(20, 60) * 1_000, day + draw.whole(1, 9));
  }
}

/** Paid by a client, passes part of it on to who helped. */
function freelance(freelancer: string, diary: EconomyDiary, draw: EconomyDraw): void {
  for (let day = draw.whole(5, 25); day < DAYS; day += draw.whole(18, 45)) {
    const fee = draw.yuan(6_000, 30_000);
    diary.pay(draw.one(PEOPLE), freelancer, fee, day + 0.4);
    for (const helper of draw.some(PEOPLE, 2))
      diary.pay(freelancer, helper, (fee * draw.whole(200, 440)) / 1_000, day + draw.whole(500, 2_500) / 1_000);
  }
}

/** Savings that nobody touched are used for a home: mostly they are only spent, sometimes a family adds to them first. */
function wakeSavings(savings: string, diary: EconomyDiary, draw: EconomyDraw): void {
  diary.pay(draw.one(PEOPLE), savings, draw.yuan(5_000, 30_000), draw.whole(0, 20));
  const day = draw.whole(215, DAYS - 15);
  const price = draw.yuan(50_000, 300_000);
  if (draw.permille(400)) diary.pay(draw.one(PEOPLE), savings, price, day);
  diary.pay(savings, draw.one(PEOPLE), price, day + draw.whole(1, 9));
}
