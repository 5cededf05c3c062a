/** The value of a credential as its user gets it: never in an answer, a log or a message. */
export type SecretValue =
  | { type: 'token'; username?: string; secret: string }
  | { type: 'basic'; username: string; secret: string }
  | { type: 'ssh'; username?: string; privateKey: string; passphrase?: string };
