import { documentSpans, isListDocument, type Diagnostic } from '@cnoc/hedgehog';
import type { DesiredObject } from '../desired';
import {
  unpackReading,
  type FileReading,
} from '../desired/parsing/FileReading';
import type { ResourceParser } from '../desired/parsing/ResourceParser';
import type { StoredDraft } from './StoredDraft';

/** What a draft's text says. */
export interface DraftReading {
  /** Absent when the text cannot become a document of its resource. */
  object?: DesiredObject;
  /** Lines are those of the draft's text. */
  diagnostics: Diagnostic[];
  /** Why there is no object, in a sentence. */
  refusal?: string;
}

/** Reads the texts of drafts, off the thread. @returns one reading for each, in the same order */
export async function readDrafts(
  drafts: readonly (StoredDraft & { yaml: string; file: string })[],
  options: { parser: ResourceParser; namespace: string; signal?: AbortSignal },
): Promise<DraftReading[]> {
  const readings = await options.parser.readFiles(
    drafts.map(({ file, yaml }) => ({ path: file, text: Buffer.from(yaml) })),
    options.namespace,
    options.signal,
  );
  return readings.map((reading, index) =>
    judge(drafts[index], unpackReading(drafts[index].file, reading)),
  );
}

function judge(
  draft: StoredDraft & { yaml: string; file: string },
  { fatal, notes, objects }: FileReading,
): DraftReading {
  const diagnostics = [...fatal, ...notes];
  const refuse = (message: string): DraftReading => {
    const own: Diagnostic = {
      rule: 'draft.document',
      severity: 'critical',
      message,
      kind: draft.kind,
      name: draft.name,
      file: draft.file,
    };
    return { diagnostics: [...diagnostics, own], refusal: message };
  };
  if (fatal.length > 0) return { diagnostics, refusal: fatal[0].message };
  const contents = documentSpans(draft.yaml).filter(({ start, end }) =>
    /^[ \t]*[^ \t\r\n#]/m.test(draft.yaml.slice(start, end)),
  );
  if (contents.length > 1) {
    return refuse('The draft holds several documents; it must be just one.');
  }
  if (isListDocument(draft.yaml) && objects.length > 0) {
    return refuse('The draft holds a List; write the resource by itself.');
  }
  const [object] = objects;
  if (!object) {
    const [foreign] = notes;
    return refuse(
      foreign
        ? `The draft holds no ${draft.kind}: ${foreign.message}`
        : `The draft holds no ${draft.kind}.`,
    );
  }
  if (object.kind !== draft.kind || object.name !== draft.name) {
    return refuse(
      `The draft is of ${draft.kind} ${draft.name}, and its text says ${object.kind} ${object.name}. Make a draft of that one, or take the names back.`,
    );
  }
  return { object, diagnostics };
}
