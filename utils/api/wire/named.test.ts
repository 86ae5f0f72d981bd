import { describe, expect, it } from 'vitest';
import { namesAnother } from './named';

const asked = { users: ['ada', 'owner'], org: 'acme', mentorId: 'm-1' };

describe('fault 89: an answer that says whose it is', () => {
  it.each([
    { username: 'bob' },
    { user: 'bob' },
    { user_id: 'bob' },
    { org: 'globex' },
    { organization: 'globex' },
    { platform_key: 'globex' },
    { mentor_id: 'm-2' },
    { mentor_unique_id: 'm-2' },
    { username: 'ada', org: 'globex' },
    { username: 'a1' },
    { username: 'Ada' },
  ])('%j is of somebody else', (value) => expect(namesAnother(value, asked)).toBe(true));

  it.each([
    { username: 'ada' },
    { user: 'owner' },
    { org: 'acme', platform_key: 'acme', organization: 'acme' },
    { platform_key: 'Acme' },
    { mentor_id: 'm-1', mentor_unique_id: 'm-1' },
    // Ids of the database, and values that are no names.
    { user_id: '102', org: '7', mentor_id: '9' },
    { user_id: 102, org: null, username: '' },
    { new_users: [1], other: 'bob' },
    Object.create({ username: 'bob' }),
    [],
    null,
    'bob',
    undefined,
  ])('%j is not', (value) => expect(namesAnother(value, asked)).toBe(false));

  it('of a person asked for by name is not the one of the path, who asks', () => {
    const byName = { ...asked, username: 'ada' };
    expect(namesAnother({ username: 'owner' }, byName)).toBe(true);
    expect(namesAnother({ username: 'ada', user_id: 'owner' }, byName)).toBe(false);
  });

  it('of one mentor is right where all of them were asked for', () => {
    const all = { ...asked, mentorId: null };
    expect(namesAnother({ mentor_id: 'm-2', mentor_unique_id: 'm-2' }, all)).toBe(false);
    expect(namesAnother({ mentor_id: 'm-2', username: 'bob' }, all)).toBe(true);
  });
});
