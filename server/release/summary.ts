import type { ReleaseManifest } from '../../shared/release/manifest.ts';
import type { ReleaseStatistics } from '../../shared/release/statistics.ts';

/** What a list of releases tells of each. */
export interface ReleaseSummary {
  readonly formats: ReleaseManifest['recipe']['formats'];
  readonly isDivided: boolean;
  readonly statistics: ReleaseStatistics;
}

export function summaryOf({ recipe, statistics }: ReleaseManifest): ReleaseSummary {
  return { formats: recipe.formats, isDivided: recipe.splits !== null, statistics };
}
