import { describeFailure } from './describe-failure.js';
import type { SimulationReport } from './simulate.js';

/** The report for people. */
export function describe(report: SimulationReport): string {
  const { boundaries, cases, seeds, wrong, failures, defects, branches, seconds } = report;
  const found = defects.filter(({ foundBy }) => foundBy !== null);
  return [
    ...coverageLines(report),
    '',
    'planted defects',
    ...defects.map(({ id, rule, foundBy, as, cases: tried, seconds: took }) =>
      foundBy === null
        ? `  NOT FOUND  ${id}: ${rule}`
        : `  ${id.padEnd(34)} ${rule}\n  ${' '.repeat(34)} found in ${took} s by case ${tried}, ${foundBy}: ${as.join(', ')}`,
    ),
    '',
    ...failures.slice(0, 20).map(describeFailure),
    `boundaries          ${Object.entries(boundaries)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}`,
    `single faults       ${cases['single faults']}, in recovery ${cases['recovery faults']}`,
    `crash pairs         ${cases['crash pairs']}`,
    `random schedules    ${cases['random schedules']} (seeds ${seeds.from} to ${seeds.from + seeds.count - 1}), kept cases ${cases['kept cases']}`,
    `duplicates          ${wrong.duplicates}`,
    `losses              ${wrong.losses}`,
    `wrong statuses      ${wrong.wrongStatuses}`,
    `unfinished          ${wrong.unfinished}`,
    `needlessly parked   ${wrong.needlesslyParked}`,
    `planted defects     ${found.length} of ${defects.length} found, the slowest in ${Math.max(0, ...defects.map((defect) => defect.seconds))} s`,
    `recovery branches   ${branches.entered} entered, ${branches.missing.length} not`,
    `wall time           ${seconds} s`,
    report.isClean ? 'clean' : 'NOT CLEAN',
  ].join('\n');
}

/** One line a boundary: how many kinds of fault struck there, and the one that struck least. */
function coverageLines({ coverage, emptyCells, branches }: SimulationReport): readonly string[] {
  const rows = Object.entries(coverage).map(([boundary, kinds]) => {
    const [rarest, count] = Object.entries(kinds).reduce((least, next) => (next[1] < least[1] ? next : least));
    return `  ${boundary.padEnd(30)} ${String(Object.keys(kinds).length).padStart(2)} kinds of fault, least ${rarest}: ${count}`;
  });
  return [
    'coverage: boundary x kind of fault',
    ...rows,
    ...emptyCells.map((cell) => `  EMPTY  ${cell}`),
    ...branches.missing.map((branch) => `  NOT ENTERED  ${branch}`),
  ];
}
