import {
  documentsOf,
  lineOf,
  parsePath,
  readYaml,
  validateFabric,
} from '@cnoc/hedgehog';
import { readResourceFile } from './readResourceFile';
import { serveTasks } from './serveTasks';
import type {
  CheckTask,
  DocumentTask,
  LocateTask,
  ParseResults,
  ParseTask,
} from './tasks';

/** This file, for a thread to run: importing it only tells where it is. */
export const parseWorkerFile = __filename;

function work(task: ParseTask): ParseResults[ParseTask['type']] {
  switch (task.type) {
    case 'read':
      return task.files.map(file => readResourceFile(file, task.namespace));
    case 'check':
      return check(task);
    case 'locate':
      return locate(task);
    default:
      return document(task);
  }
}

function check(task: CheckTask): ParseResults['check'] {
  const { objects, files, lines, limit, shapes } = task;
  const all = validateFabric(
    objects.map((text, index) => ({
      object: JSON.parse(text),
      file: files[index],
      line: lines[index],
    })),
    shapes && { shapes },
  );
  // Duplicates refuse a commit before it comes to this, with both places named.
  const found = all.filter(({ rule }) => rule !== 'object.duplicate');
  return { found: found.slice(0, limit), total: found.length };
}

function locate({ file, fields }: LocateTask): ParseResults['locate'] {
  const { objects } = readYaml(file.text, { file: file.path });
  const byKey = new Map(
    objects.map(({ object }) => [
      `${object.kind}/${object.metadata.name}`,
      object,
    ]),
  );
  return fields.map(({ kind, name, path }) => {
    const object = byKey.get(`${kind}/${name}`);
    const segments = parsePath(path);
    return object && segments && lineOf(object, segments);
  });
}

function document({ file, kind, name }: DocumentTask): string | undefined {
  const isIt = (key: { kind?: string; name?: string }) =>
    key.kind === kind && key.name === name;
  return documentsOf(Buffer.from(file.text).toString('utf8')).find(
    one => isIt(one) || one.items?.some(isIt),
  )?.text;
}

serveTasks(task => work(task as ParseTask));
