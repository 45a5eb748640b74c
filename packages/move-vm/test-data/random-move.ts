/** A generator of 32-bit numbers from a seed (xorshift), so that a failure can be run again. */
export class Seeded {
  #state: number;

  constructor(seed: number) {
    this.#state = seed * 2_654_435_761 + 1;
  }

  /** A number from 0 to `below` - 1. */
  next(below: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % below;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.next(items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  }
}

const PRELUDE = `
public struct Pair has copy, drop { x: u64, y: u64, inner: Inner }
public struct Inner has copy, drop { z: u64, list: vector<u64> }
public struct Holder<T> has copy, drop { held: T, count: u8, wide: u128 }
fun swap_in<T: copy + drop>(h: &mut Holder<T>, next: T): T { let old = h.held; h.held = next; h.count = (h.count + 77) % 251; h.wide = (h.wide << 3) ^ 0x1234567890abcdef1234; old }
fun hold<T>(held: T): Holder<T> { Holder { held, count: 1, wide: 7 } }
fun held_in<T>(h: &mut Holder<T>): &mut T { &mut h.held }
fun last_of<T: copy>(v: &vector<T>): T { v[v.length() - 1] }
fun measure<T: drop>(h: Holder<T>): u64 { (h.count as u64) + ((h.wide % 100) as u64) }
public enum Kind has copy, drop { None, One(u64), Two { left: u64, right: Inner } }
fun tick(p: &mut Pair): u64 { p.y = p.y + 1; add_to(&mut p.x, 2); p.y % 1000 + p.x % 7 }
fun add_to(n: &mut u64, by: u64) { *n = *n + by }
fun of_inner(i: &mut Inner, k: u64): &mut u64 { if (k % 2 == 0 && i.list.length() > 0) &mut i.list[0] else &mut i.z }
fun both(p: &Pair, n: &u64): u64 { p.x % 1000 + *n % 1000 + p.inner.z % 1000 }
fun fresh(a: u64): Pair { Pair { x: a, y: a / 2, inner: Inner { z: a % 10, list: vector[a] } } }
fun changed(mut p: Pair, a: u64): Pair { p.x = a; p.inner.list.push_back(a); p }
fun two(a: u64, b: u64): (u64, u64) { (b, a) }
fun weigh(k: &Kind): u64 { match (k) { Kind::None => 1, Kind::One(v) => *v % 100, Kind::Two { left, right } => *left % 50 + right.z % 7 } }
fun shift(k: &mut Kind, a: u64) {
  match (k) {
    Kind::None => *k = Kind::One(a),
    Kind::One(v) => { *v = *v / 2; if (a % 3 == 0) *k = Kind::Two { left: a, right: Inner { z: a, list: vector[] } } },
    Kind::Two { left, right } => { *left = *left / 3; right.z = a; if (a % 4 == 0) *k = Kind::None },
  }
}
`;

/** Source of a module whose functions `f0`, `f1`, … take three u64 and answer one; they always end. */
export function randomModule(name: string, seed: number, functions: number): string {
  const random = new Seeded(seed);
  const made = Array.from({ length: functions }, (_, index) => new RandomFunction(random).source(`f${index}`));
  return `#[allow(all)]
module scenarios::${name};\n${PRELUDE}\n${made.join("\n")}`;
}

const NUMBERS = ["0", "1", "2", "3", "7", "10", "255", "1000", "9007199254740991", "4611686018427387904"].map((digits) => `${digits}u64`);
const VARIABLES = ["a", "b", "c", "d"];

class RandomFunction {
  readonly #random: Seeded;
  #labels = 0;

  constructor(random: Seeded) {
    this.#random = random;
  }

  source(name: string): string {
    const body = this.#statements(3, []);
    return `public fun ${name}(mut a: u64, mut b: u64, mut c: u64): u64 {
  let mut d = 5; let mut fuel = 60;
  let mut p = fresh(a % 100); let mut q = p; let mut v = vector[b, c]; let mut k = Kind::None;
  let mut ticks = fresh(1); let g = &mut ticks;
  ${body}
  a % 1000 + b % 1000 + c % 1000 + d % 1000 + p.x % 1000 + q.y % 1000 + p.inner.z % 1000 + q.inner.list.length() * 1000 + v.length() * 1000000 + weigh(&k)
}`;
  }

  #statements(depth: number, loops: readonly string[]): string {
    const count = 1 + this.#random.next(4);
    return Array.from({ length: count }, () => this.#statement(depth, loops)).join("\n");
  }

  #statement(depth: number, loops: readonly string[]): string {
    const random = this.#random;
    const variable = random.pick(VARIABLES);
    const e = () => this.#expression(2);
    const block = (inside: readonly string[] = loops) => `{ ${this.#statements(depth - 1, inside)} }`;
    const simple = [
      () => `${variable} = ${e()};`,
      () => `${variable} = ${e()};`,
      () => `p.${random.pick(["x", "y", "inner.z"])} = ${e()};`,
      () => `{ let e = ${e()}; add_to(&mut ${random.pick([...VARIABLES, "p.x", "q.inner.z"])}, e % 100) };`,
      () => `q = p; { let e = ${e()}; q.inner.list.push_back(e) };`,
      () => `p = changed(q, ${e()});`,
      () => `p.inner = *&q.inner;`,
      () => `if (v.length() < 20) { let e = ${e()}; v.push_back(e) };`,
      () => `if (v.length() > 0) { let at = ${e()} % v.length(); let e = ${e()}; *&mut v[at] = e; };`,
      () => `if (v.length() > 2) { v.swap(0, 1); ${variable} = v.pop_back(); };`,
      () => `{ let e = ${e()}; *of_inner(&mut p.inner, ${variable}) = e };`,
      () => `{ let r = if (${this.#condition()}) &mut ${variable} else &mut p.y; *r = *r / 2 + 1; };`,
      () => `{ let e = ${e()}; shift(&mut k, e) };`,
      () => `{ let mut h = hold(p); q = swap_in(&mut h, q); p = h.held; ${variable} = measure(h) };`,
      () => `{ let mut h = hold(${variable}); swap_in(&mut h, ${variable} / 3); *held_in(&mut h) = h.held / 2 + 1; ${variable} = h.held };`,
      () =>
        `{ let mut h = hold(k); held_in(&mut h).shift(${variable}); let old = swap_in(&mut h, Kind::One(4)); if (h.held != old) k = old; };`,
      () =>
        `{ let mut ps = vector[p, q]; let r = &mut ps[1]; r.x = r.x / 2; r.inner.list = vector[r.x, 5]; ps.swap(0, 1); q = last_of(&ps); p = ps.pop_back() };`,
      () =>
        `{ let r = &mut p.inner; r.z = r.z / 2; if (r.list.length() < 9) r.list.push_back(3); let s = &mut r.list; if (${variable} % 2 == 0) s.swap(0, 0) else { *s = vector[${variable}] } };`,
      () => `if (v.length() > 1) { let r = &mut v[1]; *r = *r / 2; add_to(r, 5); let f: &u64 = r; ${variable} = *f };`,
      () => `v = vector[${variable}, p.x, 3];`,
      () => `let (s, t) = two(${e()}, ${e()}); ${variable} = s / 2 + t % 2;`,
      () => `let Pair { x, y: _, inner: Inner { z, list } } = q; q = Pair { x: z, y: x, inner: Inner { z: list.length(), list } };`,
      () => `${variable} = match (&k) { Kind::One(w) if (*w > 5) => *w / 2, Kind::Two { left, .. } => *left % 9, _ => ${e()} };`,
    ];
    if (depth > 0 && random.next(2) === 0) return this.#compound(depth, loops, block);
    if (loops.length > 0 && random.next(5) === 0) {
      const label = random.pick(loops);
      return `if (${this.#condition()}) ${random.pick([`break '${label}`, `continue '${label}`])};`;
    }
    if (random.next(25) === 0) return `if (${this.#condition()}) return ${e()};`;
    if (random.next(30) === 0) return `assert!(${this.#condition()}, ${random.next(100)});`;
    return random.pick(simple)();
  }

  #compound(depth: number, loops: readonly string[], block: (inside?: readonly string[]) => string): string {
    const random = this.#random;
    const label = `l${this.#labels}`;
    const spend = `if (fuel == 0) return ${this.#expression(1)}; fuel = fuel - 1;`;
    switch (random.next(6)) {
      case 0:
        return `if (${this.#condition()}) ${block()};`;
      case 1:
        return `if (${this.#condition()}) ${block()} else ${block()};`;
      case 2:
        return `${random.pick(VARIABLES)} = if (${this.#condition()}) ${this.#expression(1)} else { ${this.#statements(depth - 1, loops)} ${this.#expression(1)} };`;
      case 3:
        return `match (weigh(&k) % 2 == 0) { true => ${block()}, false => ${block()} };`;
      case 4:
        this.#labels += 1;
        return `'${label}: while (${this.#condition()}) { ${spend} ${this.#statements(depth - 1, [...loops, label])} };`;
      default:
        this.#labels += 1;
        return `'${label}: loop { ${spend} ${this.#statements(depth - 1, [...loops, label])} if (${this.#condition()}) break '${label}; };`;
    }
  }

  #condition(): string {
    const sign = this.#random.pick(["<", "<=", ">", ">=", "==", "!="]);
    const simple = `${this.#expression(1)} ${sign} ${this.#expression(1)}`;
    switch (this.#random.next(5)) {
      case 0:
        return `${simple} && ${this.#expression(0)} < ${this.#expression(1)}`;
      case 1:
        return `!(${simple}) || p == q`;
      case 2:
        return `${this.#random.pick(VARIABLES)} % 2 == ${this.#random.next(2)}`;
      default:
        return simple;
    }
  }

  #expression(depth: number): string {
    const random = this.#random;
    if (depth === 0 || random.next(3) === 0) return random.pick([...VARIABLES, ...VARIABLES, ...NUMBERS, "p.x", "q.inner.z", "v.length()"]);
    const left = () => this.#expression(depth - 1);
    const forms = [
      () => `(${left()} % 100000 + ${left()} % 100000)`,
      () => `(${left()} + ${left()})`,
      () => `(${left()} / 2 * (${left()} % 3))`,
      () => `(${left()} - ${left()} / 3)`,
      () => `(${left()} % 1000)`,
      () => `(${left()} / (${left()} % 5 + 1))`,
      () => `(${left()} ^ ${left()})`,
      () => `(${left()} & ${left()} | 1)`,
      () => `(${left()} >> (${random.next(63)} as u8))`,
      () => `((${left()} & 0xff) << ${random.next(58)})`,
      () => `tick(g)`,
      () => `both(&p, &${random.pick(VARIABLES)})`,
      () => `((${left()} % 256) as u8 as u64)`,
      () => `(((${left()} as u128) * 3 / 4) as u64)`,
      () => `(if (${left()} > ${left()}) ${left()} else ${left()})`,
      () => `{ let w = ${left()}; g.x = w / 3; w }`,
    ];
    return random.pick(forms)();
  }
}
