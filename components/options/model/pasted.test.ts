import { expect, it } from 'vitest';
import { readPasted } from './pasted';

const KEY = '0123456789abcdef'.repeat(4);
const all = { apiKey: KEY, organization: 'acme', user: 'ada', keyOwner: 'ada' };

it.each([
  ['as the vendor writes it', `IBLAI_ORG=acme\nIBLAI_USERNAME=ada\nIBLAI_API_KEY=${KEY}\n`],
  [
    'with quotes, comments, other names',
    `# ibl.ai\r\nexport IBLAI_ORG="acme" # ours\r\nPORT=1\r\nIBLAI_USERNAME = 'ada'\r\nIBLAI_API_KEY=${KEY}`,
  ],
  [
    'without the line breaks that a field took out',
    `IBLAI_ORG=acmeIBLAI_USERNAME=adaIBLAI_API_KEY=${KEY}`,
  ],
])('a .env %s', (_name, text) => expect(readPasted(text)).toEqual(all));

it('a .env fills in what it names alone, and of that what can be a value', () => {
  expect(readPasted('IBLAI_ORG=acme')).toEqual({ organization: 'acme' });
  expect(readPasted('IBLAI_ORG=a/b\nIBLAI_API_KEY=k-1')).toEqual({ apiKey: 'k-1' });
});

it('a curl line names key, base URL, organization, the path’s user and the user asked about', () => {
  const url =
    'https://api.iblai.app/dm/api/ai-analytics/orgs/acme/users/grace/user-cost/?username=ada&start_date=2026-03-01T00:00:00Z';
  const expected = {
    apiKey: KEY,
    baseUrl: 'https://api.iblai.app/dm',
    organization: 'acme',
    user: 'ada',
    keyOwner: 'grace',
  };
  expect(readPasted(`curl -H "Authorization: Api-Token ${KEY}" "${url}"`)).toEqual(expected);
  expect(
    readPasted(
      `$ curl --request GET \\\n  --url '${url}' \\\n  --header 'authorization: Api-Token ${KEY}'`,
    ),
  ).toEqual(expected);
  expect(
    readPasted(`curl 'https://base.manager.example.edu/api/analytics/users/?platform_key=acme'`),
  ).toEqual({ baseUrl: 'https://base.manager.example.edu', organization: 'acme' });
});

it.each([
  '',
  KEY,
  'acme',
  'https://api.iblai.app/dm',
  `Api-Token ${KEY}`,
  'curl',
  'x'.repeat(30_000),
])('any other text is a field’s own: %s', (text) => expect(readPasted(text)).toBeNull());
