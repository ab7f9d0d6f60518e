/** What of a file was not read, named and counted. */
export interface HarWarning {
  /** Place in `log.entries`, from 0. */
  readonly entry: number;
  /** In words, without anything of the file: "it has no request". */
  readonly problem: string;
}

export interface HarWarnings {
  /** The first hundred. */
  readonly skipped: readonly HarWarning[];
  /** How many entries were skipped in all. */
  readonly count: number;
}
