/** Whether somebody who began with so much would get more: three quarters of it are not there. */
export function isTooLittle(hasMinor: bigint, beganMinor: bigint): boolean {
  return hasMinor * 4n < beganMinor * 3n;
}

/** Whether somebody who began with so much would bring some of it to the bank: half as much again is there. */
export function isTooMuch(hasMinor: bigint, beganMinor: bigint): boolean {
  return hasMinor * 2n > beganMinor * 3n;
}
