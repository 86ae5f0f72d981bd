import { parseBaseUrl } from '@/utils/deployment/base-url';
import { parseOrg, parseUserName } from '@/utils/deployment/segment';
import { cleanApiKey } from '@/utils/store/keys/api-key';
import type { Form } from './form';

/** The fields that a pasted text names, as they are typed. */
export type Pasted = Partial<
  Pick<Form, 'apiKey' | 'organization' | 'baseUrl' | 'user' | 'keyOwner'>
>;

const LONGEST = 20_000;

/**
 * Returns the fields that a pasted `.env` file of the vendor or a `curl` command contains, without
 * values that are not valid. Returns null for any other text, which is then pasted as usual.
 */
export function readPasted(text: string): Pasted | null {
  if (text.length > LONGEST) return null;
  const pasted = /^\s*(?:\$\s*)?curl\s/.test(text) ? fromCurl(text) : fromEnv(text);
  return Object.keys(pasted).length > 0 ? pasted : null;
}

function fromEnv(text: string): Pasted {
  const values = new Map<string, string>();
  // A field removes the line breaks of a text that is dropped into it.
  for (const line of text.split(/[\r\n]+|(?=\bIBLAI_[A-Z_]+\s*=)|(?<=\S)(?=IBLAI_[A-Z_]+\s*=)/)) {
    const found = /^\s*(?:export\s+|set\s+)?(IBLAI_[A-Z_]+)\s*=\s*(.*?)\s*(?:export)?\s*$/.exec(
      line,
    );
    const [, name, value] = found ?? [];
    if (name && value) values.set(name, unquoted(value));
  }
  const user = values.get('IBLAI_USERNAME');
  return {
    ...key(values.get('IBLAI_API_KEY')),
    ...org(values.get('IBLAI_ORG')),
    ...name('user', user),
    ...name('keyOwner', user),
  };
}

function fromCurl(text: string): Pasted {
  const header = /authorization\s*:\s*([^"'\n]+)/i.exec(text)?.[1];
  const address = /https:\/\/[^\s"'\\]+/.exec(text)?.[0] ?? '';
  const [, before = '', path = ''] =
    /^(.*?)\/api\/(.*)$/.exec(address.replace(/[?#].*$/, '')) ?? [];
  const query = new URLSearchParams(/\?([^#]*)/.exec(address)?.[1] ?? '');
  const base = parseBaseUrl(before);
  return {
    ...key(header),
    ...(base.ok ? { baseUrl: base.baseUrl } : {}),
    ...org(query.get('platform_key') ?? decoded(/(?:^|\/)orgs\/([^/]+)/.exec(path)?.[1])),
    ...name('user', query.get('username')),
    ...name('keyOwner', decoded(/(?:^|\/)users\/([^/]+)/.exec(path)?.[1])),
  };
}

/** Removes quotes and a comment: the text after the quotes, or after a space and a `#`. */
function unquoted(value: string): string {
  const [, , inner] = /^(["'])(.*?)\1/.exec(value) ?? [];
  return inner ?? value.replace(/\s+#.*$/, '');
}

function key(text: string | undefined): Pasted {
  const cleaned = cleanApiKey(text ?? '');
  return cleaned.ok ? { apiKey: cleaned.key } : {};
}

function org(text: string | null | undefined): Pasted {
  const parsed = parseOrg(text ?? '');
  return parsed.ok ? { organization: parsed.value } : {};
}

function name(field: 'user' | 'keyOwner', text: string | null | undefined): Pasted {
  const parsed = parseUserName(text ?? '');
  return parsed.ok ? { [field]: parsed.value } : {};
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text && decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
