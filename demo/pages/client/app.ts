import type { Org, User } from '../../data/organizations';
import type { PageData } from '../data';
import { chat } from './chat';
import { button, el, select } from './dom';
import { navigate, placeOf } from './place';
import { type Store, signedIn, signIn, signOut } from './session';

const data: PageData = JSON.parse(document.getElementById('data')?.textContent ?? '{}');
const asked = new URLSearchParams(location.search);
const store = storeOf(asked.get('store'));

const askedUser = data.users.find(({ name }) => name === asked.get('user'));
if (askedUser) enter(askedUser, placeOf(location.pathname, data).orgKey);
addEventListener('popstate', draw);
draw();

function draw(): void {
  const user = data.users.find(({ name }) => name === signedIn());
  document.body.replaceChildren(...(user ? signedInPage(user) : [signInPage()]));
}

function signInPage(): HTMLElement {
  const { orgKey } = placeOf(location.pathname, data);
  document.title = 'Sign in';
  const choices = data.users.map((user) =>
    button(`Sign in as ${user.displayName}`, () => enterAndDraw(user, orgKey), 'primary'),
  );
  return el('main', { class: 'sign-in' }, el('h1', {}, 'Sign in'), ...choices);
}

function signedInPage(user: User): HTMLElement[] {
  const place = placeOf(location.pathname, data);
  const org = orgOf(place.orgKey);
  const heading = place.mentor?.name ?? place.section ?? 'Home';
  document.title = `${heading} · ${org.name}`;
  const links = data.app === 'learning' ? coursesOf(org, heading) : mentorsOf(org, heading);
  const header = el(
    'header',
    {},
    el('strong', { class: 'brand' }, org.name),
    select('Organization', orgsOf(user, org), org.key, (key) => {
      enter(user, key);
      navigate(homeOf(key));
    }),
    select(
      'Account',
      data.users.map(({ name, displayName }) => ({ value: name, text: displayName })),
      user.name,
      (name) => enterAndDraw(data.users.find((it) => it.name === name) ?? user, org.key),
    ),
    button('Sign out', () => {
      signOut();
      draw();
    }),
  );
  const main = place.mentor
    ? chat(place.mentor, user)
    : el('main', { class: 'chat' }, el('h1', {}, heading), el('p', {}, 'Choose on the left.'));
  return [header, el('nav', { 'aria-label': 'Agents' }, ...links), main];
}

function mentorsOf(org: Org, here: string): HTMLElement[] {
  const mentors = data.mentors.filter(({ orgKey }) => orgKey === org.key);
  return [
    ...mentors.map(({ id, name }) => link(`/platform/${org.key}/${id}`, name, here)),
    link(`/platform/${org.key}/explore`, 'Explore', here),
  ];
}

function coursesOf(org: Org, here: string): HTMLElement[] {
  const pages = ['Home', 'Courses', 'Profile'];
  return pages.map((name) => link(`/platform/${org.key}/${name.toLowerCase()}`, name, here));
}

function link(href: string, text: string, here: string): HTMLElement {
  const isHere = text.toLowerCase() === here.toLowerCase();
  const element = el('a', { href, ...(isHere ? { 'aria-current': 'page' } : {}) }, text);
  element.addEventListener('click', (event) => {
    event.preventDefault();
    navigate(href);
  });
  return element;
}

function homeOf(orgKey: string): string {
  const first = data.mentors.find((mentor) => mentor.orgKey === orgKey);
  return `/platform/${orgKey}/${data.app === 'learning' ? 'home' : first?.id}`;
}

function enterAndDraw(user: User, orgKey: string): void {
  enter(user, orgKey);
  draw();
}

function enter(user: User, orgKey: string): void {
  signIn(user, orgOf(orgKey), data.orgs, store);
}

function orgOf(key: string): Org {
  return data.orgs.find((org) => org.key === key) ?? { key, name: key };
}

/** Where the user belongs, and where they are looking now. */
function orgsOf(user: User, here: Org): { value: string; text: string }[] {
  const keys = user.memberships.map(({ orgKey }) => orgKey);
  const orgs = data.orgs.filter(({ key }) => keys.includes(key) || key === here.key);
  return orgs.map(({ key, name }) => ({ value: key, text: name }));
}

function storeOf(text: string | null): Store {
  const known: Store[] = ['local', 'cookies', 'malformed', 'undefined', 'missing'];
  return known.find((it) => it === text) ?? 'local';
}
