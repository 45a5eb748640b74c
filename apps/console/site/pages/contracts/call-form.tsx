import { Autocomplete, Button, Group, Paper, Select, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Address, ReceiptJson } from "@sycee/protocol";
import { ArgumentTextError } from "@sycee/sdk";
import { usePerform } from "../../acting/acting.tsx";
import { useIdentity } from "../../identity/current-identity.tsx";
import { useNames } from "../../identity/names.ts";
import { type FormField, fieldsOf, readFields } from "./call-fields.ts";
import { contractsTexts } from "./contracts-texts.ts";
import type { CallableModule, EntryFunction } from "./ledger-functions.ts";

/** Gas that a call from a form may use. */
const GAS_LIMIT = 10_000_000n;

interface CallFormOptions {
  readonly module: CallableModule;
  readonly called: EntryFunction;
  readonly done: (receipt: ReceiptJson) => void;
}

/** A form of what a function takes: the first signer is the current identity, further signers and all values are fields. */
export function CallForm({ module, called, done }: CallFormOptions) {
  const t = contractsTexts.use();
  const names = useNames();
  const perform = usePerform();
  const { identity } = useIdentity();
  const fields = fieldsOf(called);
  const form = useForm<Record<string, string>>({
    initialValues: Object.fromEntries(fields.map(({ key, type }) => [key, type === "bool" ? "false" : ""])),
  });
  const resolve = async (text: string): Promise<Address> => {
    const found = names.find(text);
    if (found === undefined) throw new ArgumentTextError(t("addressWrong", { text }));
    return await Promise.resolve(found);
  };
  const submit = async (values: Record<string, string>) => {
    const read = await readFields(called, values, resolve);
    if (read.kind === "wrong") {
      form.setErrors(read.errors);
      return;
    }
    const { typeArguments, others, given } = read;
    const receipt = await perform({
      title: t("callTitle", { name: `${module.name}::${called.name}` }),
      rows: fields.map((field) => ({ name: labelOf(field, t), value: values[field.key] ?? "" })),
      calls: [{ address: module.address, module: module.name, function: called.name, typeArguments, arguments: given }],
      gasLimit: GAS_LIMIT,
      ...(others.length === 0 ? {} : { others }),
    });
    if (receipt !== undefined) done(receipt);
  };
  const people = [...new Set(names.all.map(({ name }) => name))];
  return (
    <Paper withBorder p="md" component="section">
      <form onSubmit={form.onSubmit(submit)}>
        <Stack gap="sm">
          <Title order={3} size="h5" className="identifier">
            {module.name}::{called.name}
          </Title>
          {called.parameters.includes("signer") ? <Text size="sm">{t("signerIs", { name: identity?.name ?? "—" })}</Text> : null}
          {fields.map((field) => (
            <Field key={field.key} field={field} people={people} input={form.getInputProps(field.key)} />
          ))}
          <Group justify="flex-end">
            <Button type="submit" disabled={identity === undefined}>
              {t("callButton")}
            </Button>
          </Group>
          {identity === undefined ? <Text size="sm">{t("callAs")}</Text> : null}
        </Stack>
      </form>
    </Paper>
  );
}

interface FieldOptions {
  readonly field: FormField;
  readonly people: readonly string[];
  readonly input: ReturnType<ReturnType<typeof useForm<Record<string, string>>>["getInputProps"]>;
}

/** The field of one value, by its type. */
function Field({ field, people, input }: FieldOptions) {
  const t = contractsTexts.use();
  const label = labelOf(field, t);
  if (field.type === "address" || field.kind === "signer")
    return <Autocomplete label={label} description={t("addressHelp")} data={[...people]} limit={12} {...input} />;
  if (field.type === "bool") return <Select label={label} data={["true", "false"]} allowDeselect={false} {...input} />;
  const isNumber = /^u\d+$/.test(field.type);
  return (
    <TextInput
      label={label}
      description={t(helpOf(field))}
      autoComplete="off"
      {...(isNumber ? { inputMode: "numeric" as const } : {})}
      {...input}
    />
  );
}

function labelOf({ kind, number, type }: FormField, t: ReturnType<typeof contractsTexts.use>): string {
  if (kind === "signer") return t("signerNumber", { number });
  return kind === "type" ? t("typeNumber", { type }) : t("valueNumber", { number, type });
}

function helpOf({ kind, type }: FormField) {
  if (kind === "type") return "typeHelp";
  if (/^u\d+$/.test(type)) return "numberHelp";
  if (type === "vector<u8>") return "bytesHelp";
  if (type.startsWith("vector<")) return "vectorHelp";
  return type.startsWith("0x1::option::Option<") ? "optionHelp" : "textHelp";
}
