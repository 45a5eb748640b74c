import { type ExpectedFailure, type FailureScope, readExpectedFailure } from "./expected-failure.ts";
import type { SourceFunction, SourceModule } from "../source/source-module.ts";

/** One unit test as its source declares it. */
export interface DeclaredTest {
  readonly module: SourceModule;
  readonly function: SourceFunction;
  /** `undefined` if the test must succeed. */
  readonly expected: ExpectedFailure | undefined;
  /** Why the test cannot be run or judged; `undefined` if it can. */
  readonly defect: string | undefined;
}

/** The functions of `module` marked `#[test]`, in order. */
export function findTests(module: SourceModule, scope: Omit<FailureScope, "module">): readonly DeclaredTest[] {
  return module.functions
    .filter((declared) => declared.attributes.some((attribute) => attribute.name === "test" || attribute.name === "random_test"))
    .map((declared) => declareTest(module, declared, { ...scope, module }));
}

function declareTest(module: SourceModule, declared: SourceFunction, scope: FailureScope): DeclaredTest {
  const attribute = declared.attributes.find((candidate) => candidate.name === "expected_failure");
  const expected = attribute === undefined ? undefined : readExpectedFailure(attribute, scope);
  const defect = defectOf(declared, expected);
  return { module, function: declared, expected: typeof expected === "string" ? undefined : expected, defect };
}

function defectOf(declared: SourceFunction, expected: ExpectedFailure | string | undefined): string | undefined {
  if (declared.parameters.length > 0) return "A test cannot take arguments; make signers with std::test_ledger::new_signer.";
  return typeof expected === "string" ? `${expected}.` : undefined;
}
