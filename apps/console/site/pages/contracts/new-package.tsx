import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { PackageFiles } from "@sycee/move-build/in-memory";
import { packageTemplate } from "@sycee/move-build/package-template";
import { EmptyState } from "../../components/empty-state.tsx";
import { contractsTexts } from "./contracts-texts.ts";

const NAME = /^[a-z][a-z0-9_]{0,63}$/;
/** What the manifest says of the package's address; publishing gives it the one that follows from publisher and name. */
const ADDRESS_WHILE_WRITTEN = "0x100";

/** Nothing is written yet: begins with a counter and its tests. */
export function NewPackage({ begin }: { readonly begin: (files: PackageFiles) => void }) {
  const t = contractsTexts.use();
  const form = useForm({
    initialValues: { name: "my_counter" },
    validate: { name: (name) => (NAME.test(name) ? null : t("packageNameWrong")) },
  });
  return (
    <EmptyState title={t("nothingWritten")} text={t("nothingWrittenText")}>
      <form onSubmit={form.onSubmit(({ name }) => begin(packageTemplate(name, ADDRESS_WHILE_WRITTEN, "../std")))}>
        <TextInput label={t("packageName")} autoComplete="off" {...form.getInputProps("name")} mb="sm" />
        <Button type="submit" fullWidth>
          {t("beginTemplate")}
        </Button>
      </form>
    </EmptyState>
  );
}
