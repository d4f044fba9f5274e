import { type Plugin, rollup } from "rollup";
import { dts } from "rollup-plugin-dts";

const packages = `${import.meta.dirname}/..`;

/** The types of a package's doors, with those of our own packages inlined. */
export async function writeTypes(options: {
  input: Record<string, string>;
  external: string[];
  target: string;
  tsconfig: string;
}): Promise<void> {
  const { input, external, target, tsconfig } = options;
  const types = await rollup({
    input,
    external,
    plugins: [inlineOwn, dts({ tsconfig })],
    // It minds that the type `Request` stays private: only functions that stay private too are written with it.
    onLog: (level, log, report) => (log.plugin === "dts" && level === "warn" ? undefined : report(level, log)),
  });
  await types.write({ dir: target, format: "es", chunkFileNames: "shared/[name].d.ts" });
  await types.close();
}

/** Our own packages are sources, not something to install. */
export const inlineOwn: Plugin = {
  name: "inline-own",
  resolveId: (id) => (/^@deskbell\/(contract|sdk)$/.test(id) ? `${packages}/${id.split("/")[1]}/src/index.ts` : null),
};
