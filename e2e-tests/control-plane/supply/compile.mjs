import path from 'node:path';
import { runQuietly } from './runQuietly.mjs';

const TELL_EVERY_MS = 15_000;

/** Runs `go build -v …` into `output`, and tells every now and then how far it is. */
export async function compile(go, args, output, options, say) {
  const name = path.basename(output);
  const began = Date.now();
  let packages = 0;
  const telling = setInterval(() => {
    const seconds = Math.round((Date.now() - began) / 1000);
    say(`  ${name}: ${packages} packages compiled, ${seconds} s`);
  }, TELL_EVERY_MS);
  try {
    await runQuietly(
      go,
      ['build', '-v', '-o', output, ...args],
      options,
      line => {
        if (/^[\w.-]+(?:\/\S+)*$/.test(line)) packages += 1;
      },
    );
  } finally {
    clearInterval(telling);
  }
  say(`  ${name}: done`);
}
