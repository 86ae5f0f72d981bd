// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { operationPathOf, validateAnswer, validateRequest } from '../../contract';
import { ask } from '../../server/ask';
import { ANALYTICS, askBoth, COSTS, DAYS, INSTANTS, TUTOR } from '../ask-both';

const { demo, get } = askBoth();

describe('every answer is valid for the vendor’s schema', () => {
  const good = [
    `${ANALYTICS}/financial/?metric=total_costs&username=ada&comparison_days=20&${DAYS}`,
    `${ANALYTICS}/financial/?metric=weekly_costs&granularity=week&show_overtime=false`,
    `${ANALYTICS}/financial/?metric=monthly_costs&provider=openai&llm_model=gpt-4o`,
    `${ANALYTICS}/financial/?metric=total_costs&date_filter=all_time&granularity=month`,
    `${ANALYTICS}/financial/details/?group_by=llm_model&platform_key=acme&${DAYS}`,
    `${ANALYTICS}/financial/details/?group_by=mentor&metrics=total_cost,sessions,last_active`,
    `${ANALYTICS}/users/?metric=currently_active`,
    `${ANALYTICS}/users/?metric=active_users&granularity=day&mentor_unique_id=${TUTOR}&${DAYS}`,
    `${ANALYTICS}/users/?metric=registered_users&granularity=week&${DAYS}`,
    `${ANALYTICS}/users/?metric=active_users_last_30d&date_filter=30d`,
    `${ANALYTICS}/ratings/?granularity=day&${DAYS}`,
    `${ANALYTICS}/conversations/?granularity=day&mentor_unique_id=${TUTOR}&${DAYS}`,
    `${ANALYTICS}/conversations/?metric=headline&${DAYS}`,
    `${ANALYTICS}/sessions/?metric=headline&granularity=month&date_filter=all_time`,
    `${ANALYTICS}/topics/?metric=overview&platform_key=acme`,
    `${ANALYTICS}/topics/details/?limit=100&page=2&search=a&${DAYS}`,
    `${COSTS}/model/?${INSTANTS}`,
    `${COSTS}/permentor/?${INSTANTS}`,
  ];

  it.each(good)('%s', async (href) => {
    const url = new URL(href);
    expect(validateRequest('GET', url)).toEqual([]);
    const { status, json } = await get(href);
    expect(status).toBe(200);
    expect(validateAnswer(operationPathOf(url.pathname) ?? '', 200, json)).toEqual([]);
  });
});

describe('what is refused', () => {
  it.each([
    ['financial/', 'metric'],
    ['financial/?metric=costs', 'metric'],
    ['financial/?metric=total_costs&date_filter=custom&start_date=2026-02-30', 'end_date'],
    ['financial/?metric=total_costs&date_filter=custom&start_date=2026-02-30', 'start_date'],
    ['financial/?metric=total_costs&granularity=hour', 'granularity'],
    ['financial/?metric=total_costs&comparison_days=0', 'comparison_days'],
    ['financial/?metric=total_costs&mentor_unique_id=calculus-tutor', 'mentor_unique_id'],
    ['financial/?metric=total_costs&username=', 'username'],
    ['financial/details/?group_by=day', 'group_by'],
    ['financial/details/?group_by=mentor&limit=101', 'limit'],
    ['users/?granularity=hour', 'metric'],
    ['ratings/?date_filter=14d', 'date_filter'],
  ])('%s for its %s', async (path, field) => {
    const { status, json } = await get(`${ANALYTICS}/${path}`);
    expect(status).toBe(400);
    expect(json).toHaveProperty([field]);
  });

  it('keys: none, a learner’s, for another organization', async () => {
    const url = `${ANALYTICS}/users/?metric=active_users`;
    expect((await ask(demo().httpsPort, url)).status).toBe(401);
    expect((await get(url, 'alan')).status).toBe(403);
    expect((await get(`${url}&platform_key=globex`)).status).toBe(403);
    expect((await get(`${url}&platform_key=acme`)).status).toBe(200);
  });
});
