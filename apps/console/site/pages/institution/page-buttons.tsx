import { Button, Group } from "@mantine/core";
import { bankTexts } from "./bank-texts.ts";

interface PageButtonsOptions {
  /** Where the page begins; `undefined` is the first. */
  readonly after: string | undefined;
  readonly next: string | null;
  readonly go: (after: string | undefined) => void;
}

/** To the first and to the next page of a list. */
export function PageButtons({ after, next, go }: PageButtonsOptions) {
  const t = bankTexts.use();
  if (after === undefined && next === null) return null;
  return (
    <Group mt="sm" gap="sm">
      <Button variant="default" disabled={after === undefined} onClick={() => go(undefined)}>
        {t("first")}
      </Button>
      <Button variant="default" disabled={next === null} onClick={() => go(next ?? undefined)}>
        {t("next")}
      </Button>
    </Group>
  );
}
