/** How a piece of work ended well. Expected endings are values with a name, counted in the metrics. */
export interface StageResult {
  /** `stored`, `unchanged`, `skipped: too_short` and the like: few different values, they are metric labels. */
  readonly outcome: string;
}
