/**
 * The person and organization of a request; `users` holds every name that an answer may use for the
 * user.
 */
export interface Asked {
  users: string[];
  /** Whose figures were asked for by name, if that is so: an answer's `username` is only theirs. */
  username?: string | null;
  org: string;
  mentorId: string | null;
  /** Whether the buckets of the answer are hours; otherwise they are days or weeks. */
  hourly?: boolean;
}

const userFields = ['user', 'user_id'];
const orgFields = ['org', 'organization', 'platform_key'];
const mentorFields = ['mentor_id', 'mentor_unique_id'];

/**
 * True when an object in an answer names another user, organization or mentor than was requested.
 * The schema has no such fields, but a deployment or a cache may add them, and then they show whose
 * figures these are. Numbers are ids of the database and are ignored, as no request uses them.
 */
export function namesAnother(value: unknown, asked: Asked): boolean {
  const isUser = (name: string) => asked.users.includes(name);
  return (
    differs(value, ['username'], asked.username ? (name) => name === asked.username : isUser) ||
    differs(value, userFields, isUser) ||
    namesAnotherOrg(value, asked) ||
    (asked.mentorId !== null && differs(value, mentorFields, (name) => name === asked.mentorId))
  );
}

/**
 * As `namesAnother`, for the organization only; its key is compared without regard to letter case.
 */
export const namesAnotherOrg = (value: unknown, { org }: Asked): boolean =>
  differs(value, orgFields, (name) => name.toLowerCase() === org.toLowerCase());

function differs(value: unknown, fields: string[], isMeant: (name: string) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return fields.some((field) => {
    const name: unknown = Object.hasOwn(value, field) ? Reflect.get(value, field) : undefined;
    return typeof name === 'string' && !/^\d*$/.test(name) && !isMeant(name);
  });
}
