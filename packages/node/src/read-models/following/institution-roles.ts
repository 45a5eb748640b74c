import type { JsonValue, ResourceChange } from "@sycee/ledger";

/** What is told of an institution's role. */
export interface RoleChange {
  readonly address: string;
  readonly role: string;
  readonly name: string;
  /** Number of the unit it works in, where it has one. */
  readonly unit: number | undefined;
  /** Whether it has the role no more. */
  readonly isOver: boolean;
}

/** The printed type of what a central bank has at its address. */
export const CENTRAL_BANK = "0x4::central_bank::CentralBank";

type Fields = { readonly [field: string]: JsonValue };

const INSTITUTION_ROLES: Readonly<Record<number, string>> = { 2: "bank", 3: "payment institution" };

type TellRole = (value: Fields) => Pick<RoleChange, "role" | "name" | "unit">;

/** Resources that only whoever has a role has, by their printed types. */
const RESOURCES: ReadonlyMap<string, TellRole> = new Map<string, TellRole>([
  [CENTRAL_BANK, (value) => ({ role: "central bank", name: textOf(value, "name"), unit: Number(value["unit"]) })],
  ["0x4::operator::Operator", (value) => ({ role: "operator", name: textOf(value, "name"), unit: undefined })],
  [
    "0x4::institution::Institution",
    (value) => ({ role: institutionRole(value), name: textOf(value, "name"), unit: Number(value["unit"]) }),
  ],
  ["0x4::clearing_house::ClearingHouse", (value) => ({ role: "clearing house", name: textOf(value, "name"), unit: Number(value["unit"]) })],
  ["0x3::supervisor::Supervisor", () => ({ role: "supervisor", name: "", unit: undefined })],
  ["0x3::investigator::Investigator", () => ({ role: "investigator", name: "", unit: undefined })],
]);

/** Whether a resource of that type tells of a role. */
export function tellsOfRole(type: string): boolean {
  return RESOURCES.has(type);
}

/** The role that a resource in the state shows its address to have; `undefined` for all others. Only the named modules can put these anywhere. */
export function roleOfResource({ address, type, value }: ResourceChange): RoleChange | undefined {
  const told = RESOURCES.get(type);
  const fields = fieldsOf(value);
  return told === undefined || fields === undefined ? undefined : { address, isOver: false, ...told(fields) };
}

/** The same of a central bank alone, whose name no event tells. */
export function centralBankRole(change: ResourceChange): RoleChange | undefined {
  return change.type === CENTRAL_BANK ? roleOfResource(change) : undefined;
}

/** The role that an event gives or takes; `undefined` for all other events. Only the named modules can emit these. */
export function roleChange(type: string, fields: JsonValue): RoleChange | undefined {
  const event = fieldsOf(fields);
  if (event === undefined) return undefined;
  const text = (field: string) => textOf(event, field);
  const unit = Number(event["unit"]);
  switch (type) {
    case "0x4::operator::OperatorAdmitted":
      return { address: text("operator"), role: "operator", name: text("name"), unit: undefined, isOver: false };
    case "0x4::institution::InstitutionOpened":
      return { address: text("institution"), role: institutionRole(event), name: text("name"), unit, isOver: false };
    case "0x4::clearing_house::ClearingHouseOpened":
      return { address: text("house"), role: "clearing house", name: text("name"), unit, isOver: false };
    case "0x3::supervisor::SupervisorAppointed":
    case "0x3::supervisor::SupervisorResigned":
    case "0x3::supervisor::SupervisorDismissed":
      return { address: text("supervisor"), role: "supervisor", name: "", unit: undefined, isOver: !type.endsWith("Appointed") };
    case "0x3::investigator::InvestigatorAppointed":
    case "0x3::investigator::InvestigatorResigned":
      return { address: text("investigator"), role: "investigator", name: "", unit: undefined, isOver: type.endsWith("Resigned") };
  }
  return undefined;
}

function institutionRole(value: Fields): string {
  return INSTITUTION_ROLES[Number(value["kind"])] ?? "institution";
}

function textOf(value: Fields, field: string): string {
  return String(value[field] ?? "");
}

function fieldsOf(value: JsonValue | undefined): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}
