import { rm } from 'node:fs/promises';
import { state } from './paths.mjs';

export async function main() {
  await rm(state, { recursive: true, force: true });
  console.log('Removed the databases, caches and lab data under .cnoc.');
}
