/** Budgets that keep one hostile or broken file from costing more than itself. */
export interface YamlLimits {
  /** Size of a file in bytes. Checked before anything is parsed. */
  maxBytes: number;
  /** Documents in a file. */
  maxDocuments: number;
  /** Nesting of collections in a document. */
  maxDepth: number;
  /** Values in a file, counted after aliases and merges were expanded. */
  maxNodes: number;
}

export const defaultYamlLimits: YamlLimits = {
  maxBytes: 8 * 1024 * 1024,
  maxDocuments: 20_000,
  maxDepth: 64,
  maxNodes: 1_000_000,
};

/**
 * Values that aliases and merges may add to one document. Far above what people write (a few hundred),
 * far below what an alias bomb needs.
 */
export const maxExpandedNodes = 20_000;

/** Aliases in one document. Counted while reading, so that a bomb costs little more than its first thousand. */
export const maxAliases = 1_000;
