import { Select, Stack, Title } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { client } from "../../app/client.ts";
import { usePathParameters } from "../../app/path-parameters.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { useLive } from "../../live/use-live.ts";
import { clearingTexts } from "./clearing-texts.ts";
import { HouseView } from "./house-view.tsx";

/** A clearing house: the one in the address, else the first that there is. */
export function Page() {
  const t = clearingTexts.use();
  const navigate = useNavigate();
  const { address } = usePathParameters();
  const houses = useLive(["clearing-houses"], () => client.clearingHouses(), 5_000);
  if (houses.isPending) return <PageSkeleton />;
  if (houses.isError) return <Failure error={houses.error} retry={() => void houses.refetch()} />;
  const chosen = address ?? houses.data[0]?.address;
  return (
    <Stack gap="md">
      <Title order={2}>{t("title")}</Title>
      {houses.data.length < 2 ? null : (
        <Select
          label={t("house")}
          data={houses.data.map((house) => ({ value: house.address, label: house.name }))}
          value={chosen ?? null}
          onChange={(value) => value !== null && void navigate({ to: `/clearing/${value}` })}
          allowDeselect={false}
          maw={360}
        />
      )}
      {chosen === undefined ? <EmptyState title={t("none")} text={t("noneText")} /> : <HouseView key={chosen} address={chosen} />}
    </Stack>
  );
}
