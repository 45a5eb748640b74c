import { Table, Text } from "@mantine/core";
import type { PairObligation } from "./netting-replay.ts";
import type { StepOptions } from "./replay-steps.ts";
import { replayTexts } from "./replay-texts.ts";

/** A step as a table: who owes whom, what position each has, or what moves. */
export function NettingMatrix(options: StepOptions) {
  const t = replayTexts.use();
  const { step, replay } = options;
  return (
    <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: "region", "aria-label": t("matrix") } }}>
      {step === "gross" || step === "bilateral" ? (
        <Pairs {...options} pairs={replay[step]} />
      ) : step === "multilateral" ? (
        <Positions {...options} />
      ) : (
        <Moves {...options} />
      )}
    </Table.ScrollContainer>
  );
}

function Pairs({ replay, pairs, nameOf, money }: StepOptions & { readonly pairs: readonly PairObligation[] }) {
  const t = replayTexts.use();
  const { institutions } = replay;
  const sumOf = (some: readonly PairObligation[]) => money(some.reduce((sum, { amountMinor }) => sum + amountMinor, 0n));
  const cell = (row: string, column: string) => {
    const pair = pairs.find(({ payer, payee }) => payer === row && payee === column);
    return pair === undefined ? (row === column ? "" : "–") : money(pair.amountMinor);
  };
  return (
    <Table withTableBorder withColumnBorders>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("payer")}</Table.Th>
          {institutions.map((institution) => (
            <Table.Th key={institution} ta="right">
              {nameOf(institution)}
            </Table.Th>
          ))}
          <Table.Th ta="right">{t("pays")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {institutions.map((row) => (
          <Table.Tr key={row}>
            <Table.Th scope="row">{nameOf(row)}</Table.Th>
            {institutions.map((column) => (
              <Table.Td key={column} ta="right" className="figures">
                {cell(row, column)}
              </Table.Td>
            ))}
            <Table.Td ta="right" className="figures">
              {sumOf(pairs.filter(({ payer }) => payer === row))}
            </Table.Td>
          </Table.Tr>
        ))}
        <Table.Tr>
          <Table.Th scope="row">{t("gets")}</Table.Th>
          {institutions.map((column) => (
            <Table.Td key={column} ta="right" className="figures">
              {sumOf(pairs.filter(({ payee }) => payee === column))}
            </Table.Td>
          ))}
          <Table.Th ta="right" className="figures">
            {sumOf(pairs)}
          </Table.Th>
        </Table.Tr>
      </Table.Tbody>
    </Table>
  );
}

function Positions({ replay, nameOf, money }: StepOptions) {
  const t = replayTexts.use();
  return (
    <Table withTableBorder>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("institution")}</Table.Th>
          {(["gets", "pays", "netPosition"] as const).map((column) => (
            <Table.Th key={column} ta="right">
              {t(column)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {replay.positions.map(({ institution, getsMinor, paysMinor, netMinor }) => (
          <Table.Tr key={institution}>
            <Table.Th scope="row">{nameOf(institution)}</Table.Th>
            {[getsMinor, paysMinor, netMinor].map((minor, place) => (
              <Table.Td key={["gets", "pays", "net"][place]} ta="right" className="figures" fw={place === 2 ? 650 : undefined}>
                {money(minor)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Moves({ replay, nameOf, money }: StepOptions) {
  const t = replayTexts.use();
  const moving = replay.positions.filter(({ netMinor }) => netMinor !== 0n);
  if (moving.length === 0) return <Text>{t("nothingMoves")}</Text>;
  return (
    <Table withTableBorder>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("from")}</Table.Th>
          <Table.Th>{t("to")}</Table.Th>
          <Table.Th ta="right">{t("amount")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {moving
          .toSorted((left, right) => Number(left.netMinor > 0n) - Number(right.netMinor > 0n))
          .map(({ institution, netMinor }) => (
            <Table.Tr key={institution}>
              <Table.Td>{netMinor < 0n ? nameOf(institution) : t("centre")}</Table.Td>
              <Table.Td>{netMinor < 0n ? t("centre") : nameOf(institution)}</Table.Td>
              <Table.Td ta="right" className="figures">
                {money(netMinor < 0n ? -netMinor : netMinor)}
              </Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
  );
}
