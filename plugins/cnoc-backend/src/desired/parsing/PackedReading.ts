import type { Diagnostic } from '@cnoc/hedgehog';

/** One resource of a file, ready to be stored: its objects are JSON text, which passes between threads at no cost. */
export interface PackedResource {
  kind: string;
  name: string;
  /** 1-based line where the document begins. */
  line: number;
  /** Of the canonical form. */
  hash: string;
  /** Of everything that is stored about the resource. */
  digest: string;
  /** JSON, as written. */
  object: string;
  /** JSON. */
  canonical: string;
}

/** What one file says; depends on nothing but the file and the fabric's namespace. */
export interface PackedReading {
  /** Each of them refuses the whole commit. */
  fatal: Diagnostic[];
  notes: Diagnostic[];
  resources: PackedResource[];
}
