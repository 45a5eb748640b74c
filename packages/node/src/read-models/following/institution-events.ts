import type { JsonValue } from "@sycee/ledger";

/** What an event says of an institution's role. */
export interface RoleChange {
  readonly address: string;
  readonly role: string;
  readonly name: string;
  /** Number of the unit it works in, where it has one. */
  readonly unit: number | undefined;
  /** Whether it has the role no more. */
  readonly isOver: boolean;
}

type Fields = { readonly [field: string]: JsonValue };

const INSTITUTION_ROLES: Readonly<Record<number, string>> = { 2: "bank", 3: "payment institution" };

/** The role that an event gives or takes; `undefined` for all other events. Only the named modules can emit these. */
export function roleChange(type: string, fields: JsonValue): RoleChange | undefined {
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) return undefined;
  const event = fields as Fields;
  const text = (field: string) => String(event[field] ?? "");
  const number = (field: string) => Number(event[field]);
  switch (type) {
    case "0x4::operator::OperatorAdmitted":
      return { address: text("operator"), role: "operator", name: text("name"), unit: undefined, isOver: false };
    case "0x4::institution::InstitutionOpened":
      return {
        address: text("institution"),
        role: INSTITUTION_ROLES[number("kind")] ?? "institution",
        name: text("name"),
        unit: number("unit"),
        isOver: false,
      };
    case "0x4::clearing_house::ClearingHouseOpened":
      return { address: text("house"), role: "clearing house", name: text("name"), unit: number("unit"), isOver: false };
    case "0x3::supervisor::SupervisorAppointed":
    case "0x3::supervisor::SupervisorResigned":
      return { address: text("supervisor"), role: "supervisor", name: "", unit: undefined, isOver: type.endsWith("Resigned") };
    case "0x3::investigator::InvestigatorAppointed":
    case "0x3::investigator::InvestigatorResigned":
      return { address: text("investigator"), role: "investigator", name: "", unit: undefined, isOver: type.endsWith("Resigned") };
  }
  return undefined;
}
