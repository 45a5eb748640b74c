/** The verifier's stages with the hundred that their codes begin with. */
export const VERIFICATION_STAGES = {
  bounds: 100,
  limits: 200,
  duplicates: 300,
  signatures: 400,
  instructions: 500,
  constants: 600,
  friends: 700,
  "field-abilities": 800,
  "recursive-types": 900,
  "instantiation-loops": 1000,
  "control-flow": 1100,
  stack: 1200,
  types: 1300,
  locals: 1400,
  references: 1500,
  linking: 1600,
  enums: 1700,
  ownership: 1800,
} as const;

export type VerificationStage = keyof typeof VERIFICATION_STAGES;

/** Every reason to refuse a module, with its permanent number: never reused, never renumbered. */
export const VERIFICATION_FAULTS = {
  index_out_of_bounds: 101,
  type_parameter_out_of_bounds: 102,
  wrong_type_arity: 103,
  bad_operand: 104,
  falls_off_end: 105,
  unsupported_version: 106,

  too_complex: 201,
  too_many_type_parameters: 202,
  too_many_parameters: 203,
  too_many_type_nodes: 204,
  too_many_types: 205,
  too_many_fields: 206,
  too_many_functions: 207,
  identifier_too_long: 208,
  constant_too_long: 209,
  too_many_locals: 210,
  too_many_variants: 211,

  duplicate_entry: 301,
  foreign_definition: 302,
  missing_definition: 303,
  empty_type: 304,

  nested_reference: 401,
  reference_in_field: 402,
  reference_as_type_argument: 403,
  constraint_not_satisfied: 404,
  phantom_in_value_position: 405,
  wrong_vector_signature: 406,
  wrong_argument_count: 407,

  generic_mismatch: 501,
  count_out_of_range: 502,
  global_storage: 503,

  bad_constant_type: 601,
  bad_constant_data: 602,

  friend_is_self: 701,
  friend_of_other_address: 702,

  field_lacks_ability: 801,
  native_type: 802,

  recursive_type: 901,

  instantiation_loop: 1001,

  too_many_blocks: 1101,
  irreducible_flow: 1102,
  loop_too_deep: 1103,

  stack_underflow: 1201,
  stack_not_empty: 1202,
  too_many_pushes: 1203,
  stack_overflow: 1204,

  type_mismatch: 1301,
  lacks_copy: 1302,
  lacks_drop: 1303,
  borrow_of_reference: 1304,

  local_unavailable: 1401,
  value_destroyed: 1402,

  borrowed_local_copied: 1501,
  borrowed_local_moved: 1502,
  borrowed_local_overwritten: 1503,
  conflicting_borrow: 1504,
  conflicting_read: 1505,
  conflicting_write: 1506,
  conflicting_freeze: 1507,
  borrowed_argument: 1508,
  dangling_reference: 1509,
  borrowed_result: 1510,

  missing_module: 1601,
  missing_datatype: 1602,
  missing_function: 1603,
  datatype_mismatch: 1604,
  function_mismatch: 1605,
  not_visible: 1606,
  duplicate_module: 1607,
  module_cycle: 1608,

  incomplete_jump_table: 1701,
  unused_jump_table: 1702,
  wrong_switch_type: 1703,

  foreign_resource: 1801,
  foreign_event: 1802,
  foreign_native: 1803,
  foreign_permit: 1804,
} as const;

export type VerificationFault = keyof typeof VERIFICATION_FAULTS;

/** Where in a module a fault is. */
export interface VerificationPlace {
  /** `0x…::name` of the module. */
  readonly module: string;
  /** Name of the function, `undefined` if the fault is in none. */
  readonly function: string | undefined;
  /** Index of the instruction in the function, `undefined` if the fault is in none. */
  readonly offset: number | undefined;
}

const STAGES = new Map<number, VerificationStage>(
  Object.entries(VERIFICATION_STAGES).map(([stage, first]): [number, VerificationStage] => [first, stage as VerificationStage]),
);

/** A module is refused. `code` is permanent and begins with the stage's hundred. */
export class VerificationError extends Error implements VerificationPlace {
  override readonly name = "VerificationError";
  readonly code: number;
  readonly fault: VerificationFault;
  readonly stage: VerificationStage;
  readonly module: string;
  readonly function: string | undefined;
  readonly offset: number | undefined;
  readonly detail: string;

  constructor(fault: VerificationFault, place: VerificationPlace, detail: string) {
    const code = VERIFICATION_FAULTS[fault];
    const stage = STAGES.get(code - (code % 100));
    if (stage === undefined) throw new Error(`code ${code} belongs to no stage`);
    const inFunction = place.function === undefined ? "" : `::${place.function}`;
    const at = place.offset === undefined ? "" : ` at ${place.offset}`;
    super(`${fault} (${code}) in ${place.module}${inFunction}${at}: ${detail}`);
    this.code = code;
    this.fault = fault;
    this.stage = stage;
    this.module = place.module;
    this.function = place.function;
    this.offset = place.offset;
    this.detail = detail;
  }
}
