// @vitest-environment node
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ANALYTICS, askBoth, COSTS, DAYS, expected, INSTANTS, TUTOR } from '../ask-both';

const { demo, get, read } = askBoth();

const details = z.object({
  rows: z.array(z.record(z.string(), z.unknown())),
  total_cost: z.coerce.number(),
  total_pages: z.number(),
});

describe('details of costs', () => {
  it.each([
    ['llm_model', 'costByModel'],
    ['provider', 'costByProvider'],
  ] as const)('went to each %s, the dearest first', async (groupBy, figure) => {
    const url = `${ANALYTICS}/financial/details/?group_by=${groupBy}&username=ada&${DAYS}`;
    const { rows, total_cost } = await read(details, url);
    const wanted = expected({ userName: 'ada' });
    const found = rows.map((row) => [row[groupBy], Number(row.total_cost)] as const);
    expect(Object.fromEntries(found)).toEqual(wanted[figure]);
    expect(found.map(([, cost]) => cost)).toEqual(
      found.map(([, cost]) => cost).sort((a, b) => b - a),
    );
    expect(total_cost).toBe(wanted.cost);
  });

  it('went to people, a page at a time, found by name', async () => {
    const url = `${ANALYTICS}/financial/details/?group_by=username&metrics=total_cost,sessions&${DAYS}`;
    const first = await read(details, `${url}&limit=10`);
    const second = await read(details, `${url}&limit=10&page=2`);
    expect(first.rows).toHaveLength(10);
    expect(first.rows[0]?.sessions).toBeGreaterThan(0);
    expect(second.rows[0]).not.toEqual(first.rows[0]);
    expect(first.total_pages).toBeGreaterThan(2);
    expect((await read(details, `${url}&search=grace`)).rows).toHaveLength(1);
  });
});

describe('tables of costs in the first generation', () => {
  const { costByModel, costByMentor, cost } = expected();
  const dearest = Object.entries(costByModel).sort(([, a], [, b]) => b - a)[0];

  it('as their types are: one model, every mentor with its sessions', async () => {
    const [model, total_cost] = dearest ?? [];
    expect((await get(`${COSTS}/model/?${INSTANTS}`)).json).toEqual({ model, total_cost });
    const { json } = await get(`${COSTS}/permentor/?${INSTANTS}`);
    expect(json).toMatchObject({ tenant: 'acme', tenant_total_cost: cost });
    expect(json).toHaveProperty('mentor_data.0.total_cost', costByMentor[TUTOR]);
    expect(json).toHaveProperty('mentor_data.0.mentor_sessions.0.session_id');
  });

  it('as their examples are: lists', async () => {
    demo().control.behaviour.costTables = 'example';
    const { json } = await get(`${COSTS}/model/?${INSTANTS}`);
    expect(json).toEqual(
      expect.arrayContaining([{ model: dearest?.[0], total_cost: dearest?.[1] }]),
    );
    expect(json).toHaveLength(4);
    const mentors = (await get(`${COSTS}/permentor/?${INSTANTS}`)).json;
    expect(mentors).toMatchObject({
      count: 2,
      next: null,
      results: [{ mentor_unique_id: TUTOR }, {}],
    });
  });
});
