const units: Record<string, bigint> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};
const part = /([0-9]+)(?:\.([0-9]*))?(ns|us|µs|μs|ms|s|m|h)/y;

/** Nanoseconds of a Go duration such as `1h30m` or `1.5s`; `undefined` for other text. */
export function parseDuration(text: string): bigint | undefined {
  const sign = text.startsWith('-') ? -1n : 1n;
  const rest = text.replace(/^[-+]/, '');
  if (rest === '0') return 0n;
  if (rest === '' || rest.length > 64) return undefined;
  let total = 0n;
  part.lastIndex = 0;
  while (part.lastIndex < rest.length) {
    const match = part.exec(rest);
    if (!match) return undefined;
    const [, whole, fraction = '', unit] = match;
    total += BigInt(whole) * units[unit];
    if (fraction)
      total +=
        (BigInt(fraction) * units[unit]) / 10n ** BigInt(fraction.length);
  }
  return sign * total;
}

/** The way Go prints a duration: `120s` → `2m0s`, `1500ms` → `1.5s`. */
export function formatDuration(nanoseconds: bigint): string {
  if (nanoseconds === 0n) return '0s';
  const sign = nanoseconds < 0n ? '-' : '';
  const total = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  if (total < units.s) {
    for (const unit of ['ms', 'µs', 'ns']) {
      if (total >= units[unit])
        return `${sign}${decimal(total, units[unit])}${unit}`;
    }
  }
  const hours = total / units.h;
  const minutes = (total % units.h) / units.m;
  const seconds = `${decimal(total % units.m, units.s)}s`;
  if (hours > 0n) return `${sign}${hours}h${minutes}m${seconds}`;
  return minutes > 0n ? `${sign}${minutes}m${seconds}` : `${sign}${seconds}`;
}

function decimal(value: bigint, unit: bigint): string {
  const fraction = (value % unit)
    .toString()
    .padStart(unit.toString().length - 1, '0')
    .replace(/0+$/, '');
  return fraction === '' ? `${value / unit}` : `${value / unit}.${fraction}`;
}
