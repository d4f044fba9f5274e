import type { Arrival } from "../late-component.tsx";
import { Header } from "./Header.tsx";
import { Meanwhile } from "./Meanwhile.tsx";

/** A whole screen that is on its way, or could not be had. */
export const MeanwhileScreen = (arrival: Partial<Arrival>) => (
  <>
    <Header title="" />
    <div class="body">
      <Meanwhile {...arrival} />
    </div>
  </>
);
