/** How a setting is written and read. */
export interface SettingType<Value> {
  /** Completes "it should be …". */
  readonly expected: string;
  /** Undefined when the text is not what is expected. */
  read(text: string): Value | undefined;
}

/** One thing that can be set by an environment variable. */
export interface Setting<Value> {
  /** Name of the environment variable. */
  readonly name: string;
  readonly type: SettingType<Value>;
  /** As it would be written; empty means that nothing is set. */
  readonly default: string;
  readonly meaning: string;
  /** Never shown, never logged. */
  readonly isSecret: boolean;
}
