import { beforeAll, describe, expect, it } from "vitest";
import { compileScenarios } from "../../test-data/compile-scenarios.ts";
import { ScenarioMachine } from "../../test-data/scenario-machine.ts";

/** `log` answers its number and writes it down; `stop` aborts with it. What is written down, or aborts first, tells the order. */
const SOURCES = {
  "sources/order.move": `module scenarios::order;
public struct Pair has copy, drop { left: u64, right: u64 }
public enum Either has drop { One { left: u64, right: u64 } }
public struct Box<T> { inner: T }
public struct Five<T> { inner: Box<Box<Box<Box<T>>>> }
public struct TwentyOne<T> { inner: Five<Five<Five<Five<T>>>> }
public struct EightyFive<T> { inner: TwentyOne<TwentyOne<TwentyOne<TwentyOne<T>>>> }
public struct TooDeep { inner: EightyFive<EightyFive<u64>> }

fun log(written: &mut vector<u64>, number: u64): u64 { written.push_back(number); number }
fun note(written: &mut vector<u64>, number: u64) { written.push_back(number) }
fun both(written: &mut vector<u64>, left: u64, right: u64): (u64, u64) { (log(written, left), log(written, right)) }
fun stop(number: u64): u64 { abort number }
fun halt(number: u64) { abort number }
fun stop_both(number: u64): (u64, u64) { abort number }
fun stop_one(): u64 { abort 1 }
fun stop_two(): u64 { abort 2 }
fun halt_two() { abort 2 }
fun stop_both_two(): (u64, u64) { abort 2 }
fun sum(a: u64, b: u64, c: u64): u64 { a + b + c }
fun either<A, B>(a: u64, _b: u64): u64 { a }

public fun operators(): vector<u64> {
    let w = &mut vector[];
    let total = log(w, 1) + log(w, 2) * (log(w, 3) - log(w, 1));
    note(w, total);
    *w
}
public fun comparisons(): vector<u64> {
    let w = &mut vector[];
    let found = log(w, 1) < log(w, 2) && log(w, 3) != log(w, 4) || log(w, 5) == log(w, 6);
    if (found) note(w, 9);
    *w
}
public fun parameters(): vector<u64> {
    let w = &mut vector[];
    let total = sum(log(w, 1), { note(w, 2); log(w, 3) }, log(w, 4) + log(w, 5));
    note(w, total);
    *w
}
public fun nested_calls(): vector<u64> {
    let w = &mut vector[];
    let total = sum(log(w, 1), sum(log(w, 2), log(w, 3), log(w, 4)), log(w, 5));
    note(w, total);
    *w
}
public fun fields(): vector<u64> {
    let w = &mut vector[];
    let Pair { left, right } = Pair { right: log(w, 1), left: log(w, 2) };
    let rest = match (Either::One { left: log(w, 3), right: log(w, 4) }) { Either::One { left, right } => left * 10 + right };
    note(w, left * 1000 + right * 100 + rest);
    *w
}
public fun elements(): vector<u64> {
    let w = &mut vector[];
    let v = vector[log(w, 1), log(w, 2), { note(w, 3); 4 }];
    let total = v[log(w, 1)] + v[log(w, 2)];
    note(w, total);
    *w
}
public fun several_results(): vector<u64> {
    let w = &mut vector[];
    let before = log(w, 1);
    let (a, b) = both(w, 2, 3);
    let c = log(w, 4) + { let (d, e) = both(w, 5, 6); d + e };
    note(w, before + a + b + c);
    *w
}
public fun in_a_loop(): vector<u64> {
    let w = &mut vector[];
    let mut i = 0;
    while (i < 2) {
        let total = log(w, 10 * i) + log(w, 10 * i + 1) * { note(w, 7); 1 };
        note(w, total);
        i = i + 1;
    };
    *w
}
public fun read_before_written(): vector<u64> {
    let w = &mut vector[];
    let mut x = 1;
    let total = x + { x = 5; x } * { x = x + 2; x };
    note(w, total);
    let mut pair = Pair { left: 1, right: 2 };
    let reference = &mut pair;
    let total = reference.left + { reference.left = 40; reference.right } + reference.left;
    note(w, total);
    *w
}

public fun sum_of_faults(): u64 { stop(1) + stop(2) }
public fun fault_then_division(): u64 { stop(1) + 1 / (0 * stop(2)) }
public fun division_then_fault(zero: u64): u64 { 1 / zero + stop(2) }
public fun compared_faults(): bool { stop(1) == stop(2) }
public fun fault_then_nothing(): u64 { stop(1) + { halt(2); 1 } }
public fun fault_then_several(): u64 { stop(1) + { let (a, b) = stop_both(2); a + b } }
public fun parameter_faults(): u64 { sum(stop(1), stop(2), stop(3)) }
public fun field_faults(): Pair { Pair { left: stop(1), right: stop(2) } }
public fun element_faults(): vector<u64> { vector[stop(1), stop(2)] }
public fun fault_in_a_loop(zero: u64): u64 {
    let mut i = 0;
    let mut total = 0;
    while (i < 3) { total = total + stop(i + 1) + stop(9) / zero; i = i + 1 };
    total
}
public fun without_parameters(): u64 { stop_one() + stop_two() }
public fun without_parameters_compared(): bool { stop_one() >= stop_two() }
public fun without_parameters_or_results(): u64 { stop_one() + { halt_two(); 1 } }
public fun without_parameters_but_several_results(): u64 { stop_one() + { let (a, b) = stop_both_two(); a + b } }
public fun without_parameters_in_parameters(): u64 { sum(stop_one(), stop_two(), stop(3)) }
public fun without_parameters_in_generic(): u64 { either<u8, vector<u8>>(stop_one(), stop_two()) }
public fun without_parameters_in_fields(): Pair { Pair { left: stop_one(), right: stop_two() } }
public fun without_parameters_in_elements(): vector<u64> { vector[stop_one(), stop_two()] }
public fun without_parameters_in_a_loop(zero: u64): u64 {
    let mut i = zero;
    let mut total = 0;
    while (i < 3) { total = total + stop_one() * stop_two(); i = i + 1 };
    total
}
fun never<T>(number: u64): T { abort number }
fun give_away<T>(_gift: T): u64 { abort 9 }
fun through<T>(number: u64): u64 { give_away(never<T>(number)) }
public fun fault_before_too_deep_result(): u64 {
    let total = stop(1);
    total + give_away(never<EightyFive<EightyFive<EightyFive<EightyFive<u64>>>>>(2))
}
public fun fault_in_call_with_too_deep_result(): u64 {
    give_away(never<EightyFive<EightyFive<EightyFive<EightyFive<u64>>>>>(1)) + stop(2)
}
public fun fault_where_too_deep_local_gets_its_value(zero: u64): u64 {
    let value = if (zero == 0) never<EightyFive<EightyFive<EightyFive<EightyFive<u64>>>>>(1) else never(2);
    give_away(value)
}
public fun fault_in_call_of_too_deep_arguments(): u64 { through<EightyFive<EightyFive<EightyFive<EightyFive<u64>>>>>(1) }
public fun too_deep_where_it_is_made(zero: u64): u64 {
    note(&mut vector[], zero);
    give_away(vector<EightyFive<EightyFive<EightyFive<EightyFive<u64>>>>>[])
}
public fun fault_instead_of_too_deep(): EightyFive<EightyFive<EightyFive<EightyFive<u64>>>> { abort 1 }
public fun fault_before_too_deep(): TooDeep { TooDeep { inner: never(1) } }
`,
};

let modules: Uint8Array[];
beforeAll(async () => {
  modules = await compileScenarios(SOURCES);
}, 60_000);

/** Operands are evaluated from left to right, each before what follows it, as Move's own machine does it. */
describe.each([
  ["structured", false],
  ["dispatched", true],
])("%s code", (_name, alwaysDispatch) => {
  it.each([
    ["operators", [1, 2, 3, 1, 5]],
    ["comparisons", [1, 2, 3, 4, 9]],
    ["parameters", [1, 2, 3, 4, 5, 13]],
    ["nested_calls", [1, 2, 3, 4, 5, 15]],
    ["fields", [1, 2, 3, 4, 2134]],
    ["elements", [1, 2, 3, 1, 2, 6]],
    ["several_results", [1, 2, 3, 4, 5, 6, 21]],
    ["in_a_loop", [0, 1, 7, 1, 10, 11, 7, 21]],
    ["read_before_written", [36, 43]],
  ])("%s", (name, order) => {
    expect(Array.from(new ScenarioMachine(modules, alwaysDispatch).value(`order::${name}`) as number[])).toEqual(order);
  });

  it.each([
    ["sum_of_faults", [], 1n],
    ["fault_then_division", [], 1n],
    ["compared_faults", [], 1n],
    ["fault_then_nothing", [], 1n],
    ["fault_then_several", [], 1n],
    ["parameter_faults", [], 1n],
    ["field_faults", [], 1n],
    ["element_faults", [], 1n],
    ["fault_in_a_loop", [0], 1n],
    ["fault_before_too_deep", [], 1n],
    ["fault_instead_of_too_deep", [], 1n],
    ["fault_before_too_deep_result", [], 1n],
    ["fault_in_call_with_too_deep_result", [], 1n],
    ["fault_where_too_deep_local_gets_its_value", [0], 1n],
    ["fault_where_too_deep_local_gets_its_value", [1], 2n],
    ["fault_in_call_of_too_deep_arguments", [], 1n],
    ["without_parameters", [], 1n],
    ["without_parameters_compared", [], 1n],
    ["without_parameters_or_results", [], 1n],
    ["without_parameters_but_several_results", [], 1n],
    ["without_parameters_in_parameters", [], 1n],
    ["without_parameters_in_generic", [], 1n],
    ["without_parameters_in_fields", [], 1n],
    ["without_parameters_in_elements", [], 1n],
    ["without_parameters_in_a_loop", [0], 1n],
  ])("%s", (name, values, abortCode) => {
    expect(new ScenarioMachine(modules, alwaysDispatch).call(`order::${name}`, values)).toMatchObject({ code: "aborted", abortCode });
  });

  it("too_deep_where_it_is_made", () => {
    const machine = new ScenarioMachine(modules, alwaysDispatch);
    expect(machine.call("order::too_deep_where_it_is_made", [0])).toMatchObject({
      code: "limit_exceeded",
      location: { function: "too_deep_where_it_is_made", offset: 5 },
    });
  });

  it("division_then_fault", () => {
    expect(new ScenarioMachine(modules, alwaysDispatch).fault("order::division_then_fault", 0)).toBe(
      "arithmetic_error in order::division_then_fault",
    );
  });
});
