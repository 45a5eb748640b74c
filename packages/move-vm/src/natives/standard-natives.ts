import { ADDRESS_NATIVES } from "./address-natives.ts";
import { BCS_NATIVES } from "./bcs-natives.ts";
import { CRYPTO_NATIVES } from "./crypto-natives.ts";
import { DEBUG_NATIVES } from "./debug-natives.ts";
import { EVENT_NATIVES } from "./event-natives.ts";
import { HASH_NATIVES } from "./hash-natives.ts";
import { LEDGER_NATIVES } from "./ledger-natives.ts";
import type { NativeFactory, NativeTable } from "./native-function.ts";
import { PACKAGE_NATIVES } from "./package-natives.ts";
import { PAGED_VECTOR_NATIVES } from "./paged-vector-natives.ts";
import { SIGNER_NATIVES } from "./signer-natives.ts";
import { SOURCE_MARK_NATIVES } from "./source-mark-natives.ts";
import { STRING_NATIVES } from "./string-natives.ts";
import { TABLE_NATIVES } from "./table-natives.ts";
import { TEST_LEDGER_NATIVES } from "./test-ledger-natives.ts";
import { TYPE_NAME_NATIVES } from "./type-name-natives.ts";
import { U256_NATIVES } from "./u256-natives.ts";
import { UNIT_TEST_NATIVES } from "./unit-test-natives.ts";
import { VECTOR_NATIVES } from "./vector-natives.ts";

const STD = `0x${"1".padStart(64, "0")}`;

const MODULES: Record<string, Record<string, NativeFactory>> = {
  address: ADDRESS_NATIVES,
  bcs: BCS_NATIVES,
  crypto: CRYPTO_NATIVES,
  debug: DEBUG_NATIVES,
  event: EVENT_NATIVES,
  hash: HASH_NATIVES,
  ledger: LEDGER_NATIVES,
  package: PACKAGE_NATIVES,
  paged_vector: PAGED_VECTOR_NATIVES,
  signer: SIGNER_NATIVES,
  source_marks: SOURCE_MARK_NATIVES,
  string: STRING_NATIVES,
  table: TABLE_NATIVES,
  test_ledger: TEST_LEDGER_NATIVES,
  type_name: TYPE_NAME_NATIVES,
  u256: U256_NATIVES,
  unit_test: UNIT_TEST_NATIVES,
  vector: VECTOR_NATIVES,
};

/** The natives that the modules of `std` (0x1) declare. */
export const STANDARD_NATIVES: NativeTable = new Map(
  Object.entries(MODULES).flatMap(([module, natives]) =>
    Object.entries(natives).map(([name, factory]): [string, NativeFactory] => [`${STD}::${module}::${name}`, factory]),
  ),
);
