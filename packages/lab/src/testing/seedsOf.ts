import type { LabFabricSeed } from '../seeds/LabFabricSeed';

/** A fabric of one commit with these files, all of it deployed. */
export function fabricSeed(
  name: string,
  files: Record<string, string>,
): LabFabricSeed {
  return {
    name,
    title: name,
    history: [
      {
        message: 'Begin',
        author: { name: 'test', email: 'test@lab.invalid' },
        files,
      },
    ],
    handEdits: [],
  };
}
