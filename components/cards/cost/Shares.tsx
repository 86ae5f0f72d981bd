import { useState } from 'preact/hooks';
import { Choices } from '@/components/ui/Choices';
import { FailureText, type OnFailureAction } from '@/components/ui/Notice';
import type { CostBreakdown, CostData } from '@/utils/cards/cost/data';
import type { SpentOn } from '@/utils/figures/cost-shares';
import { sumMoney } from '@/utils/figures/kpi';
import { dayRange, money, percent } from '@/utils/figures/text/format';
import { safeText } from '@/utils/figures/text/safe-text';
import type { Identity } from '@/utils/identity';
import { locale, say } from '@/utils/say';
import { useShares } from './useShares';

/** A request for shares: whose cost, over which time, and how it can be split. */
export interface SharesProps {
  data: CostData;
  /** Null for sample figures and while a mentor is looked up. */
  identity: Identity | null;
  onFailure: OnFailureAction;
}

const labels = {
  model: 'ui_breakdown_model',
  mentor: 'ui_breakdown_mentor',
  provider: 'ui_breakdown_provider',
  action: 'ui_breakdown_action',
  person: 'ui_breakdown_person',
} as const;
const columns = {
  model: 'ui_breakdown_column_model',
  mentor: 'ui_breakdown_column_mentor',
  provider: 'ui_breakdown_column_provider',
  action: 'ui_breakdown_column_action',
  person: 'ui_breakdown_column_person',
} as const;

const groups = {
  organization: 'ui_breakdown_organization',
  mentor: 'ui_breakdown_agent',
} as const;

/** The shares of a cost by model or by mentor, the highest first, with the total below. */
export function Shares({ data, identity, onFailure }: SharesProps) {
  const offered = data.spentOn ?? [];
  const [wanted, setWanted] = useState<SpentOn>('model');
  const by = offered.includes(wanted) ? wanted : (offered[0] ?? 'model');
  const { answer, retry } = useShares(identity, data.period, by);
  return (
    <div class="spent-on" aria-busy={answer === null}>
      {offered.length > 1 && (
        <Choices
          label={say('ui_breakdown')}
          choices={offered.map((value) => ({ value, label: say(labels[value]) }))}
          chosen={by}
          onChoose={setWanted}
        />
      )}
      {answer === null && <div class="bones" />}
      {answer?.ok && <Table {...answer.value} />}
      {answer?.ok === false && (
        <FailureText
          failure={answer.failure}
          onAction={(action, failure) =>
            action === 'retry' ? retry() : onFailure(action, failure)
          }
        />
      )}
    </div>
  );
}

function Table({ by, whose, startMs, endMs, shares, rest, more }: CostBreakdown) {
  const others = rest === 0 ? [] : [{ name: say('ui_breakdown_rest'), cost: rest }];
  const rows = [...shares, ...others];
  const total = sumMoney(rows.map(({ cost }) => cost));
  const days = dayRange({ startMs, endMs, aggregation: 'daily' }, say, locale());
  const written = (cost: number) => money(cost, locale());
  return (
    <>
      {whose !== 'user' && <p class="card-note">{say(groups[whose])}</p>}
      {rows.length === 0 ? (
        <p class="card-note">{say('ui_breakdown_none')}</p>
      ) : (
        <section class="table-scroll" aria-label={say(labels[by])} tabIndex={0}>
          <table data-by={by}>
            <caption>{say('ui_breakdown_days', days)}</caption>
            <thead>
              <tr>
                <th scope="col">{say(columns[by])}</th>
                <th scope="col">{say('chart_cost_dollars')}</th>
                <th scope="col">{say('ui_breakdown_column_share')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, cost }, index) => (
                <tr key={`${index} ${name}`}>
                  <th scope="row">{name ? safeText(name) : say('ui_breakdown_unnamed')}</th>
                  <td data-value={cost}>{written(cost)}</td>
                  <td>{total > 0 && !more ? percent(cost / total, locale()) : ''}</td>
                </tr>
              ))}
            </tbody>
            {!more && (
              <tfoot>
                <tr>
                  <th scope="row">{say('ui_breakdown_total')}</th>
                  <td data-value={total}>{written(total)}</td>
                  <td />
                </tr>
              </tfoot>
            )}
          </table>
        </section>
      )}
      {more && <p class="card-note">{say('ui_breakdown_more')}</p>}
    </>
  );
}
