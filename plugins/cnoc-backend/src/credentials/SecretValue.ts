/** The value of a credential as its user gets it: never in an answer, a log or a message. */
export type SecretValue =
  | { type: 'token'; username?: string; secret: string }
  | { type: 'basic'; username: string; secret: string }
  | { type: 'ssh'; username?: string; privateKey: string; passphrase?: string }
  | {
      type: 'certificate';
      /** PEM, with those of intermediate authorities after it */
      certificate: string;
      privateKey: string;
      passphrase?: string;
      /** A certificate has a name of its own */
      username?: undefined;
    };

/** What a git host can be shown. */
export type GitSecret = Exclude<SecretValue, { type: 'certificate' }>;
