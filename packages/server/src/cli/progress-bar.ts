export interface ProgressBar {
  update(done: number, total: number, label: string): void;
  end(): void;
}

interface Terminal {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

const barWidth = 28;

/** A bar that stays on one line in a terminal; elsewhere a plain line every tenth of the way. */
export function createProgressBar(out: Terminal): ProgressBar {
  let tenth = 0;
  return {
    update(done, total, label) {
      if (out.isTTY) out.write(`\r\u001B[2K${line(done, total, label).slice(0, (out.columns ?? 80) - 1)}`);
      else if (Math.floor((done / total) * 10) > tenth || done === total) {
        tenth = Math.floor((done / total) * 10);
        out.write(`${done} of ${total}\n`);
      }
    },
    end() {
      if (out.isTTY) out.write("\r\u001B[2K");
    },
  };
}

function line(done: number, total: number, label: string): string {
  const filled = Math.round((done / Math.max(total, 1)) * barWidth);
  return `${"█".repeat(filled)}${"░".repeat(barWidth - filled)} ${done}/${total} ${label}`;
}
