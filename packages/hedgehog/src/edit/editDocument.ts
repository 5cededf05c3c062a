import { isEqual } from '../compare/isEqual';
import { copyJson, isMap, JsonMap, setOwn } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { printYaml } from '../yaml/printYaml';
import { readYaml } from '../yaml/readYaml';
import { DocumentPatch } from './DocumentPatch';

/** A document after an edit. */
export interface DocumentEdit {
  text: string;
  /** The document could not be changed line by line and was printed anew: comments inside of it are lost. */
  isReprinted: boolean;
}

/**
 * Changes a document's text so that it says just `object`, and nothing but the lines that say something else now:
 * comments, key order, quotes and indentation of all other lines stay byte for byte. Where that cannot be done (a text
 * that cannot be read, a value shared through an anchor), the document is printed anew.
 */
export function editDocument(
  documentText: string,
  object: KubernetesObject,
): DocumentEdit {
  // Forms leave keys without value behind; in JSON they do not exist
  const wanted = JSON.parse(JSON.stringify(object)) as KubernetesObject;
  const now = valueOf(documentText);
  if (now && isEqual(now, wanted)) {
    return { text: documentText, isReprinted: false };
  }
  const json = now && editJson(documentText, now, wanted);
  if (json) return json;
  const patched = now && patch(documentText, now, wanted);
  if (patched !== undefined && isEqual(valueOf(patched), wanted)) {
    return { text: patched, isReprinted: false };
  }
  return { text: reprint(documentText, wanted), isReprinted: true };
}

function valueOf(text: string): KubernetesObject | undefined {
  const { objects, diagnostics } = readYaml(text, { file: 'document.yaml' });
  const isSound = diagnostics.every(({ severity }) => severity !== 'critical');
  return isSound && objects.length === 1 ? objects[0].object : undefined;
}

function patch(
  text: string,
  now: KubernetesObject,
  wanted: KubernetesObject,
): string | undefined {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  if (text.endsWith('\n')) return DocumentPatch.apply(text, now, wanted);
  const patched = DocumentPatch.apply(text + newline, now, wanted);
  return patched?.endsWith(newline)
    ? patched.slice(0, -newline.length)
    : patched;
}

/** JSON stays JSON, with the order of its keys. */
function editJson(
  text: string,
  now: KubernetesObject,
  wanted: KubernetesObject,
): DocumentEdit | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  const indent = /^\{\r?\n([ \t]+)/.exec(text.trimStart())?.[1] ?? '';
  const print = (value: unknown) => JSON.stringify(value, null, indent);
  const [, head, tail] = /^(\s*)[^]*?(\s*)$/.exec(text) as RegExpExecArray;
  return {
    text: head + print(inOrder(now, wanted)) + tail,
    isReprinted: head + print(now) + tail !== text,
  };
}

function inOrder(now: unknown, wanted: unknown): unknown {
  if (Array.isArray(now) && Array.isArray(wanted)) {
    return wanted.map((item, index) => inOrder(now[index], item));
  }
  if (!isMap(now) || !isMap(wanted)) return copyJson(wanted);
  const result: JsonMap = {};
  for (const key of [...Object.keys(now), ...Object.keys(wanted)]) {
    if (Object.hasOwn(wanted, key)) {
      setOwn(result, key, inOrder(now[key], wanted[key]));
    }
  }
  return result;
}

/** What stands above the first key is about the whole and stays also then. */
function reprint(text: string, wanted: KubernetesObject): string {
  const [head] = /^(?:[ \t]*(?:#.*)?\r?\n)*/.exec(text) as RegExpExecArray;
  const body = printYaml(wanted);
  return text.includes('\r\n')
    ? head + body.replaceAll('\n', '\r\n')
    : head + body;
}
