/** Who and what was asked about; `users` holds every name by which an answer may call the user. */
export interface Asked {
  users: string[];
  org: string;
  mentorId: string | null;
  /** Whether the answer counts by the hour; else by days or weeks. */
  hourly?: boolean;
}

const userFields = ['username', 'user', 'user_id'];
const orgFields = ['org', 'organization', 'platform_key'];
const mentorFields = ['mentor_id', 'mentor_unique_id'];

/**
 * True when an object of an answer names another user, organization or mentor than was asked.
 * The schema has no such fields; a deployment, or a cache between, that adds them tells whose
 * figures these are. Numbers are ids of the database, which nobody asked by.
 */
export function namesAnother(value: unknown, asked: Asked): boolean {
  return (
    differs(value, userFields, (name) => asked.users.includes(name)) ||
    namesAnotherOrg(value, asked) ||
    (asked.mentorId !== null && differs(value, mentorFields, (name) => name === asked.mentorId))
  );
}

/** The same of the organization alone: its key is one whatever its letters' case. */
export const namesAnotherOrg = (value: unknown, { org }: Asked): boolean =>
  differs(value, orgFields, (name) => name.toLowerCase() === org.toLowerCase());

function differs(value: unknown, fields: string[], isMeant: (name: string) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return fields.some((field) => {
    const name: unknown = Object.hasOwn(value, field) ? Reflect.get(value, field) : undefined;
    return typeof name === 'string' && !/^\d*$/.test(name) && !isMeant(name);
  });
}
