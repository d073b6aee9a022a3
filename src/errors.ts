/** The person who asked can mend it; `message` says how, in one sentence. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** Worth trying again after `retryAfterMs`. */
export class TemporaryError extends Error {
  override readonly name = 'TemporaryError';
  readonly retryAfterMs: number;

  constructor(message: string, retryAfterMs: number, options?: ErrorOptions) {
    super(message, options);
    this.retryAfterMs = retryAfterMs;
  }
}

export interface ConfigProblem {
  /** Name of the environment variable. */
  readonly variable: string;
  /** What is wrong and what it should look like. */
  readonly problem: string;
}

/** The settings are wrong; every problem is named at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(({ variable, problem }) => `${variable}: ${problem}`).join('\n'));
    this.problems = problems;
  }
}
