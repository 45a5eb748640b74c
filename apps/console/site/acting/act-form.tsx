import { Alert, Autocomplete, Button, Group, type InputWrapperProps, Select, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import type { ReceiptJson } from "@sycee/protocol";
import { type ReactNode, useState } from "react";
import { useLanguage } from "../app/texts.ts";
import { Amount } from "../components/amount.tsx";
import { Failure } from "../components/failure.tsx";
import { Holder } from "../components/holder.tsx";
import { formatPercent } from "../components/percent.ts";
import { ActAs, useDevelopmentIdentities } from "../identity/act-as.tsx";
import { useIdentity } from "../identity/current-identity.tsx";
import type { Identity } from "../identity/identity.ts";
import { useNames } from "../identity/names.ts";
import { useRoles } from "../identity/role-texts.ts";
import { type Act, usePerform } from "./acting.tsx";
import { actFormTexts } from "./act-form-texts.ts";
import { type Field, type Fields, type FieldValues, readField, type ValuesOf } from "./field.ts";

interface ActFormOptions<F extends Fields> {
  /** Who signs first: the form waits until the person acts as that, which the page says by `MustAct`. */
  readonly actor: Identity["address"];
  /** Of the form's amounts. */
  readonly money: { readonly unit: string; readonly decimals: number };
  readonly fields: F;
  readonly button: string;
  /** The act. What the fields say is shown before its own rows. */
  readonly act: (values: ValuesOf<F>) => Act | Promise<Act>;
  readonly done?: (receipt: ReceiptJson) => void;
  /** What stands in fields at first by their names, before what they say themselves. */
  readonly given?: Readonly<Record<string, string>>;
}

/** Asks for what an act needs, says what is wrong with it, and has it confirmed, signed and sent. */
export function ActForm<const F extends Fields>({ actor, money, fields, button, act, done, given }: ActFormOptions<F>) {
  const t = actFormTexts.use();
  const names = useNames();
  const perform = usePerform();
  const initial = () => Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, given?.[name] ?? field.initial ?? ""]));
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(initial);
  const [isAsked, setAsked] = useState(false);
  const [error, setError] = useState<unknown>();
  const isActing = useIsActing(actor);
  const language = useLanguage();
  const read = Object.entries(fields).map(([name, field]) => ({
    name,
    field,
    read: readField(field, texts[name] ?? "", { decimals: money.decimals, names }),
  }));
  const submit = async () => {
    setAsked(true);
    setError(undefined);
    if (read.some((each) => each.read === undefined)) return;
    const shown = { money, language, noLimit: t("noLimit"), none: t("none"), address: t("address") };
    try {
      // Each value is of the kind that its field says.
      const wanted = await act(Object.fromEntries(read.map((each) => [each.name, each.read?.value])) as ValuesOf<F>);
      const rows = read.map((each) => ({ name: each.field.label, value: shownValue(each.field, each.read?.value, shown) }));
      const receipt = await perform({ ...wanted, rows: [...rows, ...wanted.rows] });
      if (receipt === undefined) return;
      setTexts(initial());
      setAsked(false);
      done?.(receipt);
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          {read.map((each) => (
            <FieldInput
              key={each.name}
              field={each.field}
              text={texts[each.name] ?? ""}
              changed={(text) => setTexts((before) => ({ ...before, [each.name]: text }))}
              wrong={isAsked && each.read === undefined ? t(`${each.field.kind}Wrong`, { decimals: money.decimals }) : undefined}
            />
          ))}
        </SimpleGrid>
        {error === undefined ? null : <Failure error={error} />}
        <Group justify="flex-end">
          <Button type="submit" disabled={!isActing}>
            {button}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Whether the person acts as an address. */
export function useIsActing(address: string): boolean {
  return useIdentity().identity?.address === address;
}

/** Says as whom one has to act; somebody of the development economy one becomes at one press. */
export function MustAct({ actor }: { readonly actor: string }) {
  const t = actFormTexts.use();
  const name = useNames().of(actor) ?? actor;
  const identity = useDevelopmentIdentities()?.find(({ address }) => address === actor);
  const roles = useRoles();
  return (
    <Alert color="gray" variant="light" p="xs" style={{ overflowWrap: "anywhere" }}>
      <Group gap="sm">
        <Text size="sm">
          {t(identity === undefined ? "mustAct" : "mustActHere", { name })} {roles.canOf(identity?.role)}
        </Text>
        {identity === undefined ? null : <ActAs identity={identity} />}
      </Group>
    </Alert>
  );
}

/** Fields beside each other stay in line, whichever has help. */
const HELP_BELOW: InputWrapperProps["inputWrapperOrder"] = ["label", "input", "description", "error"];

function FieldInput({
  field,
  text,
  changed,
  wrong,
}: {
  readonly field: Field;
  readonly text: string;
  readonly changed: (text: string) => void;
  readonly wrong: string | undefined;
}) {
  const names = useNames();
  const options = { label: field.label, description: field.description, error: wrong, inputWrapperOrder: HELP_BELOW };
  if (field.kind === "choice") {
    return (
      <Select
        {...options}
        data={[...(field.data ?? [])]}
        value={text === "" ? null : text}
        onChange={(value) => changed(value ?? "")}
        allowDeselect={false}
      />
    );
  }
  if (field.kind === "holder") {
    const offered = field.data?.map(({ label }) => label) ?? names.all.map(({ name }) => name);
    return <Autocomplete {...options} data={[...new Set(offered)]} limit={12} value={text} onChange={changed} />;
  }
  const inputMode = field.kind === "text" ? "text" : field.kind === "whole" ? "numeric" : "decimal";
  return (
    <TextInput
      {...options}
      value={text}
      onChange={(event) => changed(event.currentTarget.value)}
      inputMode={inputMode}
      autoComplete="off"
    />
  );
}

function shownValue(
  { kind, data = [] }: Field,
  value: FieldValues[keyof FieldValues],
  shown: {
    readonly money: { readonly unit: string; readonly decimals: number };
    readonly language: string;
    readonly noLimit: string;
    readonly none: string;
    readonly address: string;
  },
): ReactNode {
  if (value === undefined) return shown.noLimit;
  if (isList(value)) {
    if (value.length === 0) return shown.none;
    return kind === "wholes" ? value.join(", ") : value.map((each) => <Holder key={`${each}`} address={`${each}`} what={shown.address} />);
  }
  if (typeof value === "bigint") return kind === "whole" ? `${value}` : <Amount minor={value} {...shown.money} />;
  if (typeof value === "number") return formatPercent(value, shown.language);
  if (kind === "holder") return <Holder address={value} what={shown.address} />;
  return data.find((each) => each.value === value)?.label ?? value;
}

function isList(value: FieldValues[keyof FieldValues]): value is FieldValues["wholes"] | FieldValues["holders"] {
  return Array.isArray(value);
}
