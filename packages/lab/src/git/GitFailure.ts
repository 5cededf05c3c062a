/** git refused; the message holds what it said, without paths of the machine. */
export class GitFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'GitFailure';
  }
}
