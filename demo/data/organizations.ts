import { createHash } from 'node:crypto';

export interface Org {
  key: string;
  name: string;
}

interface Member {
  orgKey: string;
  /** Only administrators may read analytics. */
  isAdmin: boolean;
}

export interface User {
  /** The numeric id, which no operation takes. */
  id: number;
  name: string;
  displayName: string;
  email: string;
  memberships: Member[];
}

export interface Mentor {
  id: string;
  slug: string;
  name: string;
  orgKey: string;
  description: string;
}

export const ORGS: Org[] = [
  { key: 'acme', name: 'Acme University' },
  { key: 'globex', name: 'Globex College' },
  { key: 'steady', name: 'Steady College' },
  { key: 'doubled', name: 'Doubled College' },
];

export const USERS: User[] = [
  user(101, 'ada', 'Ada Lovelace', { acme: true, globex: true }),
  user(102, 'grace', 'Grace Hopper', { acme: true }),
  user(103, 'alan', 'Alan Turing', { acme: false, globex: true }),
  user(104, 'iris', 'Iris Evens', { steady: true, doubled: true }),
];

export const MENTORS: Mentor[] = [
  mentor('acme', '6f1c2f5e-8a53-4c6b-9a53-0d6f0a1b7c01', 'calculus-tutor', 'Calculus Tutor'),
  mentor('acme', 'b04d9a5c-3f8e-4f0e-8d1a-52e7f6c1d902', 'writing-coach', 'Writing Coach'),
  mentor('globex', '1d7e6b0a-95c4-4b7f-a6d2-7c39e0f4a803', 'lab-partner', 'Lab Partner'),
  mentor('globex', 'e92a4c73-0b6d-4d15-9f28-a1c05d3be704', 'study-planner', 'Study Planner'),
  mentor('steady', '3c8a1f60-2b7d-4e19-8c45-90ab12cd3405', 'metronome', 'Metronome'),
  mentor('steady', '58f0c2d4-6e1b-4a97-b3d8-12ef34ab5606', 'pendulum', 'Pendulum'),
  mentor('doubled', '74b9e3a8-1c5f-4d02-9e67-34cd56ef7807', 'echo', 'Echo'),
  mentor('doubled', '91d6f5b2-7a3e-4c88-a1f4-56ab78cd9a08', 'mirror', 'Mirror'),
];

/** A language model, and who is paid for it. */
export interface Model {
  name: string;
  provider: 'openai' | 'anthropic' | 'google';
}

const MODELS: Model[] = [
  { name: 'gpt-4o-mini', provider: 'openai' },
  { name: 'gpt-4o', provider: 'openai' },
  { name: 'claude-3-5-sonnet', provider: 'anthropic' },
  { name: 'gemini-1.5-pro', provider: 'google' },
];

/** The model for a number in [0, 1): the first for half of them, the last for the fewest. */
export function modelBy(share: number): Model {
  const index = [0.5, 0.75, 0.92].filter((from) => share >= from).length;
  return MODELS[index] ?? { name: 'gpt-4o-mini', provider: 'openai' };
}

/** An API key; its organization and its user decide its rights. */
export interface KeyOwner {
  org: Org;
  /** Null for an organization's own key. */
  user: User | null;
  isAdmin: boolean;
}

/** The API key of a user in an organization: 64 hexadecimal characters, the same in every run. */
export function apiKeyOf(orgKey: string, userName: string): string {
  return createHash('sha256').update(`demo key of ${orgKey}/${userName}`).digest('hex');
}

/** The key of an organization itself, issued for automation: it has no user. */
export function secretOf(orgKey: string): string {
  return createHash('sha256').update(`demo secret of ${orgKey}`).digest('hex');
}

/** Whose key this is; undefined for a key that nobody has. */
export function ownerOf(apiKey: string): KeyOwner | undefined {
  const own = ORGS.find(({ key }) => secretOf(key) === apiKey);
  if (own) return { org: own, user: null, isAdmin: true };
  for (const user of USERS) {
    for (const { orgKey, isAdmin } of user.memberships) {
      const org = findOrg(orgKey);
      if (org && apiKeyOf(orgKey, user.name) === apiKey) return { org, user, isAdmin };
    }
  }
  return undefined;
}

function findOrg(key: string): Org | undefined {
  return ORGS.find((org) => org.key === key);
}

export function findUser(name: string): User | undefined {
  return USERS.find((user) => user.name === name);
}

/** A mentor of an organization by its unique id or its slug. */
export function findMentor(orgKey: string, idOrSlug: string): Mentor | undefined {
  return mentorsOf(orgKey).find(({ id, slug }) => id === idOrSlug || slug === idOrSlug);
}

export function mentorsOf(orgKey: string): Mentor[] {
  return MENTORS.filter((mentor) => mentor.orgKey === orgKey);
}

function user(id: number, name: string, displayName: string, orgs: Record<string, boolean>): User {
  const memberships = Object.entries(orgs).map(([orgKey, isAdmin]) => ({ orgKey, isAdmin }));
  return { id, name, displayName, email: `${name}@example.edu`, memberships };
}

function mentor(orgKey: string, id: string, slug: string, name: string): Mentor {
  return { id, slug, name, orgKey, description: `${name} answers questions at any hour.` };
}
