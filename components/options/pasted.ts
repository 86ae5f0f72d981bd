import { parseBaseUrl } from '@/utils/page/base-url';
import { parseOrg, parseUserName } from '@/utils/page/segment';
import { cleanApiKey } from '@/utils/store/keys/api-key';
import type { Form } from './form';

/** The fields that a pasted text names, as they are typed. */
export type Pasted = Partial<
  Pick<Form, 'apiKey' | 'organization' | 'baseUrl' | 'user' | 'keyOwner'>
>;

const LONGEST = 20_000;

/**
 * What a pasted `.env` of the vendor's or a `curl` line fills in; null for any other text, which goes into
 * the field it is pasted into. What can't be a value is left out.
 */
export function readPasted(text: string): Pasted | null {
  if (text.length > LONGEST) return null;
  const pasted = /^\s*(?:\$\s*)?curl\s/.test(text) ? fromCurl(text) : fromEnv(text);
  return Object.keys(pasted).length > 0 ? pasted : null;
}

function fromEnv(text: string): Pasted {
  const values = new Map<string, string>();
  // A field takes a text's line breaks out where it was dropped, not pasted.
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

/** Without its quotes; what follows them, or a hash behind a space, is a comment. */
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
