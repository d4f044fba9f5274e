/** What a person needs to see after `start`. */
export function banner(publicUrl: string, demo: boolean): string {
  const lines = [
    ...(demo ? [`Demo page     ${publicUrl}/demo`] : []),
    `Console       ${publicUrl}/console${demo ? "   agent@demo.test / deskbell-demo" : ""}`,
    ...(demo ? [`Help centre   ${publicUrl}/help/demo`] : []),
    `API docs      ${publicUrl}/docs`,
  ];
  return `\n  Deskbell is ready\n\n${lines.map((line) => `  ${line}\n`).join("")}\n  Ctrl-C stops it.\n\n`;
}
