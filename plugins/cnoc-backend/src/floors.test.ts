import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Rooms by floor, from the top; a room may import from the floors below its own. */
const floors = [
  ['http'],
  ['reconcile'],
  ['deployments'],
  ['changes'],
  ['drift'],
  ['desired'],
  ['repositories', 'live'],
  ['credentials'],
  ['activity'],
  ['fabrics'],
];
const floorOf = (room: string) =>
  floors.findIndex(rooms => rooms.includes(room));

const sources = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .filter(file => !/\.test\.ts$|__testUtils__/.test(file))
  .map(file => ({ file, room: file.split(path.sep)[0] }))
  .filter(({ file, room }) => file !== room);

describe('the rooms of the engine', () => {
  it('are all on a floor', () => {
    expect(new Set(sources.map(({ room }) => room))).toEqual(
      new Set(floors.flat()),
    );
  });

  it.each(sources)('$file imports from below only', ({ file, room }) => {
    const text = readFileSync(path.join(__dirname, file), 'utf8');
    const imported = [...text.matchAll(/from '(\.\.?\/[^']+)'/g)]
      .map(([, target]) => path.join(path.dirname(file), target))
      .map(target => target.split(path.sep)[0]);
    for (const other of imported) {
      if (other === room) continue;
      expect({ [other]: floorOf(other) > floorOf(room) }).toEqual({
        [other]: true,
      });
    }
  });
});
