import { encodeGenesis, type GenesisProgram } from "@sycee/ledger";
import type { Call } from "@sycee/protocol";
import {
  admitOperator,
  enableWarrants,
  entrustUnit,
  establishCentralBank,
  FRAMEWORK,
  grantLicence,
  initialiseMoney,
  initialiseOversight,
  registerUnit,
  setTier,
} from "@sycee/sdk";
import type { GenesisPlan, UnitPlan } from "./genesis-plan.ts";

/** The genesis document of a plan, with these modules, dependencies first. The same plan and modules make the same bytes. */
export function genesisOfPlan(plan: GenesisPlan, modules: readonly Uint8Array[]): Uint8Array {
  const { timeMs, supervisor, investigator, units } = plan;
  const programs: GenesisProgram[] = [
    {
      signers: [FRAMEWORK.money],
      calls: [
        initialiseMoney(),
        ...units.flatMap(({ code, decimals, zoneOffsetMinutes, centralBank }, index) => [
          registerUnit({ code, decimals, zoneOffsetMinutes }),
          entrustUnit({ unit: index + 1, centralBank: centralBank.address }),
        ]),
      ],
    },
    { signers: [FRAMEWORK.oversight, FRAMEWORK.std], calls: [initialiseOversight({ supervisor })] },
    ...(investigator === undefined ? [] : [{ signers: [FRAMEWORK.oversight, FRAMEWORK.money], calls: [enableWarrants({ investigator })] }]),
    { signers: [supervisor], calls: units.flatMap((unit, index) => licencesOf(unit, index + 1)) },
    ...units.map((unit, index) => programOfBank(unit, index + 1)),
  ];
  return encodeGenesis({ timeMs, modules, programs });
}

function licencesOf({ centralBank }: UnitPlan, unit: number): Call[] {
  return [
    grantLicence({ kind: "centralBank", unit, holder: centralBank.address }),
    ...centralBank.operators.map(({ address }) => grantLicence({ kind: "operator", unit, holder: address })),
  ];
}

function programOfBank({ centralBank }: UnitPlan, unit: number): GenesisProgram {
  const { address, name, settlementSymbol, cashSymbol, tiers, operators } = centralBank;
  return {
    signers: [address],
    calls: [
      establishCentralBank({ unit, name, settlementSymbol, cashSymbol }),
      ...tiers.map((tier) => setTier(tier)),
      ...operators.map((operator) => admitOperator({ operator: operator.address, name: operator.name })),
    ],
  };
}
