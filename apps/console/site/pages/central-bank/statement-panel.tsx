import { Skeleton } from "@mantine/core";
import { client } from "../../app/client.ts";
import { BalanceSheet } from "../../components/balance-sheet.tsx";
import { Failure } from "../../components/failure.tsx";
import { useLive } from "../../live/use-live.ts";
import type { Bank } from "./central-bank-page.tsx";
import { centralBankTexts } from "./central-bank-texts.ts";

/** The lines of a central bank's statement, and the texts that name them. */
const LINES = {
  "foreign assets": "foreignAssets",
  "claims on government": "claimsOnGovernment",
  "claims on banks": "claimsOnBanks",
  "other assets": "otherAssets",
  "currency issue": "currencyIssue",
  "deposits of banks": "depositsOfBanks",
  "deposits of non-financial institutions": "depositsOfInstitutions",
  "deposits of clearing houses": "depositsOfClearing",
  "deposits of government": "depositsOfGovernment",
  "deposits of the deposit insurer": "depositsOfInsurer",
  "own capital": "ownCapital",
} as const;

/** Both sides of the central bank's statement. */
export function StatementPanel({ bank }: { readonly bank: Bank }) {
  const t = centralBankTexts.use();
  const statistics = useLive(["statistics"], () => client.statistics());
  if (statistics.isPending) return <Skeleton height={430} />;
  if (statistics.isError) return <Failure error={statistics.error} retry={() => void statistics.refetch()} />;
  const statement = statistics.data.units.find(({ centralBank }) => centralBank === bank.address)?.statement;
  const named = ({ line, amountMinor }: { readonly line: string; readonly amountMinor: string }) => ({
    name: isLine(line) ? t(LINES[line]) : line,
    minor: BigInt(amountMinor),
  });
  return (
    <BalanceSheet
      title={t("statement")}
      file={`statement-${bank.unit}`}
      money={bank}
      assets={(statement?.assets ?? []).map(named)}
      liabilities={(statement?.liabilities ?? []).map(named)}
    />
  );
}

function isLine(line: string): line is keyof typeof LINES {
  return line in LINES;
}
