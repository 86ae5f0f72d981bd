import type { TextKey } from '@/utils/failure';
import type { CardData, CardName } from '@/utils/figures/card-data';
import type { Role } from '@/utils/figures/chart/model';
import { say } from '@/utils/say';

const names: Partial<Record<Role, TextKey>> = {
  new: 'ui_legend_new',
  veteran: 'ui_legend_veteran',
  active: 'ui_legend_active',
  preceding: 'ui_legend_preceding',
};

/** Which mark means what; nothing where there is only one series. */
export function Legend(props: {
  name: CardName;
  data: CardData[CardName] | undefined;
  compare: boolean;
}) {
  const { name, data, compare } = props;
  const users: Role[] = data && 'users' in data && data.users ? ['active'] : ['new', 'veteran'];
  const own = name === 'cohorts' ? users : [];
  const roles = compare ? [...own, 'preceding' as const] : own;
  return (
    <ul class="legend">
      {roles.map((role) => {
        const key = names[role];
        return (
          key && (
            <li key={role} data-tone={role}>
              <span class="swatch" />
              {say(key)}
            </li>
          )
        );
      })}
    </ul>
  );
}
