import { ActionIcon, Button, Group, NavLink, Paper, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { Dialog } from "../../components/dialog.tsx";
import { contractsTexts } from "./contracts-texts.ts";
import { isFilePath, type PackageDraft } from "./package-draft.ts";

interface FileListOptions {
  readonly draft: PackageDraft;
  readonly path: string;
  readonly choose: (path: string) => void;
}

/** The files of the package: one is chosen, others can be added and taken away. */
export function FileList({ draft, path, choose }: FileListOptions) {
  const t = contractsTexts.use();
  /** What is about to be thrown away: a file, or all of them. */
  const [leaving, setLeaving] = useState<string>();
  const remove = () => {
    if (leaving === ALL) draft.replace({});
    else if (leaving !== undefined) draft.remove(leaving);
    setLeaving(undefined);
  };
  return (
    <Paper withBorder p="sm" component="section">
      <Title order={3} size="h5" mb="xs">
        {t("files")}
      </Title>
      {draft.paths.map((each) => (
        <Group key={each} gap={2} wrap="nowrap">
          <NavLink
            component="button"
            type="button"
            label={each}
            active={each === path}
            onClick={() => choose(each)}
            className="identifier"
          />
          {each === "Move.toml" ? null : (
            <ActionIcon variant="subtle" color="gray" aria-label={t("removeFile", { path: each })} onClick={() => setLeaving(each)}>
              <IconTrash size={16} />
            </ActionIcon>
          )}
        </Group>
      ))}
      <NewFile draft={draft} choose={choose} />
      <Button mt="sm" size="xs" variant="subtle" color="gray" onClick={() => setLeaving(ALL)}>
        {t("removeAll")}
      </Button>
      <Dialog opened={leaving !== undefined} onClose={() => setLeaving(undefined)} title={t("removeTitle")}>
        <Stack>
          <Text>{leaving === ALL ? t("removeAllText") : t("removeFileText", { path: leaving ?? "" })}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setLeaving(undefined)} data-autofocus>
              {t("keep")}
            </Button>
            <Button color="red" onClick={remove}>
              {t("removeYes")}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </Paper>
  );
}

/** No path of a file. */
const ALL = "*";

function NewFile({ draft, choose }: Omit<FileListOptions, "path">) {
  const t = contractsTexts.use();
  const form = useForm({
    initialValues: { path: "" },
    validate: {
      path: (path) => (!isFilePath(path) ? t("filePathWrong") : draft.paths.includes(path) ? t("fileThere") : null),
    },
  });
  const add = ({ path }: typeof form.values) => {
    draft.write(path, "");
    choose(path);
    form.reset();
  };
  return (
    <form onSubmit={form.onSubmit(add)}>
      <TextInput
        mt="sm"
        size="xs"
        label={t("newFile")}
        placeholder="sources/savings.move"
        autoComplete="off"
        {...form.getInputProps("path")}
      />
      <Button mt={4} size="xs" variant="default" type="submit">
        {t("addFile")}
      </Button>
    </form>
  );
}
