import { type ExpectedFailure, type FailureScope, readExpectedFailure } from "./expected-failure.ts";
import { annotatedArguments, type TestArgument } from "./test-arguments.ts";
import type { SourceFunction, SourceModule } from "../source/source-module.ts";

/** One unit test as its source declares it. */
export interface DeclaredTest {
  readonly module: SourceModule;
  readonly function: SourceFunction;
  /** `undefined` if the test must succeed. */
  readonly expected: ExpectedFailure | undefined;
  /** Values for its parameters, as the attribute gives them; `undefined` if they are to be random. */
  readonly arguments: readonly TestArgument[] | undefined;
  /** Why the test cannot be run or judged; `undefined` if it can. */
  readonly defect: string | undefined;
}

/** The functions of `module` marked `#[test]` or `#[random_test]`, in order. */
export function findTests(module: SourceModule, scope: Omit<FailureScope, "module">): readonly DeclaredTest[] {
  return module.functions
    .filter((declared) => declared.attributes.some((attribute) => attribute.name === "test" || attribute.name === "random_test"))
    .map((declared) => declareTest(module, declared, { ...scope, module }));
}

function declareTest(module: SourceModule, declared: SourceFunction, scope: FailureScope): DeclaredTest {
  const attribute = declared.attributes.find((candidate) => candidate.name === "expected_failure");
  const expected = attribute === undefined ? undefined : readExpectedFailure(attribute, scope);
  const isRandom = declared.attributes.some(({ name }) => name === "random_test");
  const given = isRandom ? undefined : annotatedArguments(declared, scope.addresses);
  const defects = [given, expected === undefined || typeof expected !== "string" ? undefined : `${expected}.`];
  return {
    module,
    function: declared,
    expected: typeof expected === "string" ? undefined : expected,
    arguments: typeof given === "string" ? undefined : given,
    defect: defects.find((each) => typeof each === "string"),
  };
}
