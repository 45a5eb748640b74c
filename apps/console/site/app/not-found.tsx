import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { EmptyState } from "../components/empty-state.tsx";
import { shellTexts } from "./shell-texts.ts";

export function NotFound() {
  const t = shellTexts.use();
  return (
    <EmptyState title={t("notFound")} text={t("notFoundText")}>
      <Button component={Link} to="/">
        {t("toOverview")}
      </Button>
    </EmptyState>
  );
}
