import { useLanguage } from "../../language/Language";
import type { Node } from "../../service/client";
import { chapters, outcomeCounts, outcomes } from "../../state/outcomes";
import { Icon, outcomeIcons } from "../Icons";

/** How the indicators of each standard came out. The drawing repeats what the legend and the table say in words. */
export function OutcomeChart({ nodes }: { nodes: readonly Node[] }) {
  const { text } = useLanguage();
  const rows = chapters(nodes).map(node => ({ node, counts: outcomeCounts(node) }));
  const present = outcomes.filter(outcome => rows.some(row => row.counts[outcome] > 0));
  const most = Math.max(1, ...rows.map(row => present.reduce((sum, outcome) => sum + row.counts[outcome], 0)));
  const title = rows[0]?.node.kind === "standard" ? text.evaluation.chartByStandard : text.evaluation.chartByCriterion;
  return (
    <section className="chart" aria-labelledby="chart">
      <h3 id="chart" className="heading">
        {title}
      </h3>
      <ul className="legend">
        {present.map(outcome => (
          <li key={outcome} className={`outcome-${outcome}`}>
            <svg className="legend-colour" viewBox="0 0 12 12" aria-hidden="true">
              <rect width="12" height="12" rx="2" />
            </svg>
            {text.evaluation.outcome[outcome]} <b>{rows.reduce((sum, row) => sum + row.counts[outcome], 0)}</b>
          </li>
        ))}
      </ul>
      <div className="chart-rows" aria-hidden="true">
        {rows.map(({ node, counts }) => (
          <div key={node.code} className="chart-row" title={node.title}>
            <span>{node.code}</span>
            <svg>
              {stacked(present.map(outcome => ({ outcome, count: counts[outcome] })))
                .filter(({ count }) => count > 0)
                .map(({ outcome, from, count }) => (
                  <g key={outcome} className={`outcome-${outcome}`}>
                    <rect x={`${(100 * from) / most}%`} width={`${(100 * count) / most - 0.4}%`} height="16" />
                    <text x={`${(100 * (from + count / 2)) / most}%`} y="12" textAnchor="middle">
                      {count}
                    </text>
                  </g>
                ))}
            </svg>
          </div>
        ))}
      </div>
      <details className="chart-table">
        <summary>
          <Icon name="chevron" />
          {text.evaluation.chartTable}
        </summary>
        <div className="table-ground" tabIndex={0} role="region" aria-label={text.evaluation.chartTable}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{text.evaluation.row}</th>
                {present.map(outcome => (
                  <th key={outcome} scope="col">
                    <Icon name={outcomeIcons[outcome]} /> {text.evaluation.outcome[outcome]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ node, counts }) => (
                <tr key={node.code}>
                  <th scope="row">
                    {node.code}. {node.title}
                  </th>
                  {present.map(outcome => (
                    <td key={outcome}>{counts[outcome]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

function stacked<T extends { readonly count: number }>(parts: readonly T[]): (T & { readonly from: number })[] {
  let from = 0;
  return parts.map(part => {
    const placed = { ...part, from };
    from += part.count;
    return placed;
  });
}
