import { Badge, Button, Table } from "@mantine/core";
import type { WarrantJson } from "@sycee/protocol";
import { liftCustomer, liftWallet } from "@sycee/sdk";
import { usePerform } from "../../acting/acting.tsx";
import { Holder } from "../../components/holder.tsx";
import { formatMoment } from "../../components/moment.ts";
import { Panel } from "../../components/panel.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import type { Identity } from "../../identity/identity.ts";
import { useAuthority } from "./authority.ts";
import { supervisionTexts } from "./supervision-texts.ts";
import { warrantTexts } from "./warrant-texts.ts";

const COLUMNS = ["number", "about", "state", "askedBy", "approvedBy", "from", "until"] as const;
const COLOURS = { standing: "blue", lifted: "gray", ended: "gray" } as const;

interface WarrantsTableOptions {
  readonly address: Identity["address"];
  readonly warrants: readonly WarrantJson[];
}

/** Warrants with who asked, who approved, why and until when; one that stands can be lifted. */
export function WarrantsTable({ address, warrants }: WarrantsTableOptions) {
  const t = warrantTexts.use();
  const general = supervisionTexts.use();
  const authority = useAuthority();
  return (
    <Panel title={general("warrants")}>
      <WideTable
        minWidth={980}
        caption={general("warrants")}
        columns={[...COLUMNS.map((name) => ({ label: t(name) })), { label: general("reason") }, { label: "" }]}
      >
        <Table.Tbody>
          {warrants.map((warrant) => (
            <Table.Tr key={warrant.number}>
              <Table.Td>{warrant.number}</Table.Td>
              <Table.Td>
                {warrant.account === null
                  ? t("wallet")
                  : t("account", { account: warrant.account.account, symbol: warrant.account.symbol })}
              </Table.Td>
              <Table.Td>
                <Badge color={COLOURS[warrant.state]} variant="light" miw="max-content">
                  {t(warrant.state)}
                </Badge>
              </Table.Td>
              <Table.Td>
                <Holder address={warrant.requester} what={general("address")} />
              </Table.Td>
              <Table.Td>
                <Holder address={warrant.approver} what={general("address")} />
              </Table.Td>
              <Table.Td>{formatMoment(warrant.issuedAtMs)}</Table.Td>
              <Table.Td>{formatMoment(warrant.untilMs)}</Table.Td>
              <Table.Td style={{ overflowWrap: "anywhere" }}>{warrant.reason}</Table.Td>
              <Table.Td>
                {warrant.state === "standing" && authority !== undefined ? <Lift address={address} warrant={warrant} /> : null}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Panel>
  );
}

function Lift({ address, warrant }: { readonly address: Identity["address"]; readonly warrant: WarrantJson }) {
  const t = warrantTexts.use();
  const general = supervisionTexts.use();
  const perform = usePerform();
  const number = BigInt(warrant.number);
  const lift = () => {
    const call =
      warrant.account === null
        ? liftWallet({ owner: address, number })
        : liftCustomer({ institution: address, instrument: warrant.account.instrument, account: warrant.account.account, number });
    return perform({
      title: t("liftNumber", { number: warrant.number }),
      rows: [
        { name: general("holder"), value: <Holder address={address} what={general("address")} /> },
        { name: general("reason"), value: warrant.reason },
      ],
      danger: t("liftDanger"),
      calls: [call],
    });
  };
  return (
    <Button size="compact-sm" variant="default" onClick={() => void lift()} aria-label={t("liftNumber", { number: warrant.number })}>
      {t("lift")}
    </Button>
  );
}
