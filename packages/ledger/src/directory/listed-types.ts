import type { RuntimeType, VirtualMachine } from "@sycee/move-vm";
import { type Address, parseAddress } from "@sycee/protocol/core";
import { frameworkType, PACKAGE } from "../framework.ts";
import type { JsonFields } from "../views/table-entries.ts";

/** Lists of addresses at which resources of certain types lie. */
export type HolderList = "institutions" | "licences" | "proposals";
/** Lists of addresses of things that belong to somebody, by whose they are. */
export type PartyList = "escrows" | "requests" | "packets" | "orders";

/** A type whose resources are listed. */
export type ListedType =
  | { readonly type: RuntimeType; readonly holders: HolderList }
  | {
      readonly type: RuntimeType;
      readonly parties: PartyList;
      /** Under whom a thing is listed. */
      partiesOf(value: JsonFields): readonly Address[];
    };

/** The proposals of central banks, as a type of the ledger. */
export function proposalsType(vm: VirtualMachine): RuntimeType | undefined {
  const change = frameworkType(PACKAGE.banking, "policy_change", "Change");
  return vm.resolveType({ ...frameworkType(PACKAGE.oversight, "governed", "Proposals"), typeArguments: [change] });
}

/** Every type that is listed, of those that the machine's modules declare. */
export function listedTypes(vm: VirtualMachine): readonly ListedType[] {
  const holders = (holders: HolderList, type: RuntimeType | undefined): ListedType[] => (type === undefined ? [] : [{ type, holders }]);
  const banking = (module: string, name: string) => vm.resolveType(frameworkType(PACKAGE.banking, module, name));
  const parties = (list: PartyList, module: string, name: string, ...fields: readonly string[]): ListedType[] => {
    const type = vm.resolveType(frameworkType(PACKAGE.money, module, name));
    const partiesOf = (value: JsonFields): readonly Address[] =>
      list === "requests" && value.payment !== null ? [] : fields.flatMap((field) => addressIn(value[field]));
    return type === undefined ? [] : [{ type, parties: list, partiesOf }];
  };
  return [
    ...holders("institutions", banking("institution", "Institution")),
    ...holders("institutions", banking("central_bank", "CentralBank")),
    ...holders("institutions", banking("operator", "Operator")),
    ...holders("institutions", banking("clearing_house", "ClearingHouse")),
    ...holders("licences", vm.resolveType(frameworkType(PACKAGE.oversight, "licence", "Licences"))),
    ...holders("proposals", proposalsType(vm)),
    ...parties("escrows", "escrow", "Escrow", "buyer", "seller", "arbiter"),
    ...parties("requests", "payment_request", "PaymentRequest", "payee"),
    ...parties("packets", "red_packet", "RedPacket", "giver"),
    ...parties("orders", "standing_order", "StandingOrder", "payer", "payee"),
  ];
}

function addressIn(value: unknown): Address[] {
  const address = typeof value === "string" ? parseAddress(value) : undefined;
  return address === undefined ? [] : [address];
}
