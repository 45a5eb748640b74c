import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./app/site.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no element with the id root");
createRoot(root).render(<App />);
